import type { TokenSpan } from '../../src/domain/index.ts';
import { type CandidateAttribution, withPatterns } from '../../src/extract/model/candidate.ts';
import { Columns } from '../../src/extract/model/columns.ts';
import { FrameFeatures } from '../../src/extract/model/frame-features.ts';
import { frameLabels, roleLabels } from '../../src/extract/model/labels.ts';
import { addRoleFeatures } from '../../src/extract/model/role-features.ts';
import {
  FrameTagger,
  frameAround,
  Layout,
  paragraphsOf,
  type Roles,
  RoleTagger,
} from '../../src/extract/model/tagger.ts';
import { FeatureLists, loadWordClasses, SequenceModel, Weights } from '../../src/learn/index.ts';
import type { AnnotatedDoc, GoldAttribution } from '../corpora/attributions.ts';
import type { CueRates } from './attribution-rates.ts';
import { type SequenceExample, type SequenceTraining, trainSequence } from './sequence.ts';
import { packWeights, type TrainedWeights } from './weights-file.ts';

export const seed = 1;

export const createLayout = (): Layout => new Layout(new Columns(loadWordClasses()));

export function layOut(layout: Layout, doc: AnnotatedDoc, rates: CueRates): void {
  layout.fill(doc.words, doc.patterns, rates.without(doc));
}

type Options = Pick<SequenceTraining, 'epochs' | 'margin' | 'leastCount' | 'leastWeight' | 'runs'>;

/** Trains the first tagger. */
export function trainRoles(docs: readonly AnnotatedDoc[], rates: CueRates, options: Options): TrainedWeights {
  const layout = createLayout();
  const lists = new FeatureLists();
  const examples = docs.flatMap(doc => {
    layOut(layout, doc, rates);
    const labels = goldRoles(doc);
    return paragraphsOf(doc.words).map(({ from, to }): SequenceExample => {
      lists.clear();
      addRoleFeatures(layout.columns, layout.tree, from, to, lists);
      return { features: lists.snapshot(), gold: labels.slice(from, to) };
    });
  });
  return trainSequence({ labels: roleLabels, examples, seed, ...options });
}

function goldRoles({ words, gold }: AnnotatedDoc): Uint8Array {
  const labels = new Uint8Array(words.form.length);
  const lay = ({ from, to }: TokenSpan, begin: number): void => {
    labels.fill(begin + 1, from, to);
    labels[from] = begin;
  };
  for (const { contents } of gold)
    for (const content of contents) lay(content, roleLabels.indexOf('B-content'));
  for (const { sources } of gold) for (const source of sources) lay(source, roleLabels.indexOf('B-source'));
  for (const { cue } of gold) if (cue) lay(cue, roleLabels.indexOf('B-cue'));
  mendInsides(labels);
  return labels;
}

/** An inside label whose begin another label covered becomes a begin label. */
function mendInsides(labels: Uint8Array): void {
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!;
    const before = at === 0 ? 0 : labels[at - 1]!;
    if (label > 0 && label % 2 === 0 && before !== label && before !== label - 1) labels[at] = label - 1;
  }
}

/** Labels of the first tagger by doc. */
export type RolesOf = ReadonlyMap<AnnotatedDoc, Roles>;

export function tagRoles(
  docs: readonly AnnotatedDoc[],
  rates: CueRates,
  weights: TrainedWeights,
): Map<AnnotatedDoc, Roles> {
  const layout = createLayout();
  const tagger = new RoleTagger(new SequenceModel(new Weights(packWeights(weights))));
  return new Map(
    docs.map(doc => {
      layOut(layout, doc, rates);
      return [doc, tagger.tag(layout)];
    }),
  );
}

/** Trains the second tagger on the statements of gold cues, with the first tagger's labels as it will see them. */
export function trainFrames(
  docs: readonly AnnotatedDoc[],
  rates: CueRates,
  roles: RolesOf,
  options: Options,
): TrainedWeights {
  const layout = createLayout();
  const lists = new FeatureLists();
  const examples = docs.flatMap(doc => {
    layOut(layout, doc, rates);
    const { labels, cues } = roles.get(doc)!;
    const features = new FrameFeatures(layout.columns, layout.tree, labels);
    return doc.gold.flatMap((attribution): SequenceExample[] => {
      if (!attribution.cue || attribution.contents.length === 0) return [];
      const found = cues.find(({ from, to }) => from < attribution.cue!.to && attribution.cue!.from < to);
      const frame = frameAround(doc.words, found ?? attribution.cue);
      lists.clear();
      features.add(frame, lists);
      return [{ features: lists.snapshot(), gold: goldFrame(frame, attribution) }];
    });
  });
  return trainSequence({ labels: frameLabels, examples, seed, ...options });
}

function goldFrame(
  frame: TokenSpan & { cue: TokenSpan },
  { sources, contents }: GoldAttribution,
): Uint8Array {
  const labels = new Uint8Array(frame.to - frame.from);
  const lay = (span: TokenSpan, begin: number): void => {
    const from = Math.max(span.from, frame.from);
    const to = Math.min(span.to, frame.to);
    if (from >= to) return;
    labels.fill(begin + 1, from - frame.from, to - frame.from);
    labels[from - frame.from] = begin;
  };
  for (const content of contents) lay(content, frameLabels.indexOf('B-content'));
  for (const source of sources) lay(source, frameLabels.indexOf('B-source'));
  labels.fill(0, Math.max(0, frame.cue.from - frame.from), frame.cue.to - frame.from);
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!;
    const before = at === 0 ? 0 : labels[at - 1]!;
    if (label > 0 && label % 2 === 0 && before !== label && before !== label - 1) labels[at] = label - 1;
  }
  return labels;
}

export function tagFrames(
  docs: readonly AnnotatedDoc[],
  rates: CueRates,
  roles: RolesOf,
  weights: TrainedWeights,
): Map<AnnotatedDoc, CandidateAttribution[]> {
  const layout = createLayout();
  const tagger = new FrameTagger(new SequenceModel(new Weights(packWeights(weights))));
  return new Map(
    docs.map(doc => {
      layOut(layout, doc, rates);
      const { labels, cues } = roles.get(doc)!;
      const tagged = cues.map(cue => tagger.tag(layout, labels, cue));
      return [doc, withPatterns(tagged, doc.patterns.attributions)];
    }),
  );
}
