import { Hono } from 'hono';
import type { Services } from '../services.ts';
import { storyAtom } from '../watch/alerts/story-atom.ts';
import { has, tagHeaders, tagOf, unchanged } from './conditional.ts';
import { baseOf } from './guards/peer.ts';
import { movedTo } from './moved-to.ts';
import { HttpProblem } from './problem.ts';
import type { ServeSettings } from './settings.ts';
import type { VisitorEnv } from './visitor.ts';

/** The newest changes of which a feed tells. */
const mostEntries = 200;

/** `/stories/ID/feed.atom`: how the standings of a story's claims changed, for feed readers. */
export function storyFeed({ store }: Services, settings: ServeSettings): Hono<VisitorEnv> {
  const feeds = new Hono<VisitorEnv>();
  feeds.get('/stories/:id/feed.atom', async c => {
    const id = c.req.param('id');
    const entry = await store.storyEntry(id);
    if (entry === null) throw new HttpProblem('not-found', `there is no story ${id}`);
    if (entry.mergedInto !== null)
      return movedTo(c, `/stories/${encodeURIComponent(entry.mergedInto)}/feed.atom`);
    const tag = tagOf(entry.revision);
    if (has(c, tag)) return unchanged(c, tag);
    const stored = await store.story(id);
    if (stored === null) throw new HttpProblem('not-found', `there is no story ${id}`);
    const changes = await store.latestChanges({ storyId: id, kind: 'standing', limit: mostEntries });
    return c.body(storyAtom(stored, changes, baseOf(c, settings)), 200, {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      ...tagHeaders(tag),
    });
  });
  return feeds;
}
