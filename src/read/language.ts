import { loadLexicon } from '../learn/index.ts';

type Language = { readonly name: string; readonly words: ReadonlySet<string> };

const languages: readonly Language[] = loadLexicon('languages').map(([name, words]) => ({
  name: name!,
  words: new Set(words!.split(' ')),
}));
const english = languages.find(({ name }) => name === 'English')!;
const scripts = loadLexicon('scripts').map(([script, name]) => ({
  name: name!,
  letters: new RegExp(`\\p{Script=${script}}`, 'gu'),
}));

/** What a text is written in: `name` is null where only that it is not English can be told. */
export type LanguageGuess = { readonly isEnglish: boolean; readonly name: string | null };

/**
 * Tells English from other languages by the share of commonest words. Leans towards English: a headline, a list of names
 * or a text with long foreign quotations is not refused. Looks at the first 20,000 units.
 */
export function guessLanguage(text: string): LanguageGuess {
  const sample = text.slice(0, 20_000).normalize('NFC');
  const words = lowerCaseWords(sample);
  const [best, runnerUp] = languages
    .map(language => ({ ...language, ...tally(words, language.words) }))
    .sort((a, b) => b.count - a.count);
  const script = otherScript(sample);
  if (script !== null) {
    const named =
      best!.count > 1 && best!.count > runnerUp!.count && !/\p{Script=Latin}/u.test([...best!.words][0]!);
    return { isEnglish: false, name: named ? best!.name : script };
  }
  const inEnglish = tally(words, english.words);
  if (best!.distinct >= 3 && best!.count > inEnglish.count * 2) return { isEnglish: false, name: best!.name };
  const foreign = words.length >= 30 && inEnglish.count < words.length * 0.1;
  return { isEnglish: !foreign, name: null };
}

/** Names are left out, so that a text full of them is judged by what stands between; not in a text all in capitals. */
function lowerCaseWords(text: string): readonly string[] {
  const words = text.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
  const lower = words.filter(word => !/^\p{Lu}/u.test(word));
  return lower.length * 5 > words.length ? lower : words.map(word => word.toLowerCase());
}

function tally(words: readonly string[], known: ReadonlySet<string>) {
  const found = words.filter(word => known.has(word));
  return { count: found.length, distinct: new Set(found).size };
}

/** The script of most letters; null for Latin, and for a text without letters. */
function otherScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 >= letters) return null;
  const counted = scripts.map(({ name, letters }) => ({ name, count: text.match(letters)?.length ?? 0 }));
  const kana = counted.find(({ name, count }) => name === 'Japanese' && count * 20 > letters);
  return kana?.name ?? counted.sort((a, b) => b.count - a.count)[0]?.name ?? null;
}
