import { isStance, type Stance } from '../domain/index.ts';
import { alternatives, createPhrases, type Lexicon, loadLexicon } from '../learn/index.ts';

/** A cue verb, as lexicons/cue-verbs.txt describes it. */
export type CueVerb = {
  /** The first spelling, with its particles: "call for". */
  readonly lemma: string;
  readonly particles: readonly string[];
  readonly stance: Stance;
  readonly frames: ReadonlySet<string>;
};

export type VerbForm = { readonly verb: CueVerb; readonly form: 'base' | 's' | 'past' | 'ing' };

export type CueNoun = { readonly stance: Stance; readonly frames: ReadonlySet<string> };

/** An adjective of opinion at a token: where it ends, exclusive, and what it expresses. */
type FoundAdjective = CueNoun & { readonly to: number };

export type Vocabulary = {
  readonly verbs: ReadonlyMap<string, readonly VerbForm[]>;
  readonly nouns: ReadonlyMap<string, CueNoun>;
  readonly adjectives: (lower: readonly string[], at: number) => FoundAdjective | null;
  /** Part of a function word: `preposition`, `be`, …. */
  readonly partOf: ReadonlyMap<string, string>;
  readonly phrases: Readonly<Record<PhraseLexicon, ReturnType<typeof createPhrases>>>;
};

const phraseLexicons = [
  'source-prepositions',
  'refusals',
  'untruths',
  'hedges',
  'anonymity',
  'basis',
  'roles',
  'organisations',
  'company-words',
  'localities',
  'governments',
  'press-outlets',
  'press-words',
  'wire-services',
  'person-titles',
] as const;
type PhraseLexicon = (typeof phraseLexicons)[number];

/** Reads the lexicons of this room. */
export function loadVocabulary(): Vocabulary {
  const phrases = phraseLexicons.map(name => [name, createPhrases(everyForm(loadLexicon(name), name))]);
  return {
    verbs: verbForms(loadLexicon('cue-verbs')),
    nouns: new Map(
      loadLexicon('cue-nouns').map(([noun, stance, frames]) => [
        noun!,
        { stance: stanceOf(stance), frames: framesOf(frames) },
      ]),
    ),
    adjectives: createAdjectives(loadLexicon('cue-adjectives')),
    partOf: new Map(loadLexicon('word-parts').map(([word, part]) => [word!, part!] as const)),
    phrases: Object.fromEntries(phrases) as Vocabulary['phrases'],
  };
}

function createAdjectives(lexicon: Lexicon): Vocabulary['adjectives'] {
  const phraseAt = createPhrases(lexicon);
  return (lower, at) => {
    const found = phraseAt(lower, at);
    return found && { to: found.to, stance: stanceOf(found.row[1]), frames: framesOf(found.row[2]) };
  };
}

/** In wire-services every column is a form of the first; refusals and anonymity write many phrases short. */
function everyForm(lexicon: Lexicon, name: string): Lexicon {
  if (name === 'wire-services') return lexicon.flatMap(row => row.map(form => [form, row[0]!]));
  if (name !== 'refusals' && name !== 'anonymity') return lexicon;
  return lexicon.flatMap(([short = '', ...columns]) =>
    alternatives(short).map(phrase => [phrase, ...columns]),
  );
}

function stanceOf(word = ''): Stance {
  if (isStance(word)) return word;
  throw new Error(`a lexicon names the stance "${word}", which there is not`);
}

const framesOf = (column = ''): ReadonlySet<string> => new Set(column.split(' ').filter(Boolean));

function verbForms(lexicon: Lexicon): Map<string, VerbForm[]> {
  const forms = new Map<string, VerbForm[]>();
  const add = (word: string, verb: CueVerb, form: VerbForm['form']): void => {
    const known = forms.get(word) ?? [];
    if (!known.some(other => other.verb === verb)) forms.set(word, [...known, { verb, form }]);
  };
  for (const [spellings = '', stance, frames, irregular] of lexicon)
    for (const spelling of spellings.split('/')) {
      const particles = (spellings.split('/').at(-1) ?? '').split(' ').slice(1);
      const [head = ''] = spelling.split(' ');
      const verb = {
        lemma: [spellings.split(/[ /]/)[0], ...particles].join(' '),
        particles,
        stance: stanceOf(stance),
        frames: framesOf(frames),
      };
      for (const past of pastsOf(head, irregular)) add(past, verb, 'past');
      add(head, verb, 'base');
      add(thirdPerson(head), verb, 's');
      for (const ing of ingsOf(head)) add(ing, verb, 'ing');
    }
  for (const known of forms.values()) known.sort((a, b) => b.verb.particles.length - a.verb.particles.length);
  return forms;
}

const pastsOf = (head: string, irregular = ''): string[] =>
  irregular ? irregular.split(/[ ,]+/) : [regularPast(head)];

const regularPast = (head: string): string =>
  head.endsWith('e')
    ? `${head}d`
    : /[^aeiou]y$/.test(head)
      ? `${head.slice(0, -1)}ied`
      : doubled(head)
        ? `${head}${head.at(-1)}ed`
        : `${head}ed`;

const thirdPerson = (head: string): string =>
  /(?:s|x|z|ch|sh|go)$/.test(head)
    ? `${head}es`
    : /[^aeiou]y$/.test(head)
      ? `${head.slice(0, -1)}ies`
      : `${head}s`;

const ingsOf = (head: string): string[] =>
  head.endsWith('e') && !/[eo]e$/.test(head)
    ? [`${head.slice(0, -1)}ing`]
    : doubled(head)
      ? [`${head}${head.at(-1)}ing`]
      : /[ae]l$/.test(head)
        ? [`${head}ing`, `${head}ling`]
        : [`${head}ing`];

/** "plan", "beg", "admit", "commit", "refer", "rebut": a short last syllable with the stress on it. */
const doubled = (head: string): boolean =>
  /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(head) || /(?:mit|[rn]but|ebut|refer|infer|pel|cur)$/.test(head);
