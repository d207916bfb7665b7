import { type Expression, fixed } from './meaning.ts';
import type { Piece } from './pieces.ts';
import { either, giving, literal, maybe, type Rule, sequence, where, word } from './rule.ts';

/** "now", "right now", "recently" */
const adverb: Rule<string> = giving(
  sequence(maybe(literal('right', 'just', 'more', 'most', 'very', 'until')), word('vaguely')),
  ([, value]) => value,
);

/** "soon", as a time to come: not "as soon as", "soon after", "soon became". */
const soon: Rule<string> = giving(
  sequence(
    where((pieces, at) => pieces[at - 1]?.raw.toLowerCase() !== 'as'),
    literal('soon'),
    where((pieces, at) => !isPast(pieces[at]) && !/^(after|as|before)$/.test(pieces[at]?.raw ?? '')),
  ),
  () => 'FUTURE_REF',
);

const isPast = (piece: Piece | undefined): boolean =>
  piece !== undefined && (piece.word?.tense === 'past' || piece.raw.endsWith('ed'));

/** "the past" as a noun: nothing follows that it could belong to, or "in" stands before it. */
const past: Rule<string> = giving(
  sequence(
    literal('the'),
    maybe(literal('recent', 'distant')),
    literal('past'),
    where((pieces, at) => pieces[at - 3]?.raw.toLowerCase() === 'in' || !isLetter(pieces[at])),
  ),
  () => 'PAST_REF',
);

const isLetter = (piece: Piece | undefined): boolean => /^[\p{L}\p{N}]/u.test(piece?.raw ?? '');

/** "the future", "the near future", "the near term"; not "the future king" */
const future: Rule<string> = either(
  giving(
    sequence(
      literal('the'),
      literal('near', 'foreseeable', 'immediate', 'distant'),
      literal('future', 'term'),
    ),
    () => 'FUTURE_REF',
  ),
  giving(
    sequence(
      literal('the'),
      literal('future'),
      where((pieces, at) => pieces[at]?.word != null || !/^\p{Ll}/u.test(pieces[at]?.raw ?? '')),
    ),
    () => 'FUTURE_REF',
  ),
);

/** "these days", "at present", "at the moment" */
const present: Rule<string> = giving(
  either<unknown>(
    sequence(literal('these'), literal('days')),
    sequence(literal('at'), literal('present')),
    sequence(literal('at'), literal('the'), literal('moment')),
  ),
  () => 'PRESENT_REF',
);

export const vague: Rule<Expression> = giving(either(adverb, soon, past, future, present), value => ({
  kind: 'date',
  meaning: fixed(value),
}));
