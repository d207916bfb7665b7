import { Hono } from 'hono';
import type { Article } from '../../domain/index.ts';
import { counted, type Html, html } from '../../report/index.ts';
import type { Services } from '../services.ts';
import { type Filled, filledIn, problemNotice } from './form.ts';
import type { PageEnv, Show } from './index.ts';
import { articlePath } from './paths.ts';
import type { Sheet } from './sheet.ts';
import { titleOf } from './wording.ts';

/** What is wrong with one field of the form. */
type Wrong = { readonly field: 'text' | 'url' | 'published'; readonly reason: string };

/** Where articles are pasted, one after another. */
export function pasteRoutes(services: Services, show: Show): Hono<PageEnv> {
  const { desk } = services;
  const routes = new Hono<PageEnv>();
  routes.get('/paste', async c => {
    const added = await addedNotice(services, c.req.query('added'), c.req.query('known') !== undefined);
    return show(c, pasteSheet({}, null, added));
  });
  routes.post('/paste', async c => {
    const filled = await filledIn(c);
    const read = articleIn(services, filled);
    if (!read.ok) {
      c.status(422);
      return show(c, pasteSheet(filled, read.wrong, null));
    }
    const [added] = await desk.add([read.article]);
    const { articleId, storyId, outcome } = added!;
    if (filled.go !== 'another') return c.redirect(`/stories/${storyId}`, 303);
    const query = new URLSearchParams({ added: articleId, ...(outcome === 'known' ? { known: '' } : {}) });
    return c.redirect(`/paste?${query.toString()}`, 303);
  });
  return routes;
}

type Read = { readonly ok: true; readonly article: Article } | { readonly ok: false; readonly wrong: Wrong };

/** What the fields say goes before what the text itself says. */
function articleIn({ pipeline, clock }: Services, filled: Filled): Read {
  const { text = '', title, outlet, byline, url, published } = filled;
  const wrong = (field: Wrong['field'], reason: string): Read => ({ ok: false, wrong: { field, reason } });
  if (url && !isWebAddress(url))
    return wrong('url', 'That is no address of a web page: it begins with http:// or https://.');
  const read = pipeline.read(
    { name: '-', bytes: new TextEncoder().encode(text) },
    { fetched: clock().toISOString() },
  );
  if (!read.ok) return wrong('text', `${read.problem.reason}; ${read.problem.advice}.`);
  const own = Object.fromEntries(
    Object.entries({ title, outlet, byline, url, published }).filter(([, value]) => value),
  );
  const whole = pipeline.readRecord({ ...read.article, ...own, id: null });
  if (!whole.ok) return wrong('text', `${whole.problem.reason}; ${whole.problem.advice}.`);
  if (published && whole.article.published === null)
    return wrong(
      'published',
      `“${published}” is not understood as a date: write it as 2024-11-14, or 14 November 2024.`,
    );
  return { ok: true, article: whole.article };
}

const isWebAddress = (url: string): boolean => /^https?:$/.test(URL.parse(url)?.protocol ?? '');

async function addedNotice(
  { store }: Services,
  articleId: string | undefined,
  isKnown: boolean,
): Promise<Html | null> {
  const entry = articleId === undefined ? null : await store.article(articleId);
  const story = entry && (await store.storyEntry(entry.storyId));
  if (!entry || !story) return null;
  const article = html`<a href="${articlePath(entry.id)}">${titleOf(entry)}</a>`;
  const where = html`<a href="/stories/${story.id}">${story.title}</a>, which has ${counted(story.accounts, 'account')}`;
  return isKnown
    ? html`<p class="notice" role="status">${article} was kept already, in the story ${where}.</p>\n`
    : html`<p class="notice" role="status">Added: ${article}. It tells the story ${where}. Paste the next account below.</p>\n`;
}

function pasteSheet(filled: Filled, wrong: Wrong | null, added: Html | null): Sheet {
  const field = (name: string, label: string, hint: string | null, attributes: Html): Html => {
    const isWrong = wrong?.field === name;
    const described = isWrong ? html` aria-invalid="true" aria-describedby="${name}-wrong"` : null;
    return html`<p class="field"><label for="${name}">${label}</label> <input id="${name}" name="${name}" value="${filled[name] ?? ''}"${attributes}${described}>${hint ? html`<span class="hint">${hint}</span>` : null}${isWrong ? html`<span class="problem" id="${name}-wrong">${wrong.reason}</span>` : null}</p>\n`;
  };
  const textIsWrong = wrong?.field === 'text';
  return {
    title: 'Paste an article',
    live: 'none',
    json: null,
    feed: null,
    ownStyle: null,
    header: html`<h1>Paste an article</h1>
<p class="facts">One account at a time. Accounts of the same event are put into one story by themselves.</p>
${added}${wrong ? problemNotice('Nothing was added: see what is wrong below. What you typed is still here.') : null}`,
    main: html`<form class="paste" method="post" action="/paste">
<p class="field wide"><label for="text">Text, Markdown, or the HTML of the page</label> <textarea id="text" name="text" rows="16" required${textIsWrong ? html` aria-invalid="true" aria-describedby="text-wrong"` : null}>
${filled.text ?? ''}</textarea>${textIsWrong ? html`<span class="problem" id="text-wrong">${wrong.reason}</span>` : null}</p>
<fieldset class="facts-fields"><legend>What its publisher says of it</legend>
<p class="hint">All optional: what is left empty is taken from the text where it says it. A date tells which account came first.</p>
${field('title', 'Title', null, html``)}${field('outlet', 'Outlet', null, html``)}${field('byline', 'Byline', null, html``)}${field('published', 'Published', '2024-11-14, 14 November 2024, or with a time: 2024-11-14T09:30Z', html` autocomplete="off"`)}${field('url', 'Address', null, html` type="url" inputmode="url" autocomplete="off"`)}</fieldset>
<p class="buttons"><button class="main" name="go" value="story">Add and see its story</button> <button name="go" value="another">Add and paste another</button></p>
</form>
`,
  };
}
