import { Hono } from 'hono';
import { renderStory } from '../../report/index.ts';
import type { Store, StoredStory, StoryEntry } from '../../store/index.ts';
import { emptiedStory } from '../http/emptied-story.ts';
import { movedTo } from '../http/moved-to.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { forGood, versionOf } from './assets.ts';
import { emptiedSheet } from './emptied-sheet.ts';
import type { PageEnv, Show } from './index.ts';
import { createKeptPages } from './kept-pages.ts';
import { type StoryPage, storyPageOf } from './story-sheet.ts';
import { unlessSeen } from './unless-seen.ts';

/** In bytes: a large story’s page is a million of them. */
const roomForPages = 24_000_000;

/** A story’s page with its style, and the story as one file. */
export function storyRoutes({ store }: Services, show: Show): Hono<PageEnv> {
  const pageOf = createPages(store);
  const routes = new Hono<PageEnv>();
  routes.get('/stories', c => c.redirect('/', 303));
  routes.get('/stories/:id', async c => {
    const entry = await storyEntry(store, c.req.param('id'));
    const emptied = await emptiedStory(store, entry);
    if (emptied?.into) return movedTo(c, `/stories/${encodeURIComponent(emptied.into)}`);
    if (emptied) {
      c.status(404);
      return show(c, emptiedSheet(emptied.articles));
    }
    return unlessSeen(c, `${entry.id}-${entry.revision}`, async () => show(c, (await pageOf(entry)).sheet));
  });
  routes.get('/stories/:id/style.css', async c => {
    const entry = await storyEntry(store, c.req.param('id'));
    const { style } = await pageOf(entry);
    const isCurrent = c.req.query('v') === versionOf(style);
    return c.body(style, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': isCurrent ? forGood.replace('public', 'private') : 'no-cache',
    });
  });
  routes.get('/stories/:id/report.html', async c => {
    const { story } = await storedStory(store, c.req.param('id'));
    return c.body(renderStory(story, 'html', { width: 80, colour: false }), 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': `attachment; filename="story-${story.id.replace(/[^\w-]/g, '')}.html"`,
    });
  });
  return routes;
}

export async function storyEntry(store: Store, id: string): Promise<StoryEntry> {
  const entry = await store.storyEntry(id);
  if (entry === null) throw new HttpProblem('not-found', `there is no story ${id}`);
  return entry;
}

/** A story that has accounts: the one that it is part of now, where it was merged. */
export async function storedStory(store: Store, id: string): Promise<StoredStory> {
  const stored = await store.story(id);
  if (stored !== null) return stored;
  const { mergedInto } = await storyEntry(store, id);
  if (mergedInto === null) throw new HttpProblem('not-found', `there is no story ${id}`);
  return storedStory(store, mergedInto);
}

/** Makes a story’s page once for each of its revisions, whoever asks meanwhile. */
function createPages(store: Store): (entry: StoryEntry) => Promise<StoryPage> {
  const kept = createKeptPages<StoryPage>(
    roomForPages,
    ({ sheet, style }) => sheet.main.length + sheet.header.markup.length + style.length,
  );
  const beingMade = new Map<string, Promise<StoryPage>>();
  const make = async (id: string): Promise<StoryPage> => {
    const stored = await storedStory(store, id);
    const page = await storyPageOf(store, stored);
    kept.keep(`${id} ${stored.entry.revision}`, page);
    return page;
  };
  return async ({ id, revision }) => {
    const name = `${id} ${revision}`;
    const found = kept.get(name) ?? beingMade.get(name);
    if (found) return found;
    const making = make(id).finally(() => beingMade.delete(name));
    beingMade.set(name, making);
    return making;
  };
}
