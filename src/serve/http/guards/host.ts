import type { MiddlewareHandler } from 'hono';
import { HttpProblem } from '../problem.ts';
import type { ServeSettings } from '../settings.ts';
import { isLoopbackHost } from './peer.ts';

/**
 * Answers only to the names that the server goes by: a page elsewhere, whose name was made to mean this machine (DNS
 * rebinding), is not let in.
 */
export function knownHost({ names, open }: ServeSettings): MiddlewareHandler {
  return async (c, next) => {
    const name = nameIn(c.req.header('Host') ?? new URL(c.req.url).host);
    if (names !== null && !isLoopbackHost(name) && !names.includes(name))
      throw new HttpProblem('wrong-host', `it is asked for "${name}"; --allow-host adds a name`);
    if (open && (c.req.header('X-Forwarded-For') ?? c.req.header('Forwarded')) !== undefined)
      throw new HttpProblem(
        'wrong-host',
        'a proxy stands before it; --trust-proxy says so, and demands tokens',
      );
    await next();
  };
}

/** A host without its port: "[::1]:7171" → "::1". */
const nameIn = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
