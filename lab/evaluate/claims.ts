import { createClaimScorer } from '../../src/align/claims/scorer.ts';
import { createVocabulary } from '../../src/align/words/vocabulary.ts';
import { type ClaimPair, isTrainedOn, questionOf, readClaimPairs } from '../corpora/claim-pairs.ts';
import { createPairProfiles, createSentenceUnits } from '../corpora/sentence-units.ts';
import type { Evaluation } from './evaluation.ts';
import { areaUnderCurve, decisionScores, type ScoredPair } from './pair-scores.ts';

/** A pair with the scorer's answer; yes from 0.5 on. */
type Answer = ScoredPair & { readonly pair: ClaimPair };

/** Pairs of one story that share no event, but somebody in it: the hard ones of ECB+. */
const hardKind = 'same_story_participant_only';

/**
 * Whether two sentences tell the same, as the scorer of claims sees it. The file's format says which question is asked
 * of it (`questionOf`), and its topics are stories: a word weighs less where many of a topic's sentences have it. Of a file that the scorer is trained on, only what was held back counts.
 *
 * `auc` of ECB+ is of pairs that share an event against those of one story that share only participants; `aucAll` is
 * against all others. `pearson`, of the STS benchmark, is the correlation of score and probability.
 */
export const evaluation: Evaluation = {
  defaultFile: 'claims/mrpc-train.jsonl.gz',
  run: file => {
    const all = readClaimPairs(file);
    const pairs = isTrainedOn(file) ? all.filter(({ isHeldBack }) => isHeldBack) : all;
    const answers = answersTo(pairs, all);
    const lines = [
      `${pairs.length} pairs${pairs.length < all.length ? `, held back in training, of ${all.length}` : ''}; asked for: ${[...new Set(pairs.map(({ format }) => questionOf[format]))].join(', ')}`,
      `${''.padEnd(30)}${['pairs', 'same', 'accuracy', 'precision', 'recall', 'f1', 'auc'].map(head => head.padStart(10)).join('')}`,
      ...[...Map.groupBy(answers, ({ pair }) => pair.kind ?? 'all')].map(([kind, own]) =>
        tableRow(kind, own),
      ),
      ...(process.env.ERRORS ? answers.filter(isWrong).map(described) : []),
    ];
    return { listing: lines.join('\n'), figures: figuresOf(answers) };
  },
};

/** Asked of some pairs of a file; its other pairs tell what is rare in its stories. */
function answersTo(pairs: readonly ClaimPair[], all: readonly ClaimPair[]): Answer[] {
  const vocabulary = createVocabulary();
  const unitOf = createSentenceUnits(vocabulary);
  const { profileOf, score } = createClaimScorer(vocabulary);
  const profilesOf = createPairProfiles(all, sentence => profileOf(unitOf(sentence)));
  return pairs.map(pair => ({
    pair,
    yes: pair.same,
    score: score(...profilesOf(pair), questionOf[pair.format]),
  }));
}

function figuresOf(answers: readonly Answer[]): Record<string, number> {
  const { accuracy, f1 } = decisionScores(answers, 0.5);
  const auc = areaUnderCurve(answers);
  const hard = answers.filter(({ pair, yes }) => yes || pair.kind === hardKind);
  if (answers.some(({ pair }) => pair.kind === hardKind))
    return { accuracy, f1, auc: areaUnderCurve(hard), aucAll: auc };
  const isGraded = answers.every(({ pair }) => pair.score !== null);
  return isGraded ? { accuracy, f1, auc, pearson: 100 * correlation(answers) } : { accuracy, f1, auc };
}

function correlation(answers: readonly Answer[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [gold, found] = [answers.map(({ pair }) => pair.score ?? 0), answers.map(({ score }) => score)];
  const [goldMean, foundMean] = [mean(gold), mean(found)];
  const product = mean(gold.map((value, at) => (value - goldMean) * (found[at]! - foundMean)));
  const spread = (values: readonly number[], middle: number) =>
    mean(values.map(value => (value - middle) ** 2));
  return product / Math.sqrt(spread(gold, goldMean) * spread(found, foundMean));
}

function tableRow(name: string, answers: readonly Answer[]): string {
  const { accuracy, precision, recall, f1 } = decisionScores(answers, 0.5);
  const counts = [answers.length, answers.filter(({ yes }) => yes).length].map(String);
  const shares = [accuracy, precision, recall, f1, areaUnderCurve(answers)].map(value =>
    Number.isNaN(value) ? '–' : value.toFixed(1),
  );
  return name.padEnd(30) + [...counts, ...shares].map(cell => cell.padStart(10)).join('');
}

const isWrong = ({ score, yes }: Answer): boolean => score >= 0.5 !== yes;

const described = ({ score, yes, pair }: Answer): string =>
  `${yes ? 'missed' : 'false'}\t${score.toFixed(2)}\t${pair.a}\n\t\t${pair.b}`;
