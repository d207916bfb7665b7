import { type Context, Hono } from 'hono';
import { html } from '../../report/index.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { addFeed, feedAddress } from '../watch/index.ts';
import { feedsSheet, removeFeedSheet } from './feeds.ts';
import { filledIn } from './form.ts';
import type { PageEnv, Show } from './index.ts';

/** The feeds, and where an admin says which are watched. */
export function feedRoutes(services: Services, show: Show): Hono<PageEnv> {
  const { store } = services;
  const routes = new Hono<PageEnv>();
  const mayChange = (c: Context<PageEnv>) => c.get('visitor').role === 'admin';
  routes.get('/feeds', async c => {
    const notice = noticeOf(c.req.query());
    return show(c, await feedsSheet(services, { mayChange: mayChange(c), notice, typed: '', problem: null }));
  });
  routes.post('/feeds', async c => {
    const { url: typed = '' } = await filledIn(c);
    const url = feedAddress(typed);
    if (url !== null) {
      const { isNew } = await addFeed(store, url);
      return c.redirect(
        `/feeds?${new URLSearchParams({ [isNew ? 'added' : 'again']: url }).toString()}`,
        303,
      );
    }
    c.status(422);
    const problem = problemWith(typed);
    return show(c, await feedsSheet(services, { mayChange: mayChange(c), notice: null, typed, problem }));
  });
  routes.get('/feeds/remove', async c => {
    const url = c.req.query('url') ?? '';
    const feed = await store.feed(url);
    if (feed === null) throw new HttpProblem('not-found', `${url || 'that feed'} is not watched`);
    return show(c, removeFeedSheet(feed));
  });
  routes.post('/feeds/remove', async c => {
    const { url = '' } = await filledIn(c);
    await store.removeFeed(url);
    return c.redirect(`/feeds?${new URLSearchParams({ removed: url }).toString()}`, 303);
  });
  return routes;
}

/** What has just been done, as the address of the page has it. */
function noticeOf({ added, again, removed }: Readonly<Record<string, string>>) {
  if (added) return html`Added: <span class="address">${added}</span>.`;
  if (again) return html`<span class="address">${again}</span> was there already: it is asked again at once.`;
  if (removed) return html`Removed: <span class="address">${removed}</span>. Its articles are still here.`;
  return null;
}

function problemWith(typed: string): string {
  if (typed === '') return 'Write the address of a feed.';
  const url = URL.parse(typed);
  if (url && /^https?:$/.test(url.protocol))
    return 'An address with a user name or a password in it is not kept: write it without them.';
  return `“${typed}” is not the address of a feed: it begins with https:// or http://.`;
}
