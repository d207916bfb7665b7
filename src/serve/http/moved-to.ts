import type { Context } from 'hono';

/** Leads to the story that this one is part of; asked for again each time, as a merge can be withdrawn. */
export function movedTo(c: Context, path: string) {
  c.header('Cache-Control', 'no-cache');
  return c.redirect(path, 308);
}
