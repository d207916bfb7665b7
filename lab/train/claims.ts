import { createHash } from 'node:crypto';
import { pairFeatures, pairFeaturesVersion } from '../../src/align/claims/pair-features.ts';
import { createProfiler } from '../../src/align/claims/profile.ts';
import {
  type PairQuestion,
  pairQuestions,
  rarityLevels,
  wordKnowledgeOf,
} from '../../src/align/claims/scorer.ts';
import { createVocabulary, type Vocabulary } from '../../src/align/words/vocabulary.ts';
import { hashText, Weights } from '../../src/learn/index.ts';
import { type ClaimPair, claimTrainingFiles, questionOf, readClaimPairs } from '../corpora/claim-pairs.ts';
import { corpusFile } from '../corpora/files.ts';
import { createPairProfiles, createSentenceUnits } from '../corpora/sentence-units.ts';
import { readSilver } from '../corpora/silver.ts';
import { areaUnderCurve, decisionScores, type ScoredPair } from '../evaluate/pair-scores.ts';
import { packClassMap } from './class-map.ts';
import { type DenseLogistic, scoreOf, trainDenseLogistic } from './dense-logistic.ts';
import { writeModel } from './model-folder.ts';
import { joinWeights, packWeights, type TrainedWeights } from './weights-file.ts';

type Row = { readonly pair: ClaimPair; readonly features: readonly number[] };

/** How strongly weights are held down, and which figure the threshold is chosen for. */
type Setting = { readonly ridge: number; readonly aim: 'accuracy' | 'f1' };

const folds = 5;
/** Words in fewer sentences than this are as rare as words never seen. */
const leastSentences = 2;

const settings: Readonly<Record<PairQuestion, Setting>> = {
  paraphrase: { ridge: 20, aim: 'accuracy' },
  equivalence: { ridge: 20, aim: 'f1' },
  unit: { ridge: 20, aim: 'f1' },
  event: { ridge: 200, aim: 'accuracy' },
};

/** What tells whether two units tell the same, by what is asked. */
export function train(): void {
  const vocabulary = createVocabulary();
  const pairs = claimTrainingFiles.flatMap(file => readClaimPairs(corpusFile(file)));
  const learnt = pairs.filter(({ isHeldBack }) => !isHeldBack);
  const rarities = packClassMap('rarity', raritiesOf(sentencesOf(learnt), vocabulary));
  const rows = rowsOf(pairs, vocabulary, rarities);
  const scores: Record<string, number> = {};
  const weights: Record<string, Float32Array<ArrayBuffer>> = {};
  for (const question of pairQuestions) {
    const own = rows.filter(({ pair }) => questionOf[pair.format] === question);
    const model = calibrated(
      own.filter(({ pair }) => !pair.isHeldBack),
      settings[question],
    );
    weights[question] = Float32Array.from([...model.weights, model.bias]);
    const held = scored(
      model,
      own.filter(({ pair }) => pair.isHeldBack),
    );
    const { accuracy, f1 } = decisionScores(held, 0);
    Object.assign(scores, {
      [`${question}, held back, accuracy`]: accuracy,
      [`${question}, held back, f1`]: f1,
      [`${question}, held back, auc`]: areaUnderCurve(held),
    });
  }
  writeModel(
    {
      job: 'claims',
      version: 1,
      featuresVersion: pairFeaturesVersion,
      corpora: [
        ...claimTrainingFiles.map(file => ({ file, licence: 'research; weights may ship' })),
        { file: 'silver/polnear-train-silver', licence: "publishers' texts; weights may ship" },
      ],
      seed: 0,
      scores,
      card,
    },
    joinWeights({ about: {}, arrays: weights }, rarities),
  );
}

/** Every sentence of news that may be learnt from, once. */
function sentencesOf(pairs: readonly ClaimPair[]): Set<string> {
  const silver = readSilver().flatMap(({ text, sentences }) =>
    sentences.flatMap(tokens =>
      tokens.length > 0 ? [text.slice(tokens[0]!.start, tokens.at(-1)!.end)] : [],
    ),
  );
  return new Set([...silver, ...pairs.flatMap(({ a, b }) => [a, b])]);
}

/** How rare each sense is: its inverse frequency in sentences, in levels. */
function raritiesOf(sentences: ReadonlySet<string>, vocabulary: Vocabulary): Map<number, number> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    const words = sentence.split(/[\s“”"(),;:!?—–]+/);
    for (const sense of new Set(words.map(word => vocabulary.keysOf(word)?.sense)))
      if (sense) counts.set(sense, (counts.get(sense) ?? 0) + 1);
  }
  const most = Math.log(sentences.size + 1);
  const level = (count: number) =>
    Math.max(1, Math.round((rarityLevels * Math.log((sentences.size + 1) / (count + 1))) / most));
  const frequent = [...counts].filter(([, count]) => count >= leastSentences);
  return new Map(frequent.map(([sense, count]) => [hashText(sense), level(count)]));
}

function rowsOf(pairs: readonly ClaimPair[], vocabulary: Vocabulary, rarities: TrainedWeights): Row[] {
  const unitOf = createSentenceUnits(vocabulary);
  const knowledge = wordKnowledgeOf(new Weights(packWeights(rarities)));
  const makeProfile = createProfiler(vocabulary, knowledge);
  // Topics that are held back are stories of their own, so that they weigh on no other.
  const profilesOf = createPairProfiles(pairs, sentence => makeProfile(unitOf(sentence)));
  return pairs.map(pair => ({ pair, features: pairFeatures(...profilesOf(pair)) }));
}

/** Pairs of one topic, or with one first sentence, are never on both sides of a fold. */
const foldOf = ({ pair }: Row): number =>
  createHash('sha256')
    .update(`fold ${pair.topic ?? pair.a}`)
    .digest()
    .readUInt32LE(0) % folds;

const scored = (model: DenseLogistic, rows: readonly Row[]): ScoredPair[] =>
  rows.map(({ pair, features }) => ({ score: scoreOf(model, features), yes: pair.same }));

/** A model of all rows, with its bias set so that yes from 0 on does best in cross-validation. */
function calibrated(rows: readonly Row[], { ridge, aim }: Setting): DenseLogistic {
  const examples = (chosen: readonly Row[]) =>
    chosen.map(({ pair, features }) => ({ features, yes: pair.same }));
  const across = Array.from({ length: folds }, (_, fold) => {
    const model = trainDenseLogistic(examples(rows.filter(row => foldOf(row) !== fold)), ridge);
    return scored(
      model,
      rows.filter(row => foldOf(row) === fold),
    );
  }).flat();
  const steps = Array.from({ length: 161 }, (_, step) => step / 40 - 2);
  const threshold = steps.reduce((best, step) =>
    decisionScores(across, step)[aim] > decisionScores(across, best)[aim] ? step : best,
  );
  console.log(
    `across folds: auc ${areaUnderCurve(across).toFixed(1)}, ${aim} ${decisionScores(across, threshold)[aim].toFixed(1)} at ${threshold}`,
  );
  const model = trainDenseLogistic(examples(rows), ridge);
  return { ...model, bias: model.bias - threshold };
}

const card = `Tells how probable it is that two passages of news tell the same. Logistic regression over what the two share and where
they part (words weighed by how rare they are, names, numbers, dates, order, heads, roles, spelling), with weights of its own for
each question: whether one is a paraphrase of the other (\`paraphrase\`: Microsoft Research Paraphrase Corpus), whether both say
the same but for unimportant details (\`equivalence\`: 4 and more of 5 in the STS benchmark), whether they have one thing told in
common (\`unit\`: units of summaries), and whether they tell of one event (\`event\`: ECB+). Each threshold is
chosen in five folds of what is trained on. A tenth of the pairs, and a fifth of the topics where there are topics, are never
trained on, and the scores below are theirs. There is no seed: nothing is drawn by chance. It knows no synonyms but those
that stand in a class of words with like neighbours, and single sentences only.`;
