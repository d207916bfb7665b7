import type { Difference, TimeExpression } from '../../domain/index.ts';
import { covers, textOf } from '../../domain/index.ts';
import { passageOf } from '../accounts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import { difference, type TellingPair } from './pairs.ts';

/** Less alike than this, two tellings may well date different things. */
const alike = 0.4;

const daysIn = ({ unit: { account, span } }: WeighedUnit): TimeExpression[] =>
  account.doc.times.filter(
    time => time.value !== null && /^\d{4}-\d{2}-\d{2}/.test(time.value) && covers(span, time),
  );

/** "3:30 AM" and "3:30 a.m." are written the same, whatever day they were counted from. */
const lettersOf = ({ unit }: WeighedUnit, time: TimeExpression): string =>
  textOf(unit.account.text, time)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Two tellings that each give one day, and not the same one. "November" does not differ from "11 November". */
export function compareDates({ before, after, likeness }: TellingPair): Difference[] {
  const [left, right] = [daysIn(before), daysIn(after)];
  if (likeness < alike || left.length !== 1 || right.length !== 1) return [];
  const [earlier, later] = [left[0]!, right[0]!];
  if (earlier.value!.slice(0, 10) === later.value!.slice(0, 10)) return [];
  if (lettersOf(before, earlier) === lettersOf(after, later)) return [];
  return [difference('date', passageOf(before.unit.account, earlier), passageOf(after.unit.account, later))];
}
