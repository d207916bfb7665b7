import type { TimeExpression } from '../../domain/index.ts';
import { textOf } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import { type Days, daysOf } from '../calendar.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { meet, type Quantity } from './quantities.ts';

/** What the accounts of a story date, count and mention, to ask who has something. An account is never asked for its own. */
export type StoryContents = {
  /** Whether any of the others has the same words or a day within it; true for what is not on the calendar. */
  readonly haveDate: (others: Others, account: Account, date: TimeExpression) => boolean;
  readonly haveQuantity: (others: Others, account: Account, quantity: Quantity) => boolean;
  /** By sense or form. */
  readonly haveWord: (others: Others, account: Account, word: string) => boolean;
};

/** One other account, or all of them. */
export type Others = Account | 'all';

/** The accounts that have a thing, by a key. */
type Holders = Map<string, Set<Account>>;

function hold(holders: Holders, key: string, account: Account): void {
  const known = holders.get(key);
  if (known) known.add(account);
  else holders.set(key, new Set([account]));
}

const isHeld = (holders: ReadonlySet<Account> | undefined, by: Others, account: Account): boolean => {
  if (!holders) return false;
  return by === 'all' ? holders.size > (holders.has(account) ? 1 : 0) : holders.has(by);
};

type Dated = { readonly words: string; readonly days: Days | null };

const datedOf = ({ text }: Account, time: TimeExpression): Dated | null => {
  const days = time.value === null ? null : daysOf(time.value);
  const isDate = time.kind === 'date' || time.kind === 'time';
  return isDate && (time.value === null || days) ? { words: dateWords(textOf(text, time)), days } : null;
};

/** "2 December", "Dec. 2" and "December 2nd" are the same words: numbers, and the beginnings of names, in one order. */
const dateWords = (text: string): string =>
  (text.toLowerCase().match(/\d+|\p{L}{3,}/gu) ?? [])
    .map(word => word.slice(0, /\d/.test(word) ? undefined : 3))
    .sort()
    .join(' ');

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
    const haveWord = (by: Others, account: Account, word: string) => isHeld(words.get(word), by, account);
    return {
      haveWord,
      haveDate: (by, account, time) => {
        const date = datedOf(account, time);
        if (date === null) return true;
        return [...dates].some(([key, held]) => isHeld(held, by, account) && isWithin(dated.get(key)!, date));
      },
      haveQuantity: (by, account, quantity) =>
        haveWord(by, account, String(quantity.amount)) ||
        (counted.get(quantity.unit) ?? []).some(
          other =>
            (by === 'all' ? other.account !== account : other.account === by) &&
            meet(other.quantity, quantity),
        ),
    };
  };
}

/** Whether the one gives the other: days within its days; where one of them has none, words within its words. */
const isWithin = (inner: Dated, outer: Dated): boolean =>
  inner.days && outer.days
    ? outer.days.first <= inner.days.first && inner.days.last <= outer.days.last
    : hasWords(inner.words, outer.words) || hasWords(outer.words, inner.words);

const hasWords = (words: string, some: string): boolean =>
  some.split(' ').every(word => words.split(' ').includes(word));
