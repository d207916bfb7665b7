import { Hono } from 'hono';
import { signInPage } from '../web/index.ts';
import { peerOf } from './guards/peer.ts';
import type { Sessions } from './sessions.ts';
import type { ServeSettings } from './settings.ts';
import type { Tokens } from './tokens.ts';
import type { VisitorEnv } from './visitor.ts';

/** Where a person gives the browser a token to go on with. */
export function signInPages(settings: ServeSettings, tokens: Tokens, sessions: Sessions): Hono<VisitorEnv> {
  const pages = new Hono<VisitorEnv>();
  pages.get('/sign-in', c => {
    const next = pathHere(c.req.query('next'));
    return settings.open ? c.redirect(next, 303) : c.html(signInPage({ next, failed: false }));
  });
  pages.post('/sign-in', async c => {
    const form = await c.req.parseBody();
    const next = pathHere(form.next);
    const token = await tokens.bySecret(typeof form.token === 'string' ? form.token.trim() : '');
    if (token === null) return c.html(signInPage({ next, failed: true }), 401);
    sessions.begin(c, token.id, peerOf(c, settings).isSecure);
    return c.redirect(next, 303);
  });
  pages.post('/sign-out', c => {
    sessions.end(c);
    return c.redirect('/sign-in', 303);
  });
  return pages;
}

/** A path on this server, whatever was asked for. */
function pathHere(wish: unknown): string {
  const base = 'http://here';
  const url = typeof wish === 'string' ? URL.parse(wish, base) : null;
  return url?.origin === base ? url.pathname.replace(/^\/+/, '/') + url.search : '/';
}
