import type { TokenSpan } from '../../src/domain/index.ts';
import { wordPad } from '../../src/learn/index.ts';
import type { Name, NameKind } from '../../src/parse/names/finder.ts';
import { loadNameVocabulary, markHints, nameHints } from '../../src/parse/names/vocabulary.ts';
import { readConllu } from './conllu.ts';
import type { NamedDocument } from './names.ts';
import { createWordReader } from './tagged-words.ts';

/** Finds names in a document with a model that is there already. */
export type ReadNames = (document: NamedDocument) => readonly (readonly Name[])[];

/**
 * Names of a treebank, which marks proper nouns but not what they name: the names that a model finds among the proper
 * nouns, and those that it misses and vocabulary knows. A sentence with proper nouns that neither knows is left out.
 * Training in this way takes the words and the manner of the treebank's texts, and its proper nouns, and nothing else.
 */
export function guessTreebankNames(file: string, readNames: ReadNames): NamedDocument[] {
  const known = createVocabularyReader();
  return readConllu(file).map(({ id, paragraphs }) => {
    const sentences = paragraphs.flatMap(paragraph => paragraph.sentences.map(({ words }) => words));
    const plain = {
      id,
      sentences: sentences.map(words => ({ words: words.map(word => word.form), names: [] })),
    };
    const guessed = readNames(plain);
    return {
      id,
      sentences: plain.sentences.flatMap(({ words }, index) => {
        const runs = properRuns(sentences[index]!.map(word => word.upos));
        const names = runs.map(run => namesIn(run, guessed[index]!, known(words, run)));
        return names.every(found => found.length > 0) ? [{ words, names: names.flat() }] : [];
      }),
    };
  });
}

/** What a model finds in a run of proper nouns, cut to the run; else all of it, where its kind is known. */
function namesIn(run: TokenSpan, guessed: readonly Name[], kind: NameKind | undefined): Name[] {
  const inside = guessed.filter(name => name.from < run.to && run.from < name.to);
  if (inside.length === 0) return kind ? [{ ...run, kind }] : [];
  return inside.map(name => ({
    ...name,
    from: Math.max(run.from, name.from),
    to: Math.min(run.to, name.to),
  }));
}

function properRuns(tags: readonly string[]): TokenSpan[] {
  const runs: TokenSpan[] = [];
  for (let at = 0; at < tags.length; at++) {
    if (tags[at] !== 'PROPN') continue;
    const from = at;
    while (tags[at + 1] === 'PROPN') at++;
    runs.push({ from, to: at + 1 });
  }
  return runs;
}

/** The kind that vocabulary gives to the first word of a run, if any. */
function createVocabularyReader(): (words: readonly string[], run: TokenSpan) => NameKind | undefined {
  const vocabulary = loadNameVocabulary();
  const read = createWordReader();
  const hints = new Int32Array(4096);
  return (texts, { from }) => {
    const { words } = read(texts);
    markHints(vocabulary, words, hints);
    const hint = hints[from + wordPad]!;
    if (hint & (nameHints.country | nameHints.region | nameHints.city | nameHints.town | nameHints.feature))
      return 'place';
    return hint & nameHints.givenName ? 'person' : undefined;
  };
}
