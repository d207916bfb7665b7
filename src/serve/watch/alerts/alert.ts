import type { Change, StandingChange, StandingKind } from '../../../domain/index.ts';
import { clean, quotable, shorten, standingLabels } from '../../../report/index.ts';
import type { Store } from '../../../store/index.ts';

/** What somebody is told when a claim's standing changes. Strings are as they are kept, not yet safe for a terminal. */
export type Alert = {
  /** Of the change: never used twice in a store, and grows. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly storyId: string;
  /** The story's title. */
  readonly story: string | null;
  readonly claimId: string;
  readonly wording: string;
  readonly before: StandingKind;
  /** Null where nobody tells the claim any more, or it is now told as part of another. */
  readonly after: StandingKind | null;
  /** The number of origins, at least, after the change. */
  readonly origins: number;
  /** The article that brought it about; null where a person's correction did. */
  readonly article: {
    readonly id: string;
    readonly outlet: string | null;
    readonly title: string | null;
    readonly url: string | null;
  } | null;
};

/** A change of a standing that a claim had before: the first standing of a new claim is no news of it. */
export type Moved = Change & { readonly event: StandingChange & { readonly before: StandingKind } };

export const isMoved = (change: Change): change is Moved =>
  change.event.kind === 'standing' && change.event.before !== null;

export async function alertOf(store: Store, { seq, at, storyId, articleId, event }: Moved): Promise<Alert> {
  const story = await store.storyEntry(storyId);
  const article = articleId === null ? null : await store.article(articleId);
  const { claimId, wording, before, after, origins } = event;
  return {
    seq,
    at,
    storyId,
    story: story?.title ?? null,
    claimId,
    wording,
    before,
    after,
    origins,
    article: article && { id: article.id, outlet: article.outlet, title: article.title, url: article.url },
  };
}

export const standingLabel = (standing: StandingKind | null): string =>
  standing === null ? 'no longer a claim of its own' : standingLabels[standing];

/** The words of a claim, to be put between quotation marks. */
export const quoted = (wording: string, limit: number): string =>
  quotable(wording, [{ start: 0, end: wording.length }], limit);

/**
 * An alert as one line that is safe to print.
 * @example
 * // 09:41 Bridge to open in May: “the bridge is safe”: one unnamed source → disputed, by The Courier (https://courier.example/9)
 */
export function alertLine({ at, story, wording, before, after, article }: Alert): string {
  const title = story === null ? '' : `${shorten(clean(story), 80)}: `;
  const words = `“${quoted(wording, 160)}”`;
  const by = article ? `by ${clean(article.outlet ?? article.title ?? article.id)}` : 'by a correction';
  const where = article?.url ? ` (${clean(article.url)})` : '';
  return `${at.slice(11, 16)} ${title}${words}: ${standingLabel(before)} → ${standingLabel(after)}, ${by}${where}`;
}
