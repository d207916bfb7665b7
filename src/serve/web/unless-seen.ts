import type { Context } from 'hono';
import { has, tagHeaders, tagOf, unchanged } from '../http/conditional.ts';
import type { PageEnv } from './index.ts';

/** Answers with nothing where the visitor has that version of the page already: the frame depends on who looks at it. */
export async function unlessSeen(
  c: Context<PageEnv>,
  version: string | number,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  const { role, tokenId } = c.get('visitor');
  const tag = tagOf(`${version}-${role}-${tokenId ?? ''}`);
  if (has(c, tag)) return unchanged(c, tag);
  const response = await answer();
  for (const [name, value] of Object.entries(tagHeaders(tag))) response.headers.set(name, value);
  return response;
}
