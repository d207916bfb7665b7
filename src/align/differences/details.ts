import type { CharSpan, Difference } from '../../domain/index.ts';
import { covers, overlaps, textOf } from '../../domain/index.ts';
import { type Account, isLater, passageOf } from '../accounts.ts';
import type { ClaimDraft } from '../claims/drafts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { createContentsMaker, type StoryContents } from './contents.ts';
import { createNameFinder } from './name-runs.ts';
import { difference, pairOf, tellingPassage } from './pairs.ts';
import type { Quantity, QuantityFinder } from './quantities.ts';

/** The details of each claim, in the order of the claims; `known` are differences that tell of a detail already. */
export type DetailFinder = (
  accounts: readonly Account[],
  claims: readonly ClaimDraft[],
  known: readonly Difference[],
) => Difference[][];

/**
 * Makes the finder of dates, numbers and names that one account alone gives in telling what others tell too. What stands
 * anywhere in another account, be it in other words ("Monday", "11 November"), is not such a detail; each is found once a story.
 */
export function createDetailFinder(vocabulary: Vocabulary, quantitiesIn: QuantityFinder): DetailFinder {
  const namesIn = createNameFinder(vocabulary);
  const contentsOf = createContentsMaker(vocabulary);

  /** What one account has and no other. */
  const onlyIn = (account: Account, quantities: readonly Quantity[], contents: StoryContents): CharSpan[] => {
    const { times } = account.doc;
    const names = namesIn(account).filter(name => !times.some(time => overlaps(time, name)));
    return merged(account.text, [
      ...times.filter(time => contents.isOnlyDate(account, time)),
      ...quantities.filter(quantity => contents.isOnlyQuantity(account, quantity)),
      ...names.filter(({ words }) => words.every(word => contents.isOnlyWord(account, word))),
    ]);
  };

  return (accounts, claims, known) => {
    const quantities = new Map(
      accounts.map(account => [account, quantitiesIn(account, { from: 0, to: account.words.length })]),
    );
    const contents = contentsOf(quantities);
    const details = new Map(
      [...quantities].map(([account, own]) => [account, onlyIn(account, own, contents)]),
    );
    const seen = new Set<string>();
    const isNew = (account: Account, span: CharSpan): boolean => {
      const key = `${account.index} ${textOf(account.text, span).toLowerCase()}`;
      const isTold = known.some(each => givesNumberOrDate(each, account.articleId, span));
      return !seen.has(key) && !isTold && seen.add(key).size > 0;
    };
    const detailDifference = (telling: WeighedUnit, detail: CharSpan, elsewhere: readonly WeighedUnit[]) => {
      const { account } = telling.unit;
      const { after: other } = pairOf([telling], elsewhere);
      const [having, lacking] = [passageOf(account, detail), tellingPassage(other)];
      if (isLater(account, other.unit.account)) return difference('detail-added', lacking, having);
      const isDropped = isLater(other.unit.account, account);
      return difference(isDropped ? 'detail-dropped' : 'detail-only', having, lacking);
    };
    const inTelling = (telling: WeighedUnit, elsewhere: readonly WeighedUnit[]): Difference[] => {
      const { account, span } = telling.unit;
      const found = details.get(account)!.filter(each => covers(span, each) && isNew(account, each));
      if (found.length === 0) return [];
      return found.map(each => detailDifference(telling, each, elsewhere));
    };
    return claims.map(({ tellings, accounts: tellers }) => {
      if (tellers.length < 2) return [];
      return tellings.flatMap(telling =>
        inTelling(
          telling,
          tellings.filter(({ unit }) => unit.account !== telling.unit.account),
        ),
      );
    });
  };
}

/** "the Institute (of) Water (and the) Sea": between two parts of one thing stands no more than this. */
const link = /^\s*(?:of|for|in|and|or|to|on|at|['’]s)?(?:\s+(?:an?|the))?\s*$/i;

/** In order, with those that only a small word parts as one. */
function merged(text: string, spans: readonly CharSpan[]): CharSpan[] {
  const joined: CharSpan[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && link.test(text.slice(last.end, start)) && !text.slice(last.end, start).includes('\n'))
      joined[joined.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else joined.push({ start, end });
  }
  return joined;
}

const givesNumberOrDate = ({ kind, before, after }: Difference, articleId: string, span: CharSpan): boolean =>
  (kind === 'number' || kind === 'date') &&
  [before, after].some(side => side.articleId === articleId && overlaps(side, span));
