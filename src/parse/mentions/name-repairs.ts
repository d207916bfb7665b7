import type { Sentence } from '../../domain/index.ts';
import type { ArticleName } from '../names/article-names.ts';
import { type MentionVocabulary, nameKeyOf } from './vocabulary.ts';

/** The words of an article, with the names that were found in it. */
export type NamedWords = {
  readonly form: readonly string[];
  readonly xpos: readonly string[];
  readonly sentences: readonly Sentence[];
  readonly names: readonly ArticleName[];
};

/**
 * The names with what vocabulary and the rest of the article tell: a given name before a person's name belongs to it, a
 * surname that the article gives in full elsewhere is a name wherever it stands, so is a people's adjective with a capital;
 * who is called "Ms" is a person, what stands in brackets in a dateline is an agency, and a headline in capitals has no names
 * that run through words which the article writes small.
 */
export function repairNames(words: NamedWords, vocabulary: MentionVocabulary): ArticleName[] {
  const split = splitHeadlines(words, vocabulary);
  const isNamed = new Uint8Array(words.form.length);
  for (const { from, to } of split) isNamed.fill(1, from, to);
  const longer = split.map(name =>
    withGivenName(words, vocabulary, withKind(words, vocabulary, name), isNamed),
  );
  const surnames = surnamesOf(words.form, longer);
  const added: ArticleName[] = [];
  for (const [at, word] of words.form.entries()) {
    if (isNamed[at] === 1 || !/^\p{Lu}\p{Ll}/u.test(word)) continue;
    if (vocabulary.peoples.has(word.toLowerCase())) added.push({ from: at, to: at + 1, kind: 'other' });
    else if (/^NNP?$/.test(words.xpos[at]!) && surnames.has(word))
      added.push({ from: at, to: at + 1, kind: 'person' });
  }
  return added.length === 0 ? longer : [...longer, ...added].sort((a, b) => a.from - b.from);
}

function withKind({ form }: NamedWords, { honorifics }: MentionVocabulary, name: ArticleName): ArticleName {
  const before = form[name.from - 1] ?? '';
  if (honorifics.has(before.toLowerCase().replace('.', ''))) return { ...name, kind: 'person' };
  const isAgency = before === '(' && form[name.to] === ')' && /^\p{Lu}{3,}$/u.test(form[name.from - 2] ?? '');
  return isAgency ? { ...name, kind: 'organisation' } : name;
}

function withGivenName(
  { form, xpos }: NamedWords,
  { givenNames }: MentionVocabulary,
  name: ArticleName,
  isNamed: Uint8Array,
): ArticleName {
  const before = name.from - 1;
  const word = form[before] ?? '';
  const isGiven = isNamed[before] === 0 && xpos[before] === 'NNP' && /^\p{Lu}\p{Ll}/u.test(word);
  if (name.kind !== 'person' || !isGiven || !givenNames.has(word.toLowerCase())) return name;
  isNamed[before] = 1;
  return { ...name, from: before };
}

const surnamesOf = (form: readonly string[], names: readonly ArticleName[]): ReadonlySet<string> =>
  new Set(
    names.filter(({ kind, from, to }) => kind === 'person' && to - from > 1).map(({ to }) => form[to - 1]!),
  );

/** "Musk Met Iran" in a headline: "met" stands small elsewhere, so these are two names, of the kinds that they have elsewhere. */
function splitHeadlines(words: NamedWords, vocabulary: MentionVocabulary): readonly ArticleName[] {
  const headlines = words.sentences.filter(sentence => isInCapitals(words.form, sentence));
  if (headlines.length === 0) return words.names;
  const { form, names } = words;
  const small = new Set(form.filter(word => /^\p{Ll}/u.test(word)));
  const surnames = surnamesOf(form, names);
  return names.flatMap(name => {
    const inHeadline = headlines.some(({ from, to }) => from <= name.from && name.to <= to);
    const cuts = inHeadline ? range(name.from, name.to).filter(at => small.has(form[at]!.toLowerCase())) : [];
    if (cuts.length === 0 || name.to - name.from === 1) return [name];
    return [...cuts, name.to].flatMap((cut, index) => {
      const from = index === 0 ? name.from : cuts[index - 1]! + 1;
      if (from >= cut) return [];
      const key = nameKeyOf(form.slice(from, cut).join(' '));
      const isState = vocabulary.states.has(key) || vocabulary.metonyms.has(key);
      return [
        {
          from,
          to: cut,
          kind: isState ? 'place' : surnames.has(form[cut - 1]!) ? 'person' : name.kind,
        } as const,
      ];
    });
  });
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

/** Most of its words have a capital. */
function isInCapitals(form: readonly string[], { from, to }: Sentence): boolean {
  let capitals = 0;
  let letters = 0;
  for (let at = from; at < to; at++) {
    if (/^\p{Lu}/u.test(form[at]!)) capitals++;
    if (/^\p{L}/u.test(form[at]!)) letters++;
  }
  return letters > 3 && capitals > 0.6 * letters;
}
