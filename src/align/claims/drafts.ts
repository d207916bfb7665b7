import type { Passage, Statement } from '../../domain/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import { groupUnits } from './pairing.ts';
import type { ClaimScorer } from './scorer.ts';
import type { Unit } from './unit.ts';
import type { WeighedUnit } from './weights.ts';

/** A claim before anybody has looked at who answers it, how its tellings differ, and what it rests on. */
export type ClaimDraft = {
  /** In the order of the accounts, then of the text; not empty. */
  readonly tellings: readonly WeighedUnit[];
  readonly accounts: readonly Account[];
};

export const draftOf = (tellings: readonly WeighedUnit[]): ClaimDraft => ({
  tellings,
  accounts: [...new Set(tellings.map(({ unit }) => unit.account))],
});

/** The telling that says most; of two that say as much, the first. */
export const wordingOf = ({ tellings }: ClaimDraft): Passage => {
  const sourced = tellings.filter(({ unit }) => unit.statements.length > 0);
  const fullest = (sourced.length > 0 ? sourced : tellings).reduce((best, next) =>
    next.total > best.total ? next : best,
  );
  return passageOf(fullest.unit.account, fullest.unit.span);
};

export const statementsOf = ({
  tellings,
}: ClaimDraft): readonly { account: Account; statement: Statement }[] =>
  tellings.flatMap(({ unit }) =>
    unit.statements.slice(0, 1).map(statement => ({ account: unit.account, statement })),
  );

const isSourced = ({ tellings }: ClaimDraft): boolean =>
  tellings.some(({ unit }) => unit.statements.length > 0);

/** How far down its account a unit stands: 0 at the top, 1 at the end. */
const depth = ({ account, span }: Unit): number => span.start / account.text.length;
const place = ({ tellings }: ClaimDraft): number => Math.min(...tellings.map(({ unit }) => depth(unit)));

/** Strongest news first: told by more accounts, told by a source rather than as background, told nearer the top. */
export const byStrength = (a: ClaimDraft, b: ClaimDraft): number =>
  b.accounts.length - a.accounts.length || Number(isSourced(b)) - Number(isSourced(a)) || place(a) - place(b);

/** A content with fewer words than this ("the meeting") only points at a claim. */
const leastWords = 3;

const isPointer = ({ unit, weights }: WeighedUnit): boolean =>
  unit.statements.length > 0 && weights.size < leastWords;

/** The claim that has all the words of a pointer in most of its tellings; of several, the strongest. */
function pointedAt({ weights }: WeighedUnit, claims: readonly ClaimDraft[]): ClaimDraft | undefined {
  const words = [...weights.keys()];
  const has = (telling: WeighedUnit) => words.every(sense => telling.weights.has(sense));
  let best: { claim: ClaimDraft; count: number } | undefined;
  for (const claim of words.length > 0 ? claims : []) {
    const count = claim.tellings.filter(has).length;
    if (count > (best?.count ?? 0)) best = { claim, count };
  }
  return best?.claim;
}

export const inOrder = (a: WeighedUnit, b: WeighedUnit): number =>
  a.place - b.place || a.unit.span.start - b.unit.span.start;

/** Groups the story's units into claims, strongest news first. What has only words of grammar ("which") tells nothing. */
export function draftClaims(all: readonly WeighedUnit[], scorer: ClaimScorer): ClaimDraft[] {
  const units = all.filter(({ weights }) => weights.size > 0);
  const claims = groupUnits(
    units.filter(unit => !isPointer(unit)),
    scorer,
  )
    .map(draftOf)
    .sort(byStrength);
  const pointers = units.filter(isPointer);
  const targets = new Map(pointers.map(pointer => [pointer, pointedAt(pointer, claims)] as const));
  const pointing = Map.groupBy(pointers, pointer => targets.get(pointer));
  const loose = groupUnits(pointing.get(undefined) ?? [], scorer).map(draftOf);
  return [
    ...claims.map(claim => draftOf([...claim.tellings, ...(pointing.get(claim) ?? [])].sort(inOrder))),
    ...loose,
  ].sort(byStrength);
}
