import { believed, type JudgedAttribution } from '../../src/extract/model/finder.ts';
import { attributionFeaturesVersion } from '../../src/extract/model/role-features.ts';
import { type AnnotatedDoc, readAttributions } from '../corpora/attributions.ts';
import { corpusFile } from '../corpora/files.ts';
import { type CandidatesOf, isRight, judgeCandidates, trainJudge } from './attribution-judge.ts';
import { CueRates } from './attribution-rates.ts';
import { type RolesOf, seed, tagFrames, tagRoles, trainFrames, trainRoles } from './attribution-taggers.ts';
import { packClassMap } from './class-map.ts';
import { writeModel } from './model-folder.ts';
import { joinWeights, prefixed, type TrainedWeights } from './weights-file.ts';

const corpora = [
  { file: 'attribution/polnear-train.jsonl.gz', licence: "publishers' texts; weights may ship" },
];
const taggerTraining = { epochs: 5, margin: 3, leastCount: 3 };
/** Small weights are left out of what ships: a third of the size, and half a point of F. */
const shipped = { ...taggerTraining, leastWeight: 4, runs: 2 };
const judgeTraining = { epochs: 3, rate: 0.1, decay: 0.0003, leastCount: 3 };

export function train(): void {
  const docs = readAttributions(corpusFile(corpora[0]!.file));
  const rates = new CueRates(docs);
  const roles = crossed(docs, (learnt, held) =>
    tagRoles(held, rates, trainRoles(learnt, rates, taggerTraining)),
  );
  const candidates = crossed(docs, (learnt, held) =>
    tagFrames(held, rates, roles, trainFrames(learnt, rates, roles, taggerTraining)),
  );
  const taggers = {
    roles: trainRoles(docs, rates, shipped),
    frames: trainFrames(docs, rates, roles, shipped),
  };
  writeAttributions(assembleAttributions(docs, rates, roles, candidates, taggers));
}

type Trained = { readonly weights: TrainedWeights; readonly scores: Readonly<Record<string, number>> };

export function writeAttributions({ weights, scores }: Trained): void {
  writeModel(
    {
      job: 'attributions',
      version: 1,
      featuresVersion: attributionFeaturesVersion,
      corpora,
      seed,
      scores,
      card: `Finds who says what, in three steps. A tagger labels the tokens of a paragraph as source, cue, content or none of them;
for every cue that it finds or nearly finds, a second tagger labels that cue's own source and content; and logistic
regression over both and what the patterns found says how probable the result is, which is the statement's confidence. Both
taggers are averaged structured perceptrons over hashed features. The second tagger and the judge were trained on what
the step before makes of articles that it had not learnt (two folds). Political news of 2015 and 2016 in English, most of
it American; only the outermost of nested statements. The score is of taggers with half
the articles, but of a judge that had seen them all, and counts content and source that are half the same as right.`,
    },
    weights,
  );
}

/** What is made of each half of the articles by what learnt from the other half. */
const crossed = <Value>(
  docs: readonly AnnotatedDoc[],
  work: (learnt: readonly AnnotatedDoc[], held: readonly AnnotatedDoc[]) => ReadonlyMap<AnnotatedDoc, Value>,
): Map<AnnotatedDoc, Value> => {
  const folds = [0, 1].map(fold => docs.filter((_, at) => at % 2 === fold));
  return new Map(folds.flatMap((held, fold) => [...work(folds[1 - fold]!, held)]));
};

/** Trains the judge on candidates of taggers that have not learnt from their articles, and joins it to those that ship. */
export function assembleAttributions(
  docs: readonly AnnotatedDoc[],
  rates: CueRates,
  roles: RolesOf,
  candidates: CandidatesOf,
  taggers: { readonly roles: TrainedWeights; readonly frames: TrainedWeights },
): Trained {
  const judge = trainJudge(docs, rates, roles, candidates, judgeTraining);
  const weights = joinWeights(
    prefixed('rates', packClassMap('rates', rates.classes())),
    prefixed('roles', taggers.roles),
    prefixed('frames', taggers.frames),
    prefixed('judge', judge),
  );
  return { weights, scores: scoresOf(judgeCandidates(docs, rates, roles, candidates, judge)) };
}

function scoresOf(judged: ReadonlyMap<AnnotatedDoc, readonly JudgedAttribution[]>): Record<string, number> {
  let right = 0;
  let found = 0;
  let all = 0;
  for (const [doc, own] of judged) {
    const kept = believed(own);
    right += kept.filter(one => isRight(one, doc.gold)).length;
    found += kept.length;
    all += doc.gold.filter(({ contents }) => contents.length > 0).length;
  }
  return { 'two folds, e2e': (200 * right) / (found + all) };
}
