import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CharSpan, Reading, Statement } from '../../src/domain/index.ts';
import { createExtractor } from '../../src/extract/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { readPolnear } from '../corpora/polnear.ts';
import {
  listErrors,
  type Matcher,
  rightOnes,
  type ScoredArticle,
  type ScoredAttribution,
} from './attribution-errors.ts';
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
type Gold = readonly {
  readonly file: string;
  readonly text: string;
  readonly golds: readonly { readonly attributions: readonly ScoredAttribution[] }[];
}[];
type Scorer = {
  readonly loadGold: (file: string) => Gold;
  readonly loadPreds: (file: string) => unknown;
  readonly scoreCorpus: (gold: Gold, predictions: unknown) => Report;
  readonly format: (report: Report) => string;
} & Matcher;

/** How well statements are found, with source and content, on PolNeAR. Only outermost statements count there. */
export const evaluation: Evaluation = { defaultFile: 'attribution/polnear-dev.jsonl.gz', run };

async function run(file: string): Promise<Outcome> {
  const scorer = await loadScorer();
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-attribution-'));
  try {
    const predictions = join(folder, 'predictions.jsonl');
    const read = readAll(file);
    writeFileSync(predictions, linesOf(read));
    const gold = scorer.loadGold(file);
    const report = scorer.scoreCorpus(gold, scorer.loadPreds(predictions));
    const errors = process.env.ERRORS ? `${listErrors(scorer, scoredArticles(gold, read))}\n\n` : '';
    const listing = `${errors}${scorer.format(report)}\n${confidenceTable(scorer, scoredArticles(gold, read))}`;
    return { listing, figures: figuresOf(report) };
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

type ReadArticle = { readonly file: string; readonly found: readonly FoundAttribution[] };
type JudgedArticle = Omit<ScoredArticle, 'found'> & ReadArticle;
type FoundAttribution = ScoredAttribution & { readonly confidence: number };

function readAll(file: string): ReadArticle[] {
  const parse = createParser();
  const extract = createExtractor();
  return readPolnear(file).map(({ file: name, article }) => ({
    file: name,
    found: attributionsOf(extract(parse(article))),
  }));
}

/** One line an article, in the scorer's format. */
const linesOf = (articles: readonly ReadArticle[]): string =>
  articles.map(({ file, found }) => `${JSON.stringify({ file, attributions: found })}\n`).join('');

/** Of several annotators the first. */
function scoredArticles(gold: Gold, articles: readonly ReadArticle[]): JudgedArticle[] {
  const found = new Map(articles.map(article => [article.file, article.found]));
  return gold.map(({ file, text, golds }) => ({
    file,
    text,
    gold: golds[0]?.attributions ?? [],
    found: found.get(file) ?? [],
  }));
}

const attributionsOf = ({ statements }: Reading): FoundAttribution[] =>
  statements.filter(({ insideId, content }) => insideId === null && content.length > 0).map(toAttribution);

const toAttribution = ({ source, cue, content, confidence }: Statement): FoundAttribution => ({
  sources: pairs(source?.spans ?? []),
  cues: pairs(cue),
  contents: pairs(content),
  confidence,
});

const pairs = (spans: readonly CharSpan[]): [number, number][] => spans.map(({ start, end }) => [start, end]);

/** How often statements of a confidence are right in content and source: what the confidence says it is. */
function confidenceTable(matcher: Matcher, articles: readonly JudgedArticle[]): string {
  const judged = articles.flatMap(article => {
    const right = rightOnes(matcher, article);
    return article.found.map((one, index) => ({ confidence: one.confidence, right: right.has(index) }));
  });
  const rows = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0].map((least, index, bounds) => {
    const under = index === 0 ? 2 : bounds[index - 1]!;
    const own = judged.filter(({ confidence }) => confidence >= least && confidence < under);
    const share = own.length === 0 ? 0 : own.filter(({ right }) => right).length / own.length;
    return `confidence ${least.toFixed(1)}+  ${String(own.length).padStart(5)} statements, right ${(100 * share).toFixed(1).padStart(5)}%`;
  });
  return rows.join('\n');
}

const figuresOf = ({ token, attr }: Report): Outcome['figures'] => ({
  e2e: 100 * attr.all.e2e.f,
  quoted: 100 * attr.quoted.e2e.f,
  indirect: 100 * attr.indirect.e2e.f,
  found: 100 * attr.all.found.f,
  contentTokens: 100 * token.content.f,
});
