import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { style } from '../../report/index.ts';
import type { VisitorEnv } from '../http/visitor.ts';
import { webStyle } from './style.ts';

/** The addresses of what all pages load: each with a hash of its content, so that it may be kept for good. */
export type Assets = { readonly style: string; readonly script: string; readonly mark: string };

type Asset = { readonly name: string; readonly type: string; readonly content: string };

/** Quotation marks, in the colours of the pages. */
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f4f82"/><text x="16" y="31" font-family="Georgia, serif" font-size="38" fill="#fdfcf9" text-anchor="middle">”</text></svg>`;

const fileBeside = (name: string): string =>
  readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');

export function createAssets(): { readonly assets: Assets; readonly routes: Hono<VisitorEnv> } {
  const all = {
    style: { name: 'hearsay.css', type: 'text/css', content: `${style}${webStyle}` },
    script: { name: 'live.js', type: 'text/javascript', content: fileBeside('live.js') },
    mark: { name: 'mark.svg', type: 'image/svg+xml', content: mark },
  } as const satisfies Record<keyof Assets, Asset>;
  const routes = new Hono<VisitorEnv>();
  for (const { name, type, content } of Object.values(all))
    routes.get(`/assets/${name}`, c =>
      c.body(content, 200, {
        'Content-Type': `${type}; charset=utf-8`,
        'Cache-Control': c.req.query('v') === versionOf(content) ? forGood : 'no-cache',
      }),
    );
  const addressOf = ({ name, content }: Asset) => `/assets/${name}?v=${versionOf(content)}`;
  return {
    assets: { style: addressOf(all.style), script: addressOf(all.script), mark: addressOf(all.mark) },
    routes,
  };
}

export const forGood = 'public, max-age=31536000, immutable';

/** Tells contents apart in an address. */
export const versionOf = (content: string): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 12);
