import type { CharSpan, Difference, TimeExpression } from '../../domain/index.ts';
import { covers, overlaps, textOf } from '../../domain/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import { daysOf } from '../calendar.ts';
import type { ClaimDraft } from '../claims/drafts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { createNameFinder, type NameRun } from './name-runs.ts';
import { difference, pairOf, tellingPassage } from './pairs.ts';
import { meet, type Quantity, type QuantityFinder } from './quantities.ts';

/** Everything an account dates, counts and mentions. */
type Contents = {
  readonly dates: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  /** Every word by sense, and every number as it is compared. */
  readonly senses: ReadonlySet<string>;
  readonly text: string;
};

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

  const contentsOf = (account: Account): Contents => {
    const { article } = account.reading;
    const around = `${article.title ?? ''} ${article.outlet ?? ''}`.split(/\s+/);
    const keys = [...account.words, ...around.map(word => vocabulary.keysOf(word))];
    return {
      dates: account.doc.times.filter(isDate),
      quantities: quantitiesIn(account, { from: 0, to: account.words.length }),
      senses: new Set(keys.flatMap(key => (key ? [key.sense, key.form] : []))),
      text: account.text,
    };
  };

  const detailsOf = ({ unit }: WeighedUnit, others: readonly Contents[]): CharSpan[] => {
    const { account, span, tokens } = unit;
    const isNowhere = (isIn: (other: Contents) => boolean) => !others.some(isIn);
    const dates = account.doc.times.filter(time => isDate(time) && covers(span, time));
    return [
      ...dates.filter(date => isNowhere(other => hasDate(other, date, account.text))),
      ...quantitiesIn(account, tokens).filter(each => isNowhere(other => hasNumber(other, each))),
      ...namesIn(account, tokens)
        .filter(name => !dates.some(date => overlaps(date, name)))
        .filter(name => isNowhere(other => hasName(other, name))),
    ].sort((a, b) => a.start - b.start);
  };

  return (accounts, claims, known) => {
    const contents = new Map(accounts.map(account => [account, contentsOf(account)]));
    const seen = new Set<string>();
    const isNew = ({ account }: WeighedUnit['unit'], span: CharSpan): boolean => {
      const key = `${account.index} ${textOf(account.text, span).toLowerCase()}`;
      return !seen.has(key) && seen.add(key).size > 0;
    };
    return claims.map(({ tellings }) =>
      tellings.flatMap(telling => {
        const { account } = telling.unit;
        const elsewhere = tellings.filter(({ unit }) => unit.account !== account);
        if (elsewhere.length === 0) return [];
        const others = accounts.flatMap(each => (each === account ? [] : contents.get(each)!));
        const passages = detailsOf(telling, others)
          .filter(span => isNew(telling.unit, span))
          .map(span => passageOf(account, span))
          .filter(passage => !known.some(each => tellsOf(each, passage)));
        const other = pairOf([telling], elsewhere).after;
        return passages.map(passage => difference('detail-only', passage, tellingPassage(other)));
      }),
    );
  };
}

const isDate = ({ kind, value }: TimeExpression): boolean =>
  (kind === 'date' || kind === 'time') && (value === null || daysOf(value) !== null);

/** Whether an account gives the date: the same words, or a day within it. */
function hasDate({ dates, text }: Contents, date: TimeExpression, ownText: string): boolean {
  const days = date.value === null ? null : daysOf(date.value);
  const words = textOf(ownText, date).toLowerCase();
  return dates.some(other => {
    const otherDays = other.value === null ? null : daysOf(other.value);
    if (!days || !otherDays) return textOf(text, other).toLowerCase() === words;
    return days.first <= otherDays.first && otherDays.last <= days.last;
  });
}

const hasNumber = ({ quantities, senses }: Contents, quantity: Quantity): boolean =>
  senses.has(String(quantity.amount)) ||
  quantities.some(
    other => other.amount === quantity.amount || (other.unit === quantity.unit && meet(other, quantity)),
  );

/** A name is known by any of its words: "Haddad" is "Omar Haddad". */
const hasName = ({ senses }: Contents, { words }: NameRun): boolean => words.some(word => senses.has(word));

const tellsOf = (
  { kind, before, after }: Difference,
  { articleId, start, end }: CharSpan & { articleId: string },
) =>
  (kind === 'number' || kind === 'date') &&
  [before, after].some(side => side.articleId === articleId && overlaps(side, { start, end }));
