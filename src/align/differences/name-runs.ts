import type { CharSpan } from '../../domain/index.ts';
import { textOf } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import { type Account, spanOf } from '../accounts.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

/** Capitalised words in a row, with the senses of those by which a name is known: titles and grammar are not among them. */
export type NameRun = CharSpan & { readonly words: readonly string[] };

export type NameFinder = (account: Account) => NameRun[];

/** Makes the finder of names by their capitals alone; a single capital at the start of a sentence or a quotation shows none. */
export function createNameFinder(vocabulary: Vocabulary): NameFinder {
  const titles = new Set(loadLexicon('person-titles').map(([title = '']) => vocabulary.keysOf(title)?.sense));

  return ({ doc, text, words }) => {
    const starts = new Set(doc.sentences.map(sentence => sentence.from));
    const isCapital = (at: number): boolean => {
      const keys = words[at];
      return (
        keys != null && vocabulary.commonness(keys) > 0 && /^\p{Lu}/u.test(textOf(text, doc.tokens[at]!))
      );
    };
    const mayBeChance = (at: number): boolean => {
      let start = at;
      while (start > 0 && words[start - 1] === null) start--;
      return starts.has(start) || /[“"‘:]/.test(text[doc.tokens[at]!.start - 1] ?? '');
    };
    const runs: NameRun[] = [];
    for (let at = 0; at < words.length; at++) {
      if (!isCapital(at)) continue;
      let end = at + 1;
      while (!starts.has(end) && isCapital(end)) end++;
      const known = words
        .slice(at, end)
        .flatMap(keys => (keys && !titles.has(keys.sense) ? [keys.sense] : []));
      const isChance = end === at + 1 && mayBeChance(at);
      if (!isChance && known.length > 0) runs.push({ ...spanOf(doc, { from: at, to: end }), words: known });
      at = end - 1;
    }
    return runs;
  };
}
