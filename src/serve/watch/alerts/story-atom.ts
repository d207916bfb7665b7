import { generateAtomFeed } from 'feedsmith';
import type { Change, Reading } from '../../../domain/index.ts';
import { clean, html, shorten } from '../../../report/index.ts';
import type { StoredStory } from '../../../store/index.ts';
import { isMoved, type Moved, quoted, standingLabel } from './alert.ts';

/**
 * An Atom feed of how the standings of a story's claims have changed, newest first: an entry for each of `changes` that is such
 * a change, in the order in which they come. `baseUrl` is where Hearsay is served, without a slash at its end; null where it is not,
 * and then an entry leads to the article that brought the change about.
 */
export function storyAtom(
  { entry, story }: StoredStory,
  changes: readonly Change[],
  baseUrl: string | null,
): string {
  const moved = changes.filter(isMoved);
  const page = baseUrl === null ? null : `${baseUrl}/stories/${encodeURIComponent(entry.id)}`;
  const accounts = new Map(story.accounts.map(each => [each.article.id, each]));
  return generateAtomFeed({
    id: `urn:hearsay:story:${encodeURIComponent(entry.id)}`,
    title: { value: `${title(entry.title, 120)}: changes of standing` },
    updated: moved[0]?.at ?? entry.createdAt,
    authors: [{ name: 'Hearsay' }],
    links:
      page === null
        ? []
        : [
            { href: `${page}/feed.atom`, rel: 'self' },
            { href: page, rel: 'alternate' },
          ],
    entries: moved.map(change => entryOf(change, accounts.get(change.articleId ?? '') ?? null, page)),
  });
}

function entryOf({ seq, at, articleId, event }: Moved, account: Reading | null, page: string | null) {
  const { claimId, wording, before, after, origins } = event;
  const by =
    articleId === null
      ? 'a correction'
      : title(account?.article.outlet ?? account?.article.title ?? articleId, 120);
  const href = page ?? account?.article.url ?? null;
  const content = html`<p>“${quoted(wording, 1000)}”</p>
<p>${standingLabel(before)} → ${standingLabel(after)}, by ${by}. Origins, at least: ${origins}.</p>`;
  return {
    id: `urn:hearsay:change:${encodeURIComponent(claimId)}:${seq}`,
    title: { value: `${standingLabel(after)}: “${quoted(wording, 120)}”` },
    updated: at,
    published: at,
    links: href === null ? [] : [{ href, rel: 'alternate' }],
    content: { type: 'html', value: content.markup },
  };
}

const title = (words: string, limit: number): string => shorten(clean(words), limit);
