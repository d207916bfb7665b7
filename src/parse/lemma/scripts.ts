/**
 * How a lemma is made from a word: what becomes of its capitals, which end is cut off, which is put on. Written as
 * `lower ies y`, with `-` for an empty end: "Ministries" → "ministry".
 */
export type LemmaScript = { readonly letters: Letters; readonly cut: string; readonly add: string };
type Letters = 'lower' | 'keep' | 'title';

const noEnd = '-';
const kinds: readonly Letters[] = ['lower', 'keep', 'title'];

/** The script that makes the lemma of the word by the fewest letters; nothing where the lemma is another word. */
export function findScript(word: string, lemma: string): string {
  const scripts = kinds.map(letters => scriptBetween(withLetters(word, letters), lemma, letters));
  return scripts.reduce((best, script) => (script.length < best.length - 2 ? script : best));
}

function scriptBetween(word: string, lemma: string, letters: Letters): string {
  let same = 0;
  while (same < word.length && same < lemma.length && word[same] === lemma[same]) same++;
  return [letters, word.slice(same) || noEnd, lemma.slice(same) || noEnd].join(' ');
}

export function parseScript(script: string): LemmaScript {
  const [letters = 'keep', cut = noEnd, add = noEnd] = script.split(' ');
  return { letters: letters as Letters, cut: cut === noEnd ? '' : cut, add: add === noEnd ? '' : add };
}

/** The lemma; null where the word does not have the end that the script cuts off. */
export function applyScript(word: string, { letters, cut, add }: LemmaScript): string | null {
  const written = withLetters(word, letters);
  if (!written.endsWith(cut)) return null;
  return written.slice(0, written.length - cut.length) + add || null;
}

function withLetters(word: string, letters: Letters): string {
  if (letters === 'keep') return word;
  const lower = word.toLowerCase();
  return letters === 'lower' ? lower : lower.slice(0, 1).toUpperCase() + lower.slice(1);
}
