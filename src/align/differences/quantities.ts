import type { CharSpan, TokenSpan } from '../../domain/index.ts';
import { covers } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import type { Account } from '../accounts.ts';
import { remembered } from '../remembered.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { createRoleReader, type Role } from './quantity-roles.ts';

/** `people`: counts of persons; `age`: how old somebody is; `degree`: of an event; `things`: any other noun. */
export type QuantityKind = 'people' | 'money' | 'share' | 'distance' | 'degree' | 'age' | 'things';

/** A number with what it counts: "at least 40 people" is 40 or more of "person". */
export type Quantity = CharSpan & {
  readonly unit: string;
  readonly kind: QuantityKind;
  readonly amount: number;
  readonly least: number;
  readonly most: number;
  readonly role: Role;
};

/** "about 40" may be anything within a tenth. */
const tolerance = 0.1;

/** Finds the numbers that count something in a run of an account's tokens; those of dates and times are left out. */
export type QuantityFinder = (run: Run) => Quantity[];

/** A unit is one. */
type Run = { readonly account: Account; readonly tokens: TokenSpan };

/** A number's words, from its first token to its last, and the token that says what is counted; -1 for none. */
type Counted = { readonly unit: string; readonly kind: QuantityKind; readonly head: number };

export function createQuantityFinder(vocabulary: Vocabulary): QuantityFinder {
  const magnitudes = new Map(
    loadLexicon('magnitudes').map(([word = '', factor = '']) => [word, Number(factor)]),
  );
  const modifiers = loadLexicon('number-modifiers').map(([words = '', kind = '']) => ({ words, kind }));
  const measures = new Map(
    loadLexicon('measures').flatMap(([unit = '', kind = '', words = '']) =>
      words.split(' ').map(word => [word, { unit, kind: kind as QuantityKind }] as const),
    ),
  );
  const readRole = createRoleReader(vocabulary);

  const modifierBefore = (text: string, start: number): string | null => {
    // a space stands for the start of the text, a line break and an opening quotation mark too
    const before = ` ${text.slice(Math.max(0, start - 30), start)}`.toLowerCase().replace(/[\s“"‘]+/g, ' ');
    const found = modifiers.find(({ words }) => before.trimEnd().endsWith(` ${words}`));
    return found?.kind ?? null;
  };

  return remembered(({ account, tokens }: Run) => {
    const { doc, text, words } = account;
    const wordAt = (at: number): string => {
      const token = at >= tokens.from && at < tokens.to ? doc.tokens[at] : undefined;
      return token ? text.slice(token.start, token.end).toLowerCase() : '';
    };
    const measureAt = (at: number) => measures.get(wordAt(at));
    const skipHyphen = (at: number): number => (/^[-‐‑–]$/.test(wordAt(at)) ? at + 1 : at);

    /** "a 27-year-old man", "27 years old", "aged 27", "Ana Rao, 27, …" */
    const isAge = (at: number, after: number): boolean => {
      const year = skipHyphen(after);
      if (/^years?$/.test(wordAt(year)) && wordAt(skipHyphen(year + 1)) === 'old') return true;
      if (/^\d+-years?-old$/.test(wordAt(at)) || /^aged?$/.test(wordAt(at - 1))) return true;
      return wordAt(at - 1) === ',' && /^[,.]$/.test(wordAt(after)) && doc.tokens[at - 2]?.upos === 'PROPN';
    };

    const countedAt = (at: number, after: number): Counted | null => {
      const sign = measureAt(at - 1);
      if (sign?.kind === 'money') return { ...sign, head: at - 1 };
      const next = skipHyphen(after);
      const named = measureAt(next);
      if (named) return { ...named, head: next };
      const before = [at - 1, at - 2].find(place => measureAt(place)?.kind === 'degree');
      if (before !== undefined) return { ...measureAt(before)!, head: before };
      const noun = nounAfter(account, at, next, tokens);
      if (noun < 0)
        return readRole.isCase(account, at, tokens) ? { unit: 'person', kind: 'people', head: at } : null;
      const measure = measureAt(noun);
      const keys = words[noun];
      const isWord = keys && vocabulary.commonness(keys) > 0 && !/^\d/.test(keys.form);
      if (measure) return { ...measure, head: noun };
      return isWord ? { unit: keys.sense, kind: 'things', head: noun } : null;
    };

    /** The number that begins at a token, "two" and "million" together, and the first token after it. */
    const numberAt = (at: number): { amount: number; end: number } | null => {
      let amount = at < tokens.to ? Number(words[at]?.form ?? 'none') : Number.NaN;
      let end = at + 1;
      for (; magnitudes.has(wordAt(skipHyphen(end))); end = skipHyphen(end) + 1)
        amount *= magnitudes.get(wordAt(skipHyphen(end)))!;
      return Number.isNaN(amount) ? null : { amount, end };
    };
    /** "90-120"; "31-24" is a score. */
    const rangeFrom = (end: number) => (skipHyphen(end) > end ? numberAt(end + 1) : null);

    const found: Quantity[] = [];
    for (let at = tokens.from; at < tokens.to; at++) {
      const first = numberAt(at);
      if (!first) continue;
      const last = rangeFrom(first.end);
      const { end } = last ?? first;
      const start = at;
      at = end - 1;
      const isScore = last !== null && last.amount <= first.amount;
      const age = isAge(start, end);
      const isTime = doc.times.some(time => covers(time, doc.tokens[start]!));
      if (isScore || (isTime && !age)) continue;
      const counted = age ? { unit: 'age', kind: 'age' as const, head: start } : countedAt(start, end);
      if (counted === null) continue;
      const { unit, kind, head } = counted;
      const bound = modifierBefore(text, startWithSign(account, start, head));
      const next = Math.max(end, head + 1);
      found.push({
        start: doc.tokens[start]!.start,
        end: doc.tokens[end - 1]!.end,
        unit,
        kind,
        amount: first.amount,
        ...(last ? { least: first.amount, most: last.amount } : intervalOf(first.amount, bound)),
        role: age
          ? readRole.ofPerson(account, start, tokens)
          : readRole.ofCounted(account, { head, number: start, next }, tokens),
      });
    }
    return found;
  });
}

/** Words stand before "$40", not between the sign and the number. */
const startWithSign = ({ doc }: Account, at: number, head: number): number =>
  doc.tokens[head === at - 1 ? head : at]!.start;

/** How far after a number its noun may stand: "40 mostly elderly local residents". */
const farNoun = 5;

/** The noun that the tree hangs the number on, if it comes soon after; else the next word; -1 for none. */
function nounAfter({ doc, words }: Account, at: number, next: number, { to }: TokenSpan): number {
  const above = doc.tokens[at]!.head;
  const token = doc.tokens[above];
  if (token?.upos === 'NOUN' && above > at && above - at <= farNoun && above < to) return above;
  return next < to && words[next] && doc.tokens[next]!.upos === 'NOUN' ? next : -1;
}

/** Whether both can be right. */
export const meet = (a: Quantity, b: Quantity): boolean => a.least <= b.most && b.least <= a.most;

function intervalOf(amount: number, modifier: string | null): { least: number; most: number } {
  if (modifier === 'least') return { least: amount, most: Infinity };
  if (modifier === 'most') return { least: 0, most: amount };
  const slack = modifier === 'about' ? amount * tolerance : 0;
  return { least: amount - slack, most: amount + slack };
}
