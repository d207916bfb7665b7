import type { Difference } from '../../domain/index.ts';
import { passageOf } from '../accounts.ts';
import { difference, type TellingPair } from './pairs.ts';
import { meet, type Quantity, type QuantityFinder } from './quantities.ts';

/** Tellings this alike count the same things, where each counts such things once. */
const alike = 0.6;
/** Sums of money further apart than this, told with other verbs, are of different things. */
const sameMagnitude = 3;

/** A telling with more numbers is a table, and what its numbers are of cannot be told by its verbs. */
const mostNumbers = 30;

/** Finds numbers that two tellings give for the same thing and that cannot both be right. */
export function compareNumbers(pair: TellingPair, quantitiesIn: QuantityFinder): Difference[] {
  const { before, after } = pair;
  return conflictsOf(pair, quantitiesIn).map(([left, right]) =>
    difference('number', passageOf(before.unit.account, left), passageOf(after.unit.account, right)),
  );
}

/** Each pair of numbers that are of one unit, in one role and of one scope, and differ; a number is in one pair at most. */
export function conflictsOf(
  { before, after, likeness }: TellingPair,
  quantitiesIn: QuantityFinder,
): [Quantity, Quantity][] {
  const left = quantitiesIn(before.unit);
  const right = quantitiesIn(after.unit);
  if (Math.max(left.length, right.length) > mostNumbers) return [];
  const isOnly = (quantity: Quantity, all: readonly Quantity[]) =>
    all.filter(other => other.unit === quantity.unit && other.role.rate === quantity.role.rate).length === 1;
  const isSame = (a: Quantity, b: Quantity): boolean => {
    if (!isOfOneScope(a, b)) return false;
    return isOfOneRole(a, b) || (isOnly(a, left) && isOnly(b, right) && isOfOneKind(a, b, likeness));
  };
  const taken = new Set<Quantity>();
  return left.flatMap((a): [Quantity, Quantity][] => {
    const same = right.filter(b => !taken.has(b) && isSame(a, b));
    if (same.length === 0 || same.some(b => !differ(a, b))) return [];
    taken.add(same[0]!);
    return [[a, same[0]!]];
  });
}

/** Intervals that do not meet, or bounds of one sort that are not the same: "at least 5" and "at least 24" were counted apart. */
const differ = (a: Quantity, b: Quantity): boolean =>
  !meet(a, b) ||
  (isBound(a) && isBound(b) && a.amount !== b.amount && (a.most === Infinity) === (b.most === Infinity));

const isBound = ({ least, most, amount }: Quantity): boolean =>
  most === Infinity || (least === 0 && most === amount);

const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some(each => b.has(each));
const part = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && !share(a, b);

/** One unit, one rate, and nobody and nowhere else: "5 people in Lissen" are not those in Norwick. */
const isOfOneScope = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit &&
  a.role.rate === b.role.rate &&
  !part(a.role.anchors, b.role.anchors) &&
  !part(a.role.agents, b.role.agents);

/** The same became of what is counted; a distance is from the same place; an age is of somebody of one name. */
function isOfOneRole(a: Quantity, b: Quantity): boolean {
  if ((a.kind === 'age' || a.kind === 'distance') && share(a.role.anchors, b.role.anchors)) return true;
  const isSame = a.kind === 'people' ? isEqual : share;
  return isSame(a.role.predicates, b.role.predicates);
}

/** "shot and killed two" are others than those who were shot. */
const isEqual = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && a.size === b.size && [...a].every(each => b.has(each));

/** Where the verbs do not tell: what a story has one of, and money of about the same sum. */
function isOfOneKind(a: Quantity, b: Quantity, likeness: number): boolean {
  if (a.kind === 'degree') return true;
  if (a.kind === 'money') return Math.max(a.amount, b.amount) <= sameMagnitude * Math.min(a.amount, b.amount);
  return likeness >= alike && a.kind !== 'people' && a.kind !== 'age';
}
