import { Hono } from 'hono';
import type { Reading } from '../../domain/index.ts';
import type { ArticleEntry, ArticleVersion, Store } from '../../store/index.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { articleSheet } from './article-sheet.ts';
import type { PageEnv, Show } from './index.ts';
import { createKeptPages } from './kept-pages.ts';
import type { Sheet } from './sheet.ts';
import { speakerCorrections } from './speaker-corrections.ts';
import { unlessSeen } from './unless-seen.ts';

/** In UTF-16 units. */
const roomForPages = 4_000_000;

/** An article’s page. */
export function articleRoutes({ store, desk }: Services, show: Show): Hono<PageEnv> {
  const kept = createKeptPages<Sheet>(roomForPages, ({ main }) => main.markup.length);
  const routes = new Hono<PageEnv>();
  const make = async (entry: ArticleEntry, wanted: string | undefined): Promise<Sheet> => {
    const [versions, story, statements, corrections] = await Promise.all([
      store.versions(entry.id),
      store.storyEntry(entry.storyId),
      store.statements({ articleId: entry.id }, { limit: 200 }),
      speakerCorrections(store, entry.id),
    ]);
    const sources = new Map(statements.items.map(each => [each.statementId, each]));
    const shown = versionWanted(versions, entry, wanted);
    const reading = shown.version === entry.version ? await correctedReading(store, entry) : null;
    const looked = reading ?? shown.reading;
    const findings = await desk.audit(looked);
    return articleSheet({
      entry,
      reading: looked,
      version: shown.version,
      versions,
      findings,
      story,
      sources,
      corrections,
    });
  };
  routes.get('/articles/:id', async c => {
    const entry = await articleEntry(store, c.req.param('id'));
    const wanted = c.req.query('version') || undefined;
    const story = await store.storyEntry(entry.storyId);
    const name = `${entry.id}-${entry.version}-${wanted ?? ''}-${entry.storyId}-${story?.revision}`;
    return unlessSeen(c, name, async () => {
      const sheet = kept.get(name) ?? (await make(entry, wanted));
      kept.keep(name, sheet);
      return show(c, sheet);
    });
  });
  return routes;
}

export async function articleEntry(store: Store, id: string): Promise<ArticleEntry> {
  const entry = await store.article(id);
  if (entry === null) throw new HttpProblem('not-found', `there is no article ${id}`);
  return entry;
}

/** The reading in its story: with what people have set right. */
export async function correctedReading(store: Store, { id, storyId }: ArticleEntry): Promise<Reading | null> {
  const stored = await store.story(storyId);
  return stored?.story.accounts.find(({ article }) => article.id === id) ?? null;
}

function versionWanted(
  versions: readonly ArticleVersion[],
  entry: ArticleEntry,
  wanted: string | undefined,
): ArticleVersion {
  const number = wanted === undefined ? entry.version : Number(wanted);
  const found = versions.find(({ version }) => version === number);
  if (!found) throw new HttpProblem('not-found', `the article has no version ${wanted ?? number}`);
  return found;
}
