import { loadWeights, SequenceModel, type Weights } from '../../src/learn/index.ts';
import {
  type Name,
  NameFinder,
  type NameKind,
  NameLabeller,
  nameKinds,
} from '../../src/parse/names/finder.ts';
import { loadNameVocabulary } from '../../src/parse/names/vocabulary.ts';
import { isHeldBack, type NamedDocument, readNames } from '../corpora/names.ts';
import { createWordReader } from '../corpora/tagged-words.ts';
import type { Evaluation, Outcome } from './evaluation.ts';

/** Names whose words and kind are both right, on the file's own words. Of the silver training articles: the held-back tenth. */
export const evaluation: Evaluation = {
  defaultFile: 'names/uner-ewt-dev.iob2.gz',
  run: file => {
    const documents = readNames(file);
    const ours = file.includes('polnear-train-silver')
      ? documents.filter(({ id }) => isHeldBack(id))
      : documents;
    return scoreNames(ours, loadWeights('names'));
  },
};

/** `f` counts persons, places and organisations together. */
export function scoreNames(documents: readonly NamedDocument[], weights: Weights): Outcome {
  const find = nameReader(weights);
  const counts = new Map(nameKinds.map(kind => [kind, { right: 0, found: 0, gold: 0 }]));
  for (const document of documents) {
    const found = find(document);
    for (const [index, { names }] of document.sentences.entries()) count(counts, names, found[index]!);
  }
  const counted = nameKinds.filter(kind => kind !== 'other').map(kind => counts.get(kind)!);
  const together = {
    right: sum(counted.map(({ right }) => right)),
    found: sum(counted.map(({ found }) => found)),
    gold: sum(counted.map(({ gold }) => gold)),
  };
  const lines = [...counts, ['together', together] as const].map(([kind, { right, found, gold }]) => {
    const f = fMeasure({ right, found, gold }).toFixed(1);
    return `${kind.padEnd(14)} gold ${String(gold).padStart(5)}  found ${String(found).padStart(5)}  right ${String(right).padStart(5)}  F ${f}`;
  });
  const byKind = Object.fromEntries([...counts].map(([kind, tally]) => [kind, fMeasure(tally)]));
  return { listing: lines.join('\n'), figures: { f: fMeasure(together), ...byKind } };
}

/** Finds the names of a document whose words are given. */
export function nameReader(weights: Weights): (document: NamedDocument) => Name[][] {
  const finder = new NameFinder(loadNameVocabulary());
  const labeller = new NameLabeller(new SequenceModel(weights), finder);
  const read = createWordReader();
  return ({ sentences }) => {
    finder.start();
    for (const sentence of sentences) finder.remember(read(sentence.words).words);
    return sentences.map(sentence => {
      const { words, tags } = read(sentence.words);
      return labeller.label(words, tags);
    });
  };
}

type Tally = { right: number; found: number; gold: number };

function count(counts: ReadonlyMap<NameKind, Tally>, gold: readonly Name[], found: readonly Name[]): void {
  const keyOf = ({ from, to, kind }: Name): string => `${from}-${to}-${kind}`;
  const right = new Set(gold.map(keyOf));
  for (const name of gold) counts.get(name.kind)!.gold++;
  for (const name of found) {
    const tally = counts.get(name.kind)!;
    tally.found++;
    if (right.has(keyOf(name))) tally.right++;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

const fMeasure = ({ right, found, gold }: Tally): number =>
  found + gold === 0 ? 0 : (200 * right) / (found + gold);
