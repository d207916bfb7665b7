import { loadLexicon } from '../../learn/index.ts';
import { type Hint, hintOfClass, hintOfLiteral } from './hints.ts';

/** Classes whose value is a number, and classes whose value is a code; lexicons/time-words.txt says what each is. */
const counted = [
  'month',
  'weekday',
  'weekdays',
  'day',
  'night',
  'relation',
  'textRelation',
  'shift',
  'textShift',
  'number',
  'scale',
  'ordinal',
  'decade',
] as const;
const coded = [
  'unit',
  'units',
  'season',
  'part',
  'clock',
  'zone',
  'set',
  'vaguely',
  'stretch',
  'every',
  'approximate',
  'vague',
  'between',
  'doubtful',
  'abbreviation',
  'leads',
  'counted',
  'numbered',
  'tense',
  'bound',
  'aim',
  'opens',
  'inner',
] as const;

/** What a word can be in a time expression: its value in each class that it has. */
export type Word = Readonly<
  Partial<Record<(typeof counted)[number], number>> & Partial<Record<(typeof coded)[number], string>>
> & {
  readonly hint: Hint;
  /** Whether it may stand second in an expression. */
  readonly goesOn: boolean;
};

/** A word of one of these classes may be an expression, */
const enough: readonly WordClass[] = [
  'month',
  'weekday',
  'weekdays',
  'day',
  'night',
  'unit',
  'units',
  'season',
  'part',
  'clock',
  'set',
  'vaguely',
];

/** and a word of these the first of one. */
const opening: readonly WordClass[] = [
  'relation',
  'textRelation',
  'number',
  'ordinal',
  'stretch',
  'every',
  'approximate',
  'vague',
];

/** Classes that say something of a word's surroundings, not of what it is in an expression. */
const aboutContext: readonly string[] = ['tense', 'bound', 'aim', 'leads', 'counted', 'numbered', 'doubtful'];

/** Words by every way they are written. */
export type Vocabulary = ReadonlyMap<string, Word>;

type Entry = Partial<Record<WordClass, number | string>>;

type WordClass = Exclude<keyof Word, 'hint' | 'goesOn'>;

export function loadVocabulary(): Vocabulary {
  const words = new Map<string, Entry>();
  for (const name of ['time-words', 'number-words', 'time-zones', 'tense-words']) {
    for (const [word = '', wordClass = '', value = ''] of loadLexicon(name)) {
      const entry = words.get(word) ?? {};
      entry[knownClass(wordClass, name)] = isCounted(wordClass) ? Number(value) : value;
      words.set(word, entry);
    }
  }
  for (const [name = ''] of loadLexicon('holidays')) {
    const first = /^[A-Za-z]+/.exec(name)![0];
    words.set(first, { ...words.get(first), opens: 'always' });
  }
  return spelled(new Map(words.entries().map(([word, entry]) => [word, completed(word, entry)])));
}

/** The entry with its hint, and whether expressions begin with it. */
function completed(word: string, entry: Entry): Word {
  const has = (name: WordClass) => name in entry;
  const opens = enough.some(has) ? 'always' : opening.some(has) ? 'next' : entry.opens;
  const hint = Object.keys(entry).reduce((all, name) => all | hintOfClass(name), hintOfLiteral(word));
  const goesOn = Object.keys(entry).some(name => !aboutContext.includes(name));
  return { ...entry, ...(opens && { opens }), hint, goesOn } as Word;
}

/** Each word also with a capital and in capitals. */
function spelled(words: ReadonlyMap<string, Word>): Vocabulary {
  const vocabulary = new Map<string, Word>();
  for (const [word, entry] of words) {
    const capitalised = word.charAt(0).toUpperCase() + word.slice(1);
    for (const form of [capitalised, word.toUpperCase()]) {
      if (!words.has(form) && !vocabulary.has(form)) vocabulary.set(form, entry);
    }
  }
  for (const [word, entry] of words) vocabulary.set(word, entry);
  return vocabulary;
}

const isCounted = (name: string): boolean => (counted as readonly string[]).includes(name);

function knownClass(name: string, lexicon: string): WordClass {
  if (isCounted(name) || (coded as readonly string[]).includes(name)) return name as WordClass;
  throw new Error(`lexicons/${lexicon}.txt: no class "${name}"`);
}
