import type { Grain, Moment } from './calendar.ts';
import { type Direction, fromPublication, fromText, type Meaning } from './meaning.ts';
import { either, giving, literal, maybe, type Rule, sequence, word } from './rule.ts';

/** Which of a row of times: the one before (-1), this one (0) or the one after (1), counted from where. */
export type Which = {
  readonly from: 'publication' | 'text';
  readonly by: number;
  /** With "the": "the next day" is counted from what was told before, "next week" from the day of writing. */
  readonly definite: boolean;
};

/** "last", "this", "the next", "this coming", "the following", "that same" */
const which: Rule<Which> = giving(
  sequence(
    maybe(literal('the')),
    maybe(literal('this', 'that')),
    maybe(literal('very')),
    either<Pick<Which, 'from' | 'by'>>(
      giving(word('relation'), by => ({ from: 'publication', by })),
      giving(word('textRelation'), by => ({ from: 'text', by })),
    ),
  ),
  ([definite, , , counted]) => ({ ...counted, definite: definite !== null }),
);

const thisOne: Rule<Which> = giving(literal('this'), () => ({ from: 'publication', by: 0, definite: false }));

/** Also "this" alone. */
export const anyWhich: Rule<Which> = either(which, thisOne);

/** Also "that" alone: before words that leave no doubt that it points. */
export const pointing: Rule<Which> = either(
  anyWhich,
  giving(literal('that'), () => ({ from: 'text', by: 0, definite: false })),
);

/** Counts from where `which` says. */
export const counted = (
  { from }: Pick<Which, 'from'>,
  grain: Grain,
  count: (moment: Moment, direction: () => Direction) => Moment | null,
): Meaning => (from === 'text' ? fromText : fromPublication)(grain, count);
