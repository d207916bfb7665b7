import { existsSync } from 'node:fs';
import type { Overlap, Story } from '../../src/domain/index.ts';
import { createPipeline } from '../../src/pipeline.ts';
import { readJsonLines } from '../corpora/files.ts';
import type { Evaluation } from './evaluation.ts';

type Kind = 'copy' | 'attributed_excerpt' | 'shared_public_source' | 'coincidental';
type Pair = { readonly aId: string; readonly bId: string; readonly gold: Kind };
type Row = {
  readonly id: string;
  readonly source: string;
  readonly date: string;
  readonly title: string;
  readonly authors: string;
  readonly url: string;
  readonly text: string;
};
type Scored = { readonly pair: Pair; readonly overlaps: readonly Overlap[]; readonly score: number };

/**
 * Copied prose against shared public words, on pairs of overlapping articles of two outlets. Each pair is one story; its score is
 * the larger of the two shares of prose that the overlaps give. `auc`: how often a `copy` or an `attributed_excerpt` (another
 * outlet's prose, reproduced with credit) scores above a pair that shares only public words or chance, ties counted half;
 * `copies`: the same for `copy` alone. `ERRORS=1` lists the pairs by score.
 */
export const evaluation: Evaluation = {
  defaultFile: 'reuse/reuse-a-pairs.jsonl',
  run: file => {
    const storyOf = createPairReader(readJsonLines<Row>(docsBeside(file)));
    const scored = readJsonLines<Pair>(file).map((pair): Scored => {
      const { overlaps } = storyOf(pair).lineage;
      return { pair, overlaps, score: Math.max(0, ...overlaps.map(({ share }) => share)) };
    });
    const of = (...kinds: Kind[]) => scored.filter(({ pair }) => kinds.includes(pair.gold));
    const shared = of('shared_public_source', 'coincidental');
    return {
      listing: [...(process.env.ERRORS ? listed(scored) : []), ...table(of)].join('\n'),
      figures: {
        auc: areaUnder(of('copy', 'attributed_excerpt'), shared),
        copies: areaUnder(of('copy'), shared),
        excerpts: areaUnder(of('attributed_excerpt'), shared),
      },
    };
  },
};

/** `reuse-x-pairs.jsonl` has its articles in `reuse-x-docs.jsonl.gz`, or not zipped. */
function docsBeside(file: string): string {
  const docs = file.replace(/-pairs\.jsonl(\.gz)?$/, '-docs.jsonl');
  if (docs === file) throw new Error(`${file}: the name of a file of pairs ends in -pairs.jsonl`);
  return existsSync(docs) ? docs : `${docs}.gz`;
}

function createPairReader(rows: readonly Row[]): (pair: Pair) => Story {
  const byId = new Map(rows.map(row => [row.id, row]));
  const { readRecord, story } = createPipeline();
  const articleOf = (id: string) => {
    const row = byId.get(id);
    if (!row) throw new Error(`no article ${id}`);
    const { source: outlet, date: published, title, authors: byline, url, text } = row;
    const result = readRecord({ id, outlet, published, title, byline, url, text });
    if (!result.ok) throw new Error(`${id}: ${result.problem.reason}`);
    return result.article;
  };
  return ({ aId, bId }) => story([articleOf(aId), articleOf(bId)]);
}

function areaUnder(positive: readonly Scored[], negative: readonly Scored[]): number {
  let sum = 0;
  for (const above of positive)
    for (const below of negative)
      sum += above.score > below.score ? 1 : above.score === below.score ? 0.5 : 0;
  return (100 * sum) / Math.max(1, positive.length * negative.length);
}

const kinds: readonly Kind[] = ['copy', 'attributed_excerpt', 'shared_public_source', 'coincidental'];

function table(of: (kind: Kind) => readonly Scored[]): string[] {
  const head = `${''.padEnd(22)}${['pairs', 'lowest', 'median', 'highest'].map(each => each.padStart(9)).join('')}`;
  const lines = kinds.flatMap(kind => {
    const scores = of(kind)
      .map(({ score }) => score)
      .sort((a, b) => a - b);
    if (scores.length === 0) return [];
    const middle = scores[scores.length >> 1]!;
    const cells = [scores[0]!, middle, scores.at(-1)!].map(each => each.toFixed(3).padStart(9));
    return [`${kind.padEnd(22)}${String(scores.length).padStart(9)}${cells.join('')}`];
  });
  return [head, ...lines];
}

const listed = (scored: readonly Scored[]): string[] =>
  scored
    .toSorted((a, b) => b.score - a.score)
    .map(({ pair, overlaps, score }) => {
      const shares = overlaps.map(each => `${each.share}/${each.publicShare}`).join(' ');
      return `${score.toFixed(3)}\t${pair.gold}\t${shares}\t${pair.aId} ${pair.bId}`;
    });
