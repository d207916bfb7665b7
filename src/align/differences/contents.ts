import type { TimeExpression } from '../../domain/index.ts';
import { textOf } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import { type Days, daysOf } from '../calendar.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { meet, type Quantity } from './quantities.ts';

/** What the accounts of a story date, count and mention, to ask whether one alone has something. */
export type StoryContents = {
  /** Whether no other account has the same words or a day within it; false for what is not on the calendar. */
  readonly isOnlyDate: (account: Account, date: TimeExpression) => boolean;
  readonly isOnlyQuantity: (account: Account, quantity: Quantity) => boolean;
  /** By sense or form. */
  readonly isOnlyWord: (account: Account, word: string) => boolean;
};

/** A thing's one account; null for several. */
type Holders = Map<string, Account | null>;

function hold(holders: Holders, key: string, account: Account): void {
  const holder = holders.get(key);
  holders.set(key, holder === undefined || holder === account ? account : null);
}

type Dated = { readonly words: string; readonly days: Days | null };

const datedOf = ({ text }: Account, time: TimeExpression): Dated | null => {
  const days = time.value === null ? null : daysOf(time.value);
  const isDate = time.kind === 'date' || time.kind === 'time';
  return isDate && (time.value === null || days) ? { words: textOf(text, time).toLowerCase(), days } : null;
};

/** What the title and the outlet's name say is known too. */
const wordsAround = ({ reading: { article } }: Account): string[] =>
  `${article.title ?? ''} ${article.outlet ?? ''}`.split(/\s+/);

/** Makes the index of a story's contents. Costs near linear time in the words; asking costs the story's dates at most. */
export function createContentsMaker(
  vocabulary: Vocabulary,
): (quantities: ReadonlyMap<Account, readonly Quantity[]>) => StoryContents {
  return quantities => {
    const words: Holders = new Map();
    const dates: Holders = new Map();
    const dated = new Map<string, Dated>();
    const counted = new Map<string, { account: Account; quantity: Quantity }[]>();
    for (const [account, own] of quantities) {
      const keys = [...account.words, ...wordsAround(account).map(word => vocabulary.keysOf(word))];
      for (const key of keys) for (const word of key ? [key.sense, key.form] : []) hold(words, word, account);
      for (const date of account.doc.times.flatMap(time => datedOf(account, time) ?? [])) {
        const key = `${date.words} ${date.days?.first} ${date.days?.last}`;
        hold(dates, key, account);
        dated.set(key, date);
      }
      for (const quantity of own) {
        hold(words, String(quantity.amount), account);
        const same = counted.get(quantity.unit) ?? [];
        same.push({ account, quantity });
        counted.set(quantity.unit, same);
      }
    }
    const isOnlyWord = (account: Account, word: string): boolean => words.get(word) === account;
    return {
      isOnlyWord,
      isOnlyDate: (account, time) => {
        const date = datedOf(account, time);
        const isGiven = ([key, holder]: [string, Account | null]) =>
          holder !== account && isWithin(dated.get(key)!, date!);
        return date !== null && ![...dates].some(isGiven);
      },
      isOnlyQuantity: (account, quantity) =>
        isOnlyWord(account, String(quantity.amount)) &&
        !(counted.get(quantity.unit) ?? []).some(
          other => other.account !== account && meet(other.quantity, quantity),
        ),
    };
  };
}

/** Whether the one gives the other: days within its days; where one of them has none, words within its words. */
const isWithin = (inner: Dated, outer: Dated): boolean =>
  inner.days && outer.days
    ? outer.days.first <= inner.days.first && inner.days.last <= outer.days.last
    : inner.words.includes(outer.words) || outer.words.includes(inner.words);
