import type { CharSpan, Difference, TimeExpression } from '../../domain/index.ts';
import { covers, overlaps, textOf } from '../../domain/index.ts';
import { type Account, passageOf, placesOf } from '../accounts.ts';
import type { ClaimDraft } from '../claims/drafts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import type { Order } from '../lineage/order.ts';
import { remembered } from '../remembered.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { createContentsMaker, type Others } from './contents.ts';
import { createNameFinder } from './names.ts';
import { difference, pairOf, tellingPassage } from './pairs.ts';
import type { QuantityFinder } from './quantities.ts';

/** The details of each claim, in the order of the claims; `known` are differences that tell of a detail already. */
export type DetailFinder = (
  accounts: readonly Account[],
  claims: readonly ClaimDraft[],
  known: readonly Difference[],
  order: Order,
) => Difference[][];

/** What stands in one account and in none of the others; or, where one took from the other, not in that. */
type DetailsBeside = (account: Account, others: Others) => readonly CharSpan[];

/**
 * Makes the finder of dates, numbers and names that one account gives in telling what others tell too, and that stand nowhere in any
 * other: be it in other words ("Monday", "11 November"). Between an account and the one that it took from, they are what stands
 * nowhere in the other of the two. Each is found once a story.
 */
export function createDetailFinder(vocabulary: Vocabulary, quantitiesIn: QuantityFinder): DetailFinder {
  const namesIn = remembered(createNameFinder(vocabulary));
  const quantitiesOf = remembered((account: Account) =>
    quantitiesIn({ account, tokens: { from: 0, to: account.words.length } }),
  );
  const contentsOf = createContentsMaker(vocabulary);

  function detailsOf(accounts: readonly Account[]): DetailsBeside {
    const quantities = new Map(accounts.map(account => [account, quantitiesOf(account)] as const));
    const contents = contentsOf(quantities);
    const found = new Map(accounts.map(account => [account, new Map<Others, CharSpan[]>()] as const));
    const find = (account: Account, others: Others): CharSpan[] => {
      const { times } = account.doc;
      const names = namesIn(account).filter(name => !times.some(time => overlaps(time, name)));
      return merged(account.text, [
        ...times.filter(time => isExact(account, time) && !contents.haveDate(others, account, time)),
        ...quantities
          .get(account)!
          .filter(quantity => quantity.amount !== 1 && !contents.haveQuantity(others, account, quantity)),
        ...names.filter(({ words }) => !words.some(word => contents.haveWord(others, account, word))),
      ]);
    };
    return (account, others) => {
      const known = found.get(account)!;
      const details = known.get(others) ?? find(account, others);
      known.set(others, details);
      return details;
    };
  }

  return (accounts, claims, known, order) => {
    const details = detailsOf(accounts);
    const places = placesOf(accounts);
    const seen = new Set<string>();
    const isNew = (account: Account, span: CharSpan, others: Others): boolean => {
      const words = `${places.get(account)} ${textOf(account.text, span).toLowerCase()}`;
      const key = others === 'all' ? words : `${words} ${places.get(others)}`;
      const isTold = known.some(each => givesDetail(each, account.articleId, span));
      if (isTold || seen.has(key)) return false;
      seen.add(words).add(key);
      return true;
    };
    const detailsIn = (telling: WeighedUnit, elsewhere: readonly WeighedUnit[], others: Others) => {
      const { account, span } = telling.unit;
      return details(account, others)
        .filter(each => covers(span, each) && isNew(account, each, others))
        .map(each => detailDifference(telling, each, pairOf([telling], elsewhere).after, order));
    };
    return claims.map(({ tellings, accounts: tellers }) => {
      if (tellers.length < 2) return [];
      const of = (account: Account) => tellings.filter(({ unit }) => unit.account === account);
      const beside = (account: Account, others: Account) =>
        of(account).flatMap(telling => detailsIn(telling, of(others), others));
      const ofKin = tellers.flatMap(taker => {
        const giver = order.takenFrom(taker);
        return giver && tellers.includes(giver) ? [...beside(giver, taker), ...beside(taker, giver)] : [];
      });
      const alone = tellings.flatMap(telling => {
        const elsewhere = tellings.filter(({ unit }) => unit.account !== telling.unit.account);
        return detailsIn(telling, elsewhere, 'all');
      });
      return [...ofKin, ...alone];
    });
  };
}

function detailDifference(
  telling: WeighedUnit,
  detail: CharSpan,
  other: WeighedUnit,
  order: Order,
): Difference {
  const { account } = telling.unit;
  const [having, lacking] = [passageOf(account, detail), tellingPassage(other)];
  if (order.isAfter(account, other.unit.account)) return difference('detail-added', lacking, having);
  const isDropped = order.isAfter(other.unit.account, account);
  return difference(isDropped ? 'detail-dropped' : 'detail-only', having, lacking);
}

/** "yesterday" that nobody can date, and a time of day, may be what another account gives otherwise. */
const isExact = ({ text }: Account, time: TimeExpression): boolean =>
  time.value !== null || (time.kind === 'date' && /\d/.test(textOf(text, time)));

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

const givesDetail = ({ kind, before, after }: Difference, articleId: string, span: CharSpan): boolean =>
  (kind === 'number' || kind === 'date' || kind === 'place' || kind === 'who') &&
  [before, after].some(side => side.articleId === articleId && overlaps(side, span));
