import type { TokenSpan } from '../../domain/index.ts';
import { FeatureLists, mix, type SequenceModel } from '../../learn/index.ts';
import type { Words } from '../words/words.ts';
import type { CandidateAttribution } from './candidate.ts';
import type { Columns } from './columns.ts';
import { type Frame, FrameFeatures } from './frame-features.ts';
import { frameLabels, roleLabels, spansOf } from './labels.ts';
import type { PatternColumns } from './patterns.ts';
import { addRoleFeatures } from './role-features.ts';
import { TreeColumns } from './tree-columns.ts';

/** A cue that may be one: `lead` is by how much the best reading with it is better than the best without; often below 0. */
export type CueCandidate = TokenSpan & { readonly lead: number };

/** The key under which `rates` knows a lemma as a part of speech. */
export const rateKey = (lemma: number, upos: number): number => mix(lemma, upos);

/** Candidates are readings that are worse than the best by no more than this. */
const mostGap = 6;

/** A Doc laid out for both taggers. One at a time: the arrays are used again. */
export class Layout {
  readonly columns: Columns;
  readonly tree = new TreeColumns();

  constructor(columns: Columns) {
    this.columns = columns;
  }

  fill(words: Words, patterns: PatternColumns, rateOf: (key: number) => number): void {
    this.columns.fill(words, patterns, rateOf);
    this.tree.fill(this.columns);
  }
}

/** What the first tagger makes of a Doc. */
export type Roles = {
  /** Numbers into `roleLabels`, one for each token. */
  readonly labels: Uint8Array;
  readonly cues: readonly CueCandidate[];
};

/** Labels every token as source, cue, content or none of them, paragraph by paragraph. */
export class RoleTagger {
  readonly #model: SequenceModel;
  readonly #features = new FeatureLists();
  #gaps = new Float32Array(0);

  constructor(model: SequenceModel) {
    this.#model = model;
  }

  tag(layout: Layout): Roles {
    const words = layout.columns.words!;
    const labels = new Uint8Array(words.form.length);
    const cues: CueCandidate[] = [];
    for (const paragraph of paragraphsOf(words)) {
      const { from, to } = paragraph;
      const count = to - from;
      this.#features.clear();
      addRoleFeatures(layout.columns, layout.tree, from, to, this.#features);
      if (this.#gaps.length < count * roleLabels.length)
        this.#gaps = new Float32Array(2 * count * roleLabels.length);
      const own = labels.subarray(from, to);
      this.#model.labelWithGaps(this.#features, own, this.#gaps);
      cues.push(...this.#candidates(paragraph, own));
    }
    return { labels, cues };
  }

  /** Candidates that do not overlap: of two that do, the better one. */
  #candidates({ from, to }: TokenSpan, labels: Uint8Array): CueCandidate[] {
    const gapAt = (at: number, label: number): number => this.#gaps[at * roleLabels.length + label]!;
    const otherGap = (at: number): number =>
      Math.min(...notCue.map(label => this.#gaps[at * roleLabels.length + label]!));
    const found: (CueCandidate & { gap: number })[] = [];
    for (let at = 0; at < to - from; at++) {
      const gap = gapAt(at, beginCue);
      if (gap > mostGap) continue;
      let end = at + 1;
      while (end < to - from && (gap === 0 ? labels[end] === beginCue + 1 : gapAt(end, beginCue + 1) <= gap))
        end++;
      found.push({ from: from + at, to: from + end, gap, lead: otherGap(at) - gap });
    }
    const kept: CueCandidate[] = [];
    for (const candidate of found.sort((a, b) => a.gap - b.gap || a.from - b.from))
      if (!kept.some(other => other.from < candidate.to && candidate.from < other.to)) kept.push(candidate);
    return kept.sort((a, b) => a.from - b.from);
  }
}

const beginCue = roleLabels.indexOf('B-cue');
const notCue = [...roleLabels.keys()].filter(label => label !== beginCue && label !== beginCue + 1);

/** Labels what each cue's own source and content are. */
export class FrameTagger {
  readonly #model: SequenceModel;
  readonly #lists = new FeatureLists();
  #labels = new Uint8Array(0);
  #gaps = new Float32Array(0);

  constructor(model: SequenceModel) {
    this.#model = model;
  }

  tag(layout: Layout, roles: Uint8Array, { from, to, lead }: CueCandidate): CandidateAttribution {
    const cue = { from, to };
    const frame = frameAround(layout.columns.words!, cue);
    const count = frame.to - frame.from;
    this.#lists.clear();
    new FrameFeatures(layout.columns, layout.tree, roles).add(frame, this.#lists);
    if (this.#labels.length < count) {
      this.#labels = new Uint8Array(2 * count);
      this.#gaps = new Float32Array(2 * count * frameLabels.length);
    }
    this.#model.labelWithGaps(this.#lists, this.#labels, this.#gaps);
    const spans = (label: 'B-source' | 'B-content') =>
      spansOf(this.#labels, frameLabels.indexOf(label), frame.from, count);
    const sources = nearest(spans('B-source'), cue);
    const contents = spans('B-content');
    const gapOf = (all: readonly TokenSpan[]) =>
      Math.min(
        this.#second(cue.to < frame.to ? cue.to - frame.from : 0),
        ...all.flatMap(({ from, to }) => [
          this.#second(from - frame.from),
          this.#second(to - 1 - frame.from),
        ]),
        ...all.flatMap(({ to }) => (to < frame.to ? [this.#second(to - frame.from)] : [])),
      );
    return {
      cue,
      sources,
      contents,
      lead,
      contentGap: gapOf(contents),
      sourceGap: gapOf(sources),
      pattern: null,
    };
  }

  /** By how much the second-best label of a position is worse. */
  #second(at: number): number {
    let second = Number.POSITIVE_INFINITY;
    for (let label = 0; label < frameLabels.length; label++)
      if (label !== this.#labels[at]) second = Math.min(second, this.#gaps[at * frameLabels.length + label]!);
    return second;
  }
}

/** The span nearest to the cue, where there is one. */
function nearest(spans: readonly TokenSpan[], cue: TokenSpan): TokenSpan[] {
  const apart = ({ from, to }: TokenSpan): number => (from < cue.from ? cue.from - to : from - cue.to);
  return [...spans].sort((a, b) => apart(a) - apart(b)).slice(0, 1);
}

/** A cue's statement is looked for from two sentences before it to five after, in its paragraph. */
export function frameAround(words: Words, cue: TokenSpan): Frame {
  const { sentences } = words.doc;
  const own = words.sentenceOf[cue.from]!;
  const { block } = sentences[own]!;
  let first = own;
  let last = own;
  while (first > own - 2 && sentences[first - 1]?.block === block) first--;
  while (last < own + 5 && sentences[last + 1]?.block === block) last++;
  return { from: sentences[first]!.from, to: sentences[last]!.to, cue };
}

/** The tokens of each block that has sentences. */
export function paragraphsOf({ doc: { sentences } }: Words): TokenSpan[] {
  const spans: { from: number; to: number }[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const last = spans.at(-1);
    if (last && sentences[index - 1]!.block === sentence.block) last.to = sentence.to;
    else spans.push({ from: sentence.from, to: sentence.to });
  }
  return spans;
}
