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
 * surname or an organisation's first word that the article gives in full elsewhere is a name wherever it stands, so is a people's adjective with a capital;
 * who is called "Ms" is a person, what ends like "Fenwick Homes" is none, what stands in brackets in a dateline is an agency, and a headline in capitals has no names
 * that run through words which the article writes small.
 */
export function repairNames(words: NamedWords, vocabulary: MentionVocabulary): ArticleName[] {
  const split = splitHeadlines(words, vocabulary);
  const isNamed = new Uint8Array(words.form.length);
  for (const { from, to } of split) isNamed.fill(1, from, to);
  const longer = split.map(name => {
    const full = withFullForm(words, vocabulary, name, isNamed);
    return withGivenName(words, vocabulary, withKind(words, vocabulary, full), isNamed);
  });
  const surnames = surnamesOf(words.form, longer);
  const firstWords = firstWordsOf(words.form, longer, vocabulary);
  const added: ArticleName[] = [];
  for (const [at, word] of words.form.entries()) {
    if (isNamed[at] === 1 || !/^\p{Lu}\p{Ll}/u.test(word)) continue;
    if (vocabulary.peoples.has(word.toLowerCase())) added.push({ from: at, to: at + 1, kind: 'other' });
    else if (/^NNP?$/.test(words.xpos[at]!) && surnames.has(word))
      added.push({ from: at, to: at + 1, kind: 'person' });
    else if (words.xpos[at] === 'NNP' && firstWords.has(word) && !/^\p{Lu}/u.test(words.form[at + 1] ?? ''))
      added.push({ from: at, to: at + 1, kind: 'organisation' });
  }
  return added.length === 0 ? longer : [...longer, ...added].sort((a, b) => a.from - b.from);
}

/** "United |Nations|" is "United Nations": the vocabulary has the full name. */
function withFullForm(
  { form }: NamedWords,
  { shortForms, metonyms, outlets }: MentionVocabulary,
  name: ArticleName,
  isNamed: Uint8Array,
): ArticleName {
  for (let from = name.from - 1; from >= Math.max(0, name.from - 3) && isNamed[from] === 0; from--) {
    if (!/^\p{Lu}/u.test(form[from]!)) break;
    const key = nameKeyOf(form.slice(from, name.to).join(' '));
    if (!shortForms.has(key) && !metonyms.has(key) && !outlets.has(key)) continue;
    isNamed.fill(1, from, name.from);
    return { ...name, from };
  }
  return name;
}

function withKind(
  { form }: NamedWords,
  { honorifics, companyWords }: MentionVocabulary,
  name: ArticleName,
): ArticleName {
  const before = form[name.from - 1] ?? '';
  const isTitle = (word: string): boolean => honorifics.has(word.toLowerCase().replace('.', ''));
  if (isTitle(before) || (name.to - name.from > 1 && isTitle(form[name.from]!)))
    return { ...name, kind: 'person' };
  const isCompany = name.to - name.from > 1 && companyWords.has(form[name.to - 1]!.toLowerCase());
  if (isCompany && name.kind === 'person') return { ...name, kind: 'organisation' };
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

/** "Northwind" of "Northwind Energy Corporation": words that the article never writes small and that are nothing else. */
function firstWordsOf(
  form: readonly string[],
  names: readonly ArticleName[],
  { nouns, titles, states, peoples, givenNames }: MentionVocabulary,
): ReadonlySet<string> {
  const firsts = names.filter(({ kind, from, to }) => kind === 'organisation' && to - from > 1);
  const words = new Set(firsts.map(({ from }) => form[from]!).filter(word => /^\p{Lu}\p{Ll}{3}/u.test(word)));
  for (const word of form) if (/^\p{Ll}/u.test(word)) words.delete(word[0]!.toUpperCase() + word.slice(1));
  for (const word of words)
    if ([nouns, titles, states, peoples, givenNames].some(known => known.has(word.toLowerCase())))
      words.delete(word);
  return words;
}

/** "Musk Met Iran" in a headline: "met" stands small elsewhere, so these are two names, of the kinds that they have elsewhere. */
function splitHeadlines(words: NamedWords, vocabulary: MentionVocabulary): readonly ArticleName[] {
  const headlines = words.sentences.filter(sentence => isInCapitals(words.form, sentence));
  if (headlines.length === 0) return words.names;
  const { form, names } = words;
  const inHeadline = new Uint8Array(form.length);
  for (const { from, to } of headlines) inHeadline.fill(1, from, to);
  const small = new Set(form.filter(word => /^\p{Ll}/u.test(word)));
  const surnames = surnamesOf(form, names);
  return names.flatMap(name => {
    const cuts =
      inHeadline[name.from] === 1
        ? range(name.from, name.to).filter(at => small.has(form[at]!.toLowerCase()))
        : [];
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
