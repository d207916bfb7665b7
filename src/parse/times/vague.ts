import { type Expression, fixed } from './meaning.ts';
import { either, giving, literal, maybe, type Rule, sequence, word } from './rule.ts';

/** "now", "recently", "soon" */
const adverb: Rule<string> = giving(
  sequence(maybe(literal('right', 'just', 'more', 'most', 'very', 'until')), word('vaguely')),
  ([, value]) => value,
);

/** "the past", "the near future", "the present" */
const noun: Rule<string> = either(
  giving(sequence(literal('the'), maybe(literal('recent', 'distant')), pastNoun), () => 'PAST_REF'),
  giving(
    sequence(
      maybe(literal('the')),
      maybe(literal('near', 'foreseeable', 'immediate', 'distant')),
      futureNoun,
    ),
    () => 'FUTURE_REF',
  ),
  giving(sequence(literal('these'), literal('days')), () => 'PRESENT_REF'),
  giving(sequence(literal('at'), either(literal('present'))), () => 'PRESENT_REF'),
  giving(sequence(literal('at'), literal('the'), literal('moment')), () => 'PRESENT_REF'),
);

/** "past" as a noun: nothing follows that it could belong to. */
function pastNoun(...[pieces, at]: Parameters<Rule<null>>): ReturnType<Rule<null>> {
  const after = pieces[at + 1];
  const isNoun = after === undefined || /^[^\p{L}\p{N}]/u.test(after.raw);
  return pieces[at]?.raw === 'past' && isNoun ? { value: null, to: at + 1 } : null;
}

function futureNoun(...[pieces, at]: Parameters<Rule<null>>): ReturnType<Rule<null>> {
  const before = pieces[at - 1]?.raw.toLowerCase();
  const fits = before === 'the' || before === 'near' || before === 'foreseeable' || before === 'immediate';
  return pieces[at]?.raw === 'future' && fits ? { value: null, to: at + 1 } : null;
}

export const vague: Rule<Expression> = giving(either(adverb, noun), value => ({
  kind: 'date',
  meaning: fixed(value),
}));
