import type { Context, MiddlewareHandler } from 'hono';
import { type AccessToken, type Role, roles } from '../../../store/index.ts';
import { HttpProblem } from '../problem.ts';
import type { Sessions } from '../sessions.ts';
import type { ServeSettings } from '../settings.ts';
import type { Tokens } from '../tokens.ts';
import type { Visitor, VisitorEnv } from '../visitor.ts';
import { peerOf } from './peer.ts';
import type { Pace } from './rate.ts';

export type AccessParts = {
  readonly settings: ServeSettings;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly pace: Pace;
  readonly clock: () => Date;
};

/** Finds out who asks, whether they ask too often, and whether they may. */
export const access =
  ({ settings, tokens, sessions, pace, clock }: AccessParts): MiddlewareHandler<VisitorEnv> =>
  async (c, next) => {
    const secret = bearerIn(c);
    const token = await tokenOf(c, secret, tokens, sessions);
    pace.step(token?.id ?? peerOf(c, settings).address, clock());
    if (secret !== null && token === null)
      throw new HttpProblem('unknown-token', 'it was never given, or was revoked', challenge);
    const visitor = token ? visitorWith(token) : settings.open ? local : null;
    if (visitor) c.set('visitor', visitor);
    if (!isPublic(c.req.path)) {
      if (visitor === null) return turnAway(c);
      demand(roleFor(c.req.method, c.req.path), visitor);
    }
    return next();
  };

const local: Visitor = { name: 'local', role: 'admin', tokenId: null };
const visitorWith = ({ id, name, role }: AccessToken): Visitor => ({ name, role, tokenId: id });
const challenge = { headers: { 'WWW-Authenticate': 'Bearer realm="hearsay"' } };

const bearerIn = (c: Context): string | null =>
  /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? null;

async function tokenOf(c: Context, secret: string | null, tokens: Tokens, sessions: Sessions) {
  if (secret !== null) return tokens.bySecret(secret);
  const id = sessions.tokenIdOf(c);
  return id === null ? null : tokens.byId(id);
}

const publicPath = /^\/(sign-in|sign-out|assets\/.*|api\/v1\/(health|openapi\.json))$/;
const isPublic = (path: string): boolean => publicPath.test(path);

/** Pages that are nothing but a form: who may not send it learns so before it is filled in. */
const formPage = /^\/(paste|feeds\/remove|(stories|articles)\/[^/]+\/correct)$/;

/** What a request takes: reading, changing what is kept, or saying what is watched. */
function roleFor(method: string, path: string): Role {
  const isSafe = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
  if (isSafe && !formPage.test(path)) return 'read';
  return /^(\/api\/v1)?\/feeds(\/|$)/.test(path) ? 'admin' : 'write';
}

function demand(role: Role, visitor: Visitor): void {
  if (roles.indexOf(visitor.role) < roles.indexOf(role))
    throw new HttpProblem('not-allowed', `it takes the role "${role}", and the token has "${visitor.role}"`);
}

/** Sends a person to where they can sign in; tells a program that it needs a token. */
function turnAway(c: Context): Response {
  const isPage = c.req.method === 'GET' && !c.req.path.startsWith('/api/');
  if (!isPage || !(c.req.header('Accept') ?? '').includes('text/html'))
    throw new HttpProblem('no-token', 'send "Authorization: Bearer TOKEN"', challenge);
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 303);
}
