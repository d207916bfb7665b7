import { loadLexicon } from '../../learn/index.ts';

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
  'tense',
  'bound',
  'aim',
  'opens',
  'inner',
] as const;

/** What a word can be in a time expression: its value in each class that it has. */
export type Word = Readonly<
  Partial<Record<(typeof counted)[number], number>> & Partial<Record<(typeof coded)[number], string>>
>;

/** A word of one of these classes may be the first of an expression, whatever follows it. */
const opening: readonly (keyof Word)[] = [
  'month',
  'weekday',
  'weekdays',
  'day',
  'night',
  'relation',
  'textRelation',
  'number',
  'ordinal',
  'unit',
  'units',
  'season',
  'part',
  'clock',
  'set',
  'vaguely',
  'stretch',
  'every',
  'approximate',
  'vague',
];

/** Words by every way they are written. */
export type Vocabulary = ReadonlyMap<string, Word>;

type WordClass = keyof Word;

export function loadVocabulary(): Vocabulary {
  const words = new Map<string, Partial<Record<WordClass, number | string>>>();
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
  for (const entry of words.values()) if (opening.some(name => name in entry)) entry.opens = 'always';
  return spelled(words as Map<string, Word>);
}

/** Each word also with a capital and in capitals. */
function spelled(words: ReadonlyMap<string, Word>): Vocabulary {
  const vocabulary = new Map<string, Word>();
  for (const [word, entry] of words) {
    const capitalised = word.charAt(0).toUpperCase() + word.slice(1);
    for (const form of [capitalised, word.toUpperCase()]) {
      if (!words.has(form)) vocabulary.set(form, entry);
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
