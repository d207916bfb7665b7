import type { Difference, TimeExpression } from '../../domain/index.ts';
import { covers, textOf } from '../../domain/index.ts';
import { passageOf } from '../accounts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import { tokensIn } from '../words/account-words.ts';
import { counterparts, topOf } from './governed.ts';
import { difference, type TellingPair } from './pairs.ts';

/** Less alike than this, two tellings may well date different things. */
const alike = 0.4;

const daysIn = ({ unit: { account, span } }: WeighedUnit): TimeExpression[] =>
  account.doc.times.filter(
    time => time.value !== null && /^\d{4}-\d{2}-\d{2}/.test(time.value) && covers(span, time),
  );

/** The verb or noun that a date is about; where the tree hangs it on the saying, the verb before it. */
function headOf({ unit: { account, tokens } }: WeighedUnit, time: TimeExpression): number {
  const { from, to } = tokensIn(account.doc, time);
  if (to <= from) return -1;
  const { head } = account.doc.tokens[topOf(account, { from, to })]!;
  if (tokens.from <= head && head < tokens.to) return head;
  return (
    account.doc.tokens.slice(tokens.from, from).findLastIndex(({ upos }) => upos === 'VERB') + tokens.from
  );
}

/** Whether both hang on the same verb or noun: "held on Monday" is not "said on Tuesday". */
function areOfOneDeed(
  before: WeighedUnit,
  earlier: TimeExpression,
  after: WeighedUnit,
  later: TimeExpression,
): boolean {
  const [was, is] = [headOf(before, earlier), headOf(after, later)];
  return was >= 0 && is >= 0 && counterparts(before.unit.account, [was], after).includes(is);
}

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
  if (!areOfOneDeed(before, earlier, after, later)) return [];
  return [difference('date', passageOf(before.unit.account, earlier), passageOf(after.unit.account, later))];
}
