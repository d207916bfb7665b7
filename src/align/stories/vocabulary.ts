import { loadLexicon } from '../../learn/index.ts';
import { createSpellingFold } from '../words/spelling.ts';
import { stem } from '../words/stem.ts';

/** What a word as it is written comes to. */
export type Written = {
  /** The word without "’s". */
  readonly shown: string;
  /** What all forms of the word have in common; empty for a word that carries only grammar. */
  readonly term: string;
  readonly isCapital: boolean;
  readonly isNumber: boolean;
  /** Perhaps: 1900 to 2099. */
  readonly isYear: boolean;
  /** 1 to 12 for a month's name with a capital, else 0. */
  readonly month: number;
  /** 1 to 7 for a day's name with a capital, else 0. */
  readonly weekday: number;
};

/** Reads a word by rules and lists alone; the caller keeps what it gives. */
export type WordReader = (word: string) => Written;

export function createWordReader(): WordReader {
  const fold = createSpellingFold();
  const grammar = new Set(
    [...loadLexicon('function-words'), ...loadLexicon('negations')].map(([word = '']) => word),
  );
  const numbers = new Map(
    loadLexicon('number-words').flatMap(([word = '', kind = '', value = '']) =>
      kind === 'number' ? [[word, value] as const] : [],
    ),
  );
  const times = (kind: string) =>
    new Map(
      loadLexicon('time-words').flatMap(([word = '', own = '', value = '']) =>
        own === kind ? [[word, Number(value)] as const] : [],
      ),
    );
  const months = times('month');
  const weekdays = times('weekday');
  return written => {
    const shown = written.replace(/['’]s?$/, '');
    const small = /^(\p{L}\.)+\p{L}$/u.test(shown) ? shown.replaceAll('.', '') : shown;
    const lower = small.normalize('NFC').toLowerCase().replaceAll('’', "'");
    const isCapital = /^\p{Lu}/u.test(shown);
    const number = numbers.get(lower) ?? digitsOf(lower);
    const isGrammar = grammar.has(lower) || (lower.length < 2 && number === null);
    return {
      shown,
      term: isGrammar ? '' : (number ?? stem(fold(lower))),
      isCapital,
      isNumber: number !== null,
      isYear: number !== null && /^(19|20)\d\d$/.test(number),
      month: months.get(shown) ?? 0,
      weekday: weekdays.get(shown) ?? 0,
    };
  };
}

/** "1,200" → "1200", "14th" → "14"; null for what does not begin with a digit. */
const digitsOf = (word: string): string | null =>
  /^\d/.test(word) ? word.replaceAll(',', '').replace(/^(\d+)(st|nd|rd|th)$/, '$1') : null;
