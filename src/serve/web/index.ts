import { Hono } from 'hono';
import type { VisitorEnv } from '../http/visitor.ts';
import type { Services } from '../services.ts';

/** The pages for people, and what they load from /assets. Guards, roles and headers are the HTTP door's. */
export function webPages(services: Services): Hono<VisitorEnv> {
  const pages = new Hono<VisitorEnv>();
  pages.get('/', async c => {
    const { items } = await services.store.stories('moved', { limit: 50 });
    const list = items.map(({ id, title }) => `<li><a href="/stories/${id}">${escaped(title)}</a></li>`);
    return c.html(page('Hearsay', `<ul>${list.join('')}</ul>`));
  });
  return pages;
}

/** What a person sees instead of a page that cannot be shown. */
export const problemPage = (problem: { readonly title: string; readonly detail: string }): string =>
  page(problem.title, `<p>${escaped(problem.detail)}</p>`);

/** Asks for a token; `next` is the path to go on to, `failed` whether a token was refused just now. */
export const signInPage = ({ next, failed }: { readonly next: string; readonly failed: boolean }): string =>
  page(
    'Sign in',
    `${failed ? '<p role="alert">That token is not known here.</p>' : ''}
<form method="post" action="/sign-in"><input type="hidden" name="next" value="${escaped(next)}">
<label>Token <input type="password" name="token" required autocomplete="current-password"></label>
<button>Sign in</button></form>`,
  );

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><h1>${escaped(title)}</h1>${body}</html>\n`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
