import type { Context, MiddlewareHandler } from 'hono';
import { HttpProblem } from '../problem.ts';

/**
 * Lets no other site change anything by the browser of somebody who is signed in, or who sits at this machine: browsers say
 * where a request comes from. Who gives a token in the request is no such browser; a program that gives neither header
 * is none at all. The rule is that of Go's `http.CrossOriginProtection`.
 */
export const sameSite: MiddlewareHandler = async (c, next) => {
  const isSafe = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
  if (!isSafe && c.req.header('Authorization') === undefined && !comesFromHere(c))
    throw new HttpProblem('cross-site', 'send it from a page of this server, or with a token');
  await next();
};

function comesFromHere(c: Context): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('Origin');
  if (origin === undefined) return true;
  return URL.parse(origin)?.host === (c.req.header('Host') ?? new URL(c.req.url).host).toLowerCase();
}
