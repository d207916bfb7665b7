import type { TokenSpan } from '../../domain/index.ts';
import {
  ClassMap,
  FeatureLists,
  LogisticModel,
  loadWeights,
  loadWordClasses,
  SequenceModel,
  type Weights,
} from '../../learn/index.ts';
import type { Words } from '../words/words.ts';
import { type CandidateAttribution, overlaps, withPatterns } from './candidate.ts';
import { Columns } from './columns.ts';
import { addJudgeFeatures } from './judge-features.ts';
import type { PatternColumns } from './patterns.ts';
import { FrameTagger, Layout, RoleTagger } from './tagger.ts';

/** A candidate, and how probable it is that its content and source are right. */
export type JudgedAttribution = CandidateAttribution & { readonly confidence: number };

/**
 * The trained finder of statements: a first tagger finds cues, a second one the source and content of each, and a judge
 * tells how far to believe what comes of it.
 */
export class AttributionFinder {
  readonly #layout: Layout;
  readonly #rates: ClassMap;
  readonly #roles: RoleTagger;
  readonly #frames: FrameTagger;
  readonly #judge: LogisticModel;
  readonly #lists = new FeatureLists();

  constructor(weights: Weights) {
    this.#layout = new Layout(new Columns(loadWordClasses()));
    this.#rates = new ClassMap(weights.part('rates'), 'rates');
    this.#roles = new RoleTagger(new SequenceModel(weights.part('roles')));
    this.#frames = new FrameTagger(new SequenceModel(weights.part('frames')));
    this.#judge = new LogisticModel(weights.part('judge'));
  }

  /** The statements that are believed, outermost only, in the order of their cues. */
  find(words: Words, patterns: PatternColumns): JudgedAttribution[] {
    const layout = this.#layout;
    layout.fill(words, patterns, key => this.#rates.get(key));
    const { labels, cues } = this.#roles.tag(layout);
    const tagged = cues.map(cue => this.#frames.tag(layout, labels, cue));
    const candidates = withPatterns(tagged, patterns.attributions);
    const judged = candidates.map((candidate, index) => {
      this.#lists.clear();
      addJudgeFeatures(layout.columns, labels, candidates, index, this.#lists);
      const confidence = Math.round(1000 * this.#judge.probability(this.#lists)) / 1000;
      return { ...candidate, confidence };
    });
    return believed(judged);
  }
}

/** Reads models/attributions. Call it where a stage is made. */
export const loadAttributionFinder = (): AttributionFinder =>
  new AttributionFinder(loadWeights('attributions'));

/** What is less probable is left out: F is greatest about here, under half of what F is. */
const leastConfidence = 0.27;

/** Of two with one cue, and of two of which one stands in the other's content, the more probable one is believed. */
export function believed<Kind extends JudgedAttribution>(judged: readonly Kind[]): Kind[] {
  const kept: Kind[] = [];
  for (const one of [...judged].sort((a, b) => b.confidence - a.confidence || a.cue.from - b.cue.from)) {
    if (one.confidence < leastConfidence || one.contents.length === 0) continue;
    if (!kept.some(other => overlaps(other.cue, one.cue) || standsIn(other, one) || standsIn(one, other)))
      kept.push(one);
  }
  return kept.sort((a, b) => a.cue.from - b.cue.from);
}

const standsIn = ({ contents }: CandidateAttribution, { cue }: { readonly cue: TokenSpan }): boolean =>
  contents.some(({ from, to }) => from <= cue.from && cue.to <= to);
