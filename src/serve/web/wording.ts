import type { Change, StandingKind } from '../../domain/index.ts';
import {
  clean,
  counted,
  type Html,
  html,
  quotable,
  shorten,
  standingLabels,
  writtenDate,
} from '../../report/index.ts';

/** The parts that pages are made of. */

/** A moment as people write it. */
export const timeTag = (at: string): Html => html`<time datetime="${at}">${writtenDate(clean(at))}</time>`;

/** A date of an article, which may have none. */
export const dateTag = (published: string | null): Html =>
  published === null ? html`<span class="quiet">no publication date</span>` : timeTag(published);

export const standingTag = (kind: StandingKind): Html =>
  html`<span class="standing ${kind}">${standingLabels[kind]}</span>`;

/** What an article is called in a list. */
export const titleOf = ({
  title,
  outlet,
}: {
  readonly title: string | null;
  readonly outlet: string | null;
}): string => shorten(clean(title ?? outlet ?? '') || 'untitled', 140);

/** “words”, shortened, without marks of their own around them. */
export const quoted = (words: string, limit: number): string =>
  `“${quotable(words, [{ start: 0, end: words.length }], limit)}”`;

/** Facts of one thing on one line, those that are null left out. */
export const factsLine = (facts: readonly (Html | string | null)[]): Html =>
  html`${facts
    .flatMap(fact => (fact === null || fact === '' ? [] : [typeof fact === 'string' ? html`${fact}` : fact]))
    .map((fact, at) => (at === 0 ? fact : html` · ${fact}`))}`;

/** A change of a claim’s standing with its change. */
export type StandingEntry = Change & { readonly event: Extract<Change['event'], { kind: 'standing' }> };

export const isStanding = (change: Change): change is StandingEntry => change.event.kind === 'standing';

/** Of a claim that was there before: not one that an account has just brought. */
export const isMove = (change: Change): change is StandingEntry =>
  isStanding(change) && change.event.before !== null;

/** one unnamed source → disputed */
export const moveTags = ({ event: { before, after } }: StandingEntry): Html =>
  html`<span class="move">${before === null ? html`<span class="quiet">new</span>` : standingTag(before)} <span class="arrow" aria-label="then">→</span> ${after === null ? html`<span class="quiet">no longer a claim of its own</span>` : standingTag(after)}</span>`;

/** What a correction or an article did, in words. */
export function eventWords({ event }: Change): string {
  switch (event.kind) {
    case 'article-added':
      return 'came in';
    case 'article-changed':
      return `changed, to version ${event.version}`;
    case 'article-left':
      return 'was taken out of the story';
    case 'story-merged':
      return 'The story was merged into another';
    case 'corrected':
      return event.withdrawn ? 'A correction was withdrawn' : 'Somebody made a correction';
    case 'standing':
      return 'A claim changed';
  }
}

/** "3 accounts of 2 outlets" */
export const accountsOfOutlets = (accounts: number, outlets: number): string =>
  outlets === accounts || outlets === 0
    ? counted(accounts, 'account')
    : `${counted(accounts, 'account')} of ${counted(outlets, 'outlet')}`;

/** The link to the page after this one, with all else that was asked for. */
export const nextLink = (
  path: string,
  query: Readonly<Record<string, string>>,
  next: string | null,
): Html | null =>
  next === null
    ? null
    : html`<p class="next"><a href="${path}?${new URLSearchParams({ ...query, after: next }).toString()}" rel="next">Show more</a></p>\n`;
