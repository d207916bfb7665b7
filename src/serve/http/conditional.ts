import { randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { Store } from '../../store/index.ts';

// What an older program, or another file under the same name, has answered must not be taken for what this one would.
const process = randomBytes(6).toString('base64url');

/** Marks what is the same as long as `version` is, which may hold any characters: a header may not. */
export const tagOf = (version: string | number): string =>
  `W/"${process}-${encodeURIComponent(String(version).toWellFormed())}"`;

/** Whether whoever asks has that already. */
export function has(c: Context, tag: string): boolean {
  const wanted = c.req.header('If-None-Match') ?? '';
  return wanted === '*' || wanted.split(',').some(each => bare(each) === bare(tag));
}

const bare = (tag: string): string => tag.trim().replace(/^W\//, '');

/** Nothing new, in an answer without a body. */
export const unchanged = (c: Context, tag: string): Response => c.body(null, 304, tagHeaders(tag));

export const tagHeaders = (tag: string) => ({ ETag: tag, 'Cache-Control': 'private, no-cache' });

/** For all that only commits change: one question to the store tells whether anything is new. */
export const byHead =
  (store: Store): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const tag = tagOf(await store.head());
    if (has(c, tag)) return unchanged(c, tag);
    await next();
    if (c.res.ok) for (const [name, value] of Object.entries(tagHeaders(tag))) c.header(name, value);
  };
