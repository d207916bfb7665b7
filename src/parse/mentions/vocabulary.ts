import type { EntityKind } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';

export type Gender = 'female' | 'male';

/** A row of `lexicons/pronouns.txt`. */
export type Pronoun = {
  readonly person: 'first' | 'second' | 'third' | 'relative';
  readonly number: 'one' | 'several' | 'either';
  readonly gender: Gender | 'thing' | 'any';
  readonly use: 'subject' | 'object' | 'possessive' | 'reflexive' | 'any';
};

/** What a noun says of whom it is used for. */
export type Noun = {
  readonly kind: EntityKind;
  /** Stands for any name of the kind: "the country". */
  readonly general: boolean;
  readonly press: boolean;
};

/** What a place's or a state's name stands for; `state` as a name key. */
export type Metonym = { readonly kind: 'capital' | 'seat' | 'state'; readonly state: string };

export type ClauseWord = 'conjunction' | 'place' | 'adjunct' | 'seat' | 'copula';

/** Vocabulary in lower case. */
export type MentionVocabulary = {
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  /** By singular and plural. */
  readonly nouns: ReadonlyMap<string, Noun>;
  readonly titles: ReadonlySet<string>;
  readonly genders: ReadonlyMap<string, Gender>;
  /** Titles that say nothing else of a person: `mr`. */
  readonly honorifics: ReadonlySet<string>;
  readonly givenNames: ReadonlyMap<string, Gender | 'either'>;
  readonly metonyms: ReadonlyMap<string, Metonym>;
  /** Name keys of states. */
  readonly states: ReadonlySet<string>;
  /** The state of a people: `iranian` to `iran`. */
  readonly peoples: ReadonlyMap<string, string>;
  /** Full forms, as name keys, to short ones. */
  readonly shortForms: ReadonlyMap<string, string>;
  /** Last words of companies' names. */
  readonly companyWords: ReadonlySet<string>;
  readonly outlets: ReadonlySet<string>;
  readonly sayings: ReadonlySet<string>;
  readonly is: (word: string, kind: ClauseWord) => boolean;
};

/** A name as it is compared: lower case, without stops and a leading article. */
export const nameKeyOf = (name: string): string =>
  name.toLowerCase().replace(/[.’']/g, '').replace(/^the /, '');

export function loadMentionVocabulary(): MentionVocabulary {
  const clauseWords = new Map<string, Set<string>>();
  for (const [word = '', kind = ''] of loadLexicon('clause-words'))
    clauseWords.set(word, (clauseWords.get(word) ?? new Set()).add(kind));
  const metonyms = loadMetonyms();
  const places = loadLexicon('places').filter(([, kind]) => kind === 'country');
  const countries = places.map(([place = '']) => nameKeyOf(place));
  const peoples = loadLexicon('demonyms').map(
    ([people = '', state = '']) => [nameKeyOf(people), nameKeyOf(state)] as const,
  );
  return {
    pronouns: new Map(
      loadLexicon('pronouns').map(([word = '', person, number, gender, use]) => [
        word,
        { person, number, gender, use } as Pronoun,
      ]),
    ),
    nouns: loadNouns(),
    titles: new Set(loadLexicon('person-titles').map(([title = '']) => title)),
    genders: new Map(loadLexicon('gendered-words').map(([word = '', gender]) => [word, gender as Gender])),
    honorifics: new Set(
      loadLexicon('gendered-words').flatMap(([word = '', , use]) => (use === 'honorific' ? [word] : [])),
    ),
    givenNames: new Map(
      loadLexicon('given-names').map(([name = '', gender]) => [
        name,
        (gender ?? 'either') as Gender | 'either',
      ]),
    ),
    metonyms,
    states: new Set([
      ...countries,
      ...peoples.map(([, state]) => state),
      ...[...metonyms.values()].map(({ state }) => state),
    ]),
    peoples: new Map(peoples),
    shortForms: new Map(
      loadLexicon('initialisms').map(([full = '', short = '']) => [nameKeyOf(full), nameKeyOf(short)]),
    ),
    companyWords: new Set(loadLexicon('company-words').map(([word = '']) => word)),
    outlets: new Set(
      [...loadLexicon('press-outlets'), ...loadLexicon('wire-services')].flat().map(nameKeyOf),
    ),
    sayings: new Set(
      loadLexicon('cue-verbs').flatMap(([verbs = '', , frames = '', forms = '']) =>
        /\b(?:quote|clause|that)\b/.test(frames) ? formsOf(verbs, forms) : [],
      ),
    ),
    is: (word, kind) => clauseWords.get(word)?.has(kind) ?? false,
  };
}

const loadMetonyms = (): ReadonlyMap<string, Metonym> =>
  new Map(
    loadLexicon('metonyms').map(([name = '', kind, state = '']) => [
      nameKeyOf(name),
      { kind: kind as Metonym['kind'], state: nameKeyOf(state) },
    ]),
  );

const organisationKinds: Readonly<Record<string, EntityKind>> = {
  government: 'organisation',
  organisation: 'organisation',
  document: 'other',
};

function loadNouns(): ReadonlyMap<string, Noun> {
  const nouns = new Map<string, Noun>();
  const add = (noun: string, entry: Noun): void => {
    for (const form of [noun, pluralOf(noun)]) if (!nouns.has(form)) nouns.set(form, entry);
  };
  for (const [noun = '', kind = '', how] of loadLexicon('nominals')) {
    const press = kind === 'press';
    add(noun, { kind: press ? 'organisation' : (kind as EntityKind), general: how === 'any', press });
  }
  for (const [noun = ''] of loadLexicon('roles')) add(noun, { kind: 'person', general: false, press: false });
  for (const [noun = '', kind = ''] of loadLexicon('organisations'))
    add(noun, { kind: organisationKinds[kind] ?? 'other', general: false, press: false });
  return nouns;
}

/** "countries", "spokesmen", "officials"; good enough to look words up by. */
export const pluralOf = (noun: string): string => {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/[^hu]man$/.test(noun) || noun === 'man' || noun === 'woman') return noun.replace(/man$/, 'men');
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
};

/** Forms of the present and the past of a row of `cue-verbs`: all that can follow a subject. */
function formsOf(verbs: string, irregular: string): string[] {
  const [words = ''] = verbs.split(' ');
  return words.split('/').flatMap(verb => {
    const stem = verb.replace(/e$/, '');
    const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
    return [verb, pluralOf(verb), past, `${stem}ing`, ...irregular.split(/[ ,]+/)];
  });
}
