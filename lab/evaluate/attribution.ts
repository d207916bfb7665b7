import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CharSpan, Reading, Statement } from '../../src/domain/index.ts';
import { createExtractor } from '../../src/extract/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { readPolnear } from '../corpora/polnear.ts';
import type { Evaluation, Outcome } from './evaluation.ts';

/** The scorer lies beside the checkout, like the corpora, and is no part of the project. */
const scorerUrl = new URL('../../../shared/tools/score-attribution.mjs', import.meta.url);

type Score = { readonly f: number };
type Report = {
  readonly token: { readonly content: Score };
  readonly attr: Readonly<
    Record<'all' | 'quoted' | 'indirect', { readonly e2e: Score; readonly found: Score }>
  >;
};
type Scorer = {
  readonly loadGold: (file: string) => unknown;
  readonly loadPreds: (file: string) => unknown;
  readonly scoreCorpus: (gold: unknown, predictions: unknown) => Report;
  readonly format: (report: Report) => string;
};

/** How well statements are found, with source and content, on PolNeAR. Only outermost statements count there. */
export const evaluation: Evaluation = { defaultFile: 'attribution/polnear-dev.jsonl.gz', run };

async function run(file: string): Promise<Outcome> {
  const scorer = await loadScorer();
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-attribution-'));
  try {
    const predictions = join(folder, 'predictions.jsonl');
    writeFileSync(predictions, predict(file));
    const report = scorer.scoreCorpus(scorer.loadGold(file), scorer.loadPreds(predictions));
    return { listing: scorer.format(report), figures: figuresOf(report) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function loadScorer(): Promise<Scorer> {
  if (!existsSync(scorerUrl))
    throw new Error(
      'the scorer of attributions is not beside this checkout (../shared/tools): nothing is measured',
    );
  return (await import(scorerUrl.href)) as Scorer;
}

/** One line an article, in the scorer's format. */
function predict(file: string): string {
  const parse = createParser();
  const extract = createExtractor();
  const lines = readPolnear(file).map(({ file: name, article }) =>
    JSON.stringify({ file: name, attributions: attributionsOf(extract(parse(article))) }),
  );
  return `${lines.join('\n')}\n`;
}

const attributionsOf = ({ statements }: Reading) =>
  statements.filter(({ insideId, content }) => insideId === null && content.length > 0).map(toAttribution);

const toAttribution = ({ source, cue, content }: Statement) => ({
  sources: pairs(source?.spans ?? []),
  cues: pairs(cue),
  contents: pairs(content),
});

const pairs = (spans: readonly CharSpan[]): [number, number][] => spans.map(({ start, end }) => [start, end]);

const figuresOf = ({ token, attr }: Report): Outcome['figures'] => ({
  e2e: 100 * attr.all.e2e.f,
  quoted: 100 * attr.quoted.e2e.f,
  indirect: 100 * attr.indirect.e2e.f,
  found: 100 * attr.all.found.f,
  contentTokens: 100 * token.content.f,
});
