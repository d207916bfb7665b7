import { StoryClustering } from '../../src/align/stories/clustering.ts';
import { storyModelOf } from '../../src/align/stories/model.ts';
import { createWordReader } from '../../src/align/stories/vocabulary.ts';
import { Weights } from '../../src/learn/index.ts';
import type { StoryRow } from '../corpora/stories.ts';
import { type BCubed, bCubed } from '../evaluate/b-cubed.ts';
import { placedByLot } from '../evaluate/placed-by-lot.ts';
import type { StoryCorpus, StoryPair } from './stories.ts';
import { packWeights, type TrainedWeights } from './weights-file.ts';

const foldCount = 5;

type Ways = { readonly batch: BCubed; readonly online: BCubed };

/**
 * B-cubed F by file: topics are dealt into folds, all articles of a file are clustered by weights that did not see the topics of
 * one fold, and the articles of that fold are scored. `online` is of articles placed one at a time,
 * in an order drawn by lot.
 */
export function crossValidate(
  pairs: ReadonlyMap<StoryCorpus, readonly StoryPair[]>,
  weightsOf: (some: readonly StoryPair[]) => TrainedWeights,
): Record<string, number> {
  const readWord = createWordReader();
  const folds = new Map([...pairs.keys()].flatMap(foldsOf));
  const scored = new Map<StoryCorpus, { readonly ways: Ways; readonly articles: number }[]>();
  for (let fold = 0; fold < foldCount; fold++) {
    const isSeen = ({ topic }: StoryRow): boolean => folds.get(topic) !== fold;
    const seen = [...pairs.values()].flat().filter(({ a, b }) => isSeen(a) && isSeen(b));
    const model = storyModelOf(new Weights(packWeights(weightsOf(seen))));
    for (const corpus of pairs.keys()) {
      const held = corpus.rows.flatMap((row, at) => (isSeen(row) ? [] : [at]));
      const ways = scoreWays(corpus, held, () => new StoryClustering(readWord, model));
      scored.set(corpus, [...(scored.get(corpus) ?? []), { ways, articles: held.length }]);
    }
  }
  return Object.fromEntries(
    [...scored].flatMap(([{ file }, parts]) =>
      (['batch', 'online'] as const).map(way => [
        `${file} ${way}, held out`,
        meanOf(parts.map(({ ways, articles }) => ({ ...ways[way], articles }))),
      ]),
    ),
  );
}

/** Topics are dealt out in the order of the file. */
function foldsOf({ rows }: StoryCorpus): [string, number][] {
  return [...new Set(rows.map(({ topic }) => topic))].map((topic, at) => [topic, at % foldCount]);
}

function scoreWays({ rows }: StoryCorpus, held: readonly number[], start: () => StoryClustering): Ways {
  const gold = rows.map(({ story }) => story);
  const together = start();
  for (const { article } of rows) together.add(article);
  const batch = together.memberships().map(({ story }) => story);
  const online = placedByLot(rows, start());
  return { batch: bCubed(batch, gold, held), online: bCubed(online, gold, held) };
}

/** F of mean precision and recall, by article. */
function meanOf(parts: readonly (BCubed & { readonly articles: number })[]): number {
  const all = parts.reduce((sum, { articles }) => sum + articles, 0);
  const mean = (of: (part: BCubed) => number): number =>
    parts.reduce((sum, part) => sum + of(part) * part.articles, 0) / all;
  const precision = mean(part => part.precision);
  const recall = mean(part => part.recall);
  return (2 * precision * recall) / (precision + recall);
}
