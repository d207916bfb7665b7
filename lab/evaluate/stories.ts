import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createClusterer } from '../../src/align/stories/clusterer.ts';
import { packageFile } from '../../src/learn/index.ts';
import { readStories, type StoryRow } from '../corpora/stories.ts';
import type { ModelMeta } from '../train/model-folder.ts';
import { type BCubed, bCubed } from './b-cubed.ts';
import type { Evaluation, Outcome } from './evaluation.ts';
import { placedByLot } from './placed-by-lot.ts';

/**
 * Which articles tell one story. `bcubedP`, `bcubedR`, `bcubedF`: B-cubed (Bagga and Baldwin 1998) of all articles of the file put
 * together at once; `online…`: of each placed as it comes, in an order drawn by lot.
 */
export const evaluation: Evaluation = { defaultFile: 'story/ecb-traindev.jsonl.gz', run: scoreStories };

function scoreStories(file: string): Outcome {
  const rows = readStories(file);
  const startClustering = createClusterer();
  const together = startClustering();
  for (const { article } of rows) together.add(article);
  const batch = together.memberships().map(({ story }) => story);
  const online = placedByLot(rows, startClustering());
  const gold = rows.map(({ story }) => story);
  const figures = bCubed(batch, gold);
  const onlineFigures = bCubed(online, gold);
  return {
    listing: [
      `${rows.length} articles, ${new Set(gold).size} stories, ${new Set(batch).size} found`,
      shown('all at once', figures),
      shown('one at a time', onlineFigures),
      ...heldOut(file),
      ...wrongStories(rows, batch),
    ].join('\n'),
    figures: {
      bcubedP: figures.precision,
      bcubedR: figures.recall,
      bcubedF: figures.f,
      onlineF: onlineFigures.f,
    },
  };
}

/** What the shipped weights reach on a file that they learnt from: where they did not learn from it, by five folds. */
function heldOut(file: string): string[] {
  const meta = readFileSync(packageFile('models/stories/meta.json'), 'utf8');
  const { scores } = JSON.parse(meta) as Pick<ModelMeta, 'scores'>;
  return Object.entries(scores)
    .filter(([name]) => name.startsWith(`story/${basename(file)}`))
    .map(([name, score]) => `${name} (the weights learnt from this file): F ${score.toFixed(1)}`);
}

const shown = (name: string, { precision, recall, f }: BCubed): string =>
  `${name.padEnd(14)}precision ${precision.toFixed(1)}, recall ${recall.toFixed(1)}, F ${f.toFixed(1)}`;

/** What went wrong, by the names of the true stories: those found as one, and those found as several. */
function wrongStories(rows: readonly StoryRow[], found: readonly string[]): string[] {
  const byFound = Map.groupBy(rows.keys(), at => found[at]!);
  const byGold = Map.groupBy(rows.keys(), at => rows[at]!.story);
  const partsOf = (members: readonly number[], labelOf: (at: number) => string): string =>
    [...Map.groupBy(members, labelOf)]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([label, own]) => `${label} ${own.length}`)
      .join(', ');
  const isOne = (members: readonly number[], labelOf: (at: number) => string): boolean =>
    new Set(members.map(labelOf)).size === 1;
  const goldOf = (at: number): string => rows[at]!.story;
  const foundOf = (at: number): string => found[at]!;
  const merged = [...byFound.values()].filter(members => !isOne(members, goldOf));
  const split = [...byGold].filter(([, members]) => !isOne(members, foundOf));
  return [
    ...merged.map(members => `one of several\t${partsOf(members, goldOf)}`),
    ...split.map(([story, members]) => `several of one\t${story}: ${partsOf(members, foundOf)}`),
  ];
}
