import { believed, type JudgedAttribution } from '../../src/extract/model/finder.ts';
import { attributionFeaturesVersion } from '../../src/extract/model/role-features.ts';
import { type AnnotatedDoc, readAttributions } from '../corpora/attributions.ts';
import { corpusFile } from '../corpora/files.ts';
import { isRight, judgeCandidates, trainJudge } from './attribution-judge.ts';
import { CueRates } from './attribution-rates.ts';
import { seed, tagFrames, tagRoles, trainFrames, trainRoles } from './attribution-taggers.ts';
import { packClassMap } from './class-map.ts';
import { writeModel } from './model-folder.ts';
import { joinWeights, prefixed, type TrainedWeights } from './weights-file.ts';

const corpora = [
  { file: 'attribution/polnear-train.jsonl.gz', licence: "publishers' texts; weights may ship" },
];
const roleTraining = { epochs: 6, margin: 3, leastCount: 2 };
const frameTraining = { epochs: 6, margin: 3, leastCount: 2 };
const judgeTraining = { epochs: 12, rate: 0.1, decay: 0.0003, leastCount: 3 };

export function train(): void {
  const docs = readAttributions(corpusFile(corpora[0]!.file));
  const { weights, scores } = trainAttributions(docs);
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
it American; only the outermost of nested statements. The score is of the two folds, so of taggers with half the articles.`,
    },
    weights,
  );
}

/** Trains all steps: each later one on what the earlier ones make of articles that they have not learnt from. */
export function trainAttributions(docs: readonly AnnotatedDoc[]): {
  readonly weights: TrainedWeights;
  readonly scores: Readonly<Record<string, number>>;
} {
  const rates = new CueRates(docs);
  const folds = [0, 1].map(fold => docs.filter((_, at) => at % 2 === fold));
  const crossed = <Value>(
    work: (
      learnt: readonly AnnotatedDoc[],
      held: readonly AnnotatedDoc[],
    ) => ReadonlyMap<AnnotatedDoc, Value>,
  ): Map<AnnotatedDoc, Value> => new Map(folds.flatMap((held, fold) => [...work(folds[1 - fold]!, held)]));
  const roles = crossed((learnt, held) => tagRoles(held, rates, trainRoles(learnt, rates, roleTraining)));
  const candidates = crossed((learnt, held) =>
    tagFrames(held, rates, roles, trainFrames(learnt, rates, roles, frameTraining)),
  );
  const judge = trainJudge(docs, rates, roles, candidates, judgeTraining);
  const weights = joinWeights(
    prefixed('rates', packClassMap('rates', rates.classes())),
    prefixed('roles', trainRoles(docs, rates, roleTraining)),
    prefixed('frames', trainFrames(docs, rates, roles, frameTraining)),
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
