import type { CharSpan, Stance, Statement } from '../../domain/index.ts';

/** What is said to a claim, rather than in telling it. */
const responseStances: ReadonlySet<Stance> = new Set([
  'denies',
  'disputes',
  'neither-confirms-nor-denies',
  'declines-to-comment',
  'did-not-respond',
  'could-not-be-reached',
]);

/** "denied that …", "declined to comment"; not "did not deny" */
export const isResponse = ({ stance, negated }: Statement): boolean =>
  !negated && responseStances.has(stance);

/** Whether the statement puts its content forward: "said that …"; not "denied that …" nor "did not say whether …" */
export const tells = (statement: Statement): boolean =>
  !statement.negated && statement.content.length > 0 && !responseStances.has(statement.stance);

/** Every span of a statement: who, how and on what terms, the saying, and what is said. */
export const partsOf = ({ source, cue, content, via }: Statement): CharSpan[] => [
  ...cue,
  ...content,
  ...[source, ...via].flatMap(each => each?.spans ?? []),
  ...[source?.description, source?.basis, source?.anonymity?.terms, source?.anonymity?.reason].flatMap(
    span => (span ? [span] : []),
  ),
];
