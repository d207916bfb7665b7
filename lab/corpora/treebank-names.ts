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
 * nouns, and those that it misses and vocabulary knows. A sentence with proper nouns that neither knows is left out, and
 * one with a single word that a model takes for an organisation and vocabulary does not: most such guesses are wrong.
 * Training in this way takes the words and the manner of the treebank's texts, and its proper nouns, and nothing else.
 */
export function guessTreebankNames(file: string, readNames: ReadNames): NamedDocument[] {
  const hintOf = createHintReader();
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
        const names = runs.map(run => namesIn(run, guessed[index]!, kindOf(hintOf(words, run))));
        const isDoubtful = ({ from, to, kind }: Name): boolean =>
          kind === 'organisation' && to - from === 1 && (hintOf(words, { from, to }) & bodies) === 0;
        return names.every(found => found.length > 0 && !found.some(isDoubtful))
          ? [{ words, names: names.flat() }]
          : [];
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

/** What vocabulary says of the first word of a run. */
function createHintReader(): (words: readonly string[], run: TokenSpan) => number {
  const vocabulary = loadNameVocabulary();
  const read = createWordReader();
  const hints = new Int32Array(4096);
  return (texts, { from }) => {
    const { words } = read(texts);
    markHints(vocabulary, words, hints);
    return hints[from + wordPad]!;
  };
}

const { country, region, city, town, feature, givenName } = nameHints;
const bodies =
  nameHints.knownOrganisation | nameHints.organisationWord | nameHints.outlet | nameHints.government;

function kindOf(hint: number): NameKind | undefined {
  if (hint & (country | region | city | town | feature)) return 'place';
  return hint & givenName ? 'person' : undefined;
}
