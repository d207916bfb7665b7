import { type Meaning, named } from './meaning.ts';
import { spokenYear } from './numbers.ts';
import type { Piece } from './pieces.ts';
import { digits, either, giving, literal, maybe, type Rule, sequence } from './rule.ts';

const asMeaning = (rule: Rule<number>): Rule<Meaning> =>
  giving(rule, year => named({ grain: 'year', at: year }));

/** "the year 2000", "fiscal 1989", "fiscal year 1989" */
const announced = giving(
  sequence(
    maybe(literal('the')),
    either<unknown>(sequence(literal('fiscal'), maybe(literal('year'))), literal('year')),
    either(digits(1000, 2199), spokenYear),
  ),
  ([, , year]) => year,
);

/** Four digits that nothing around makes a sum, a count or a code: "in 1985", "the 1978 resolution". */
const inFigures: Rule<number> = (pieces, at) => {
  const match = digits(1000, 2199)(pieces, at);
  if (!match || pieces[at]!.raw.length !== 4 || !standsFree(pieces, at)) return null;
  const isRecent = match.value >= 1900 && match.value < 2100;
  return isRecent || pieces[at - 1]?.word?.leads === 'strong' ? match : null;
};

/** "nineteen seventy-nine"; "two thousand" alone may be a count, so a word that leads to a time must stand before it. */
const inWords: Rule<number> = (pieces, at) => {
  const match = spokenYear(pieces, at);
  const isCount = match !== null && match.value % 1000 === 0 && pieces[at - 1]?.word?.leads !== 'strong';
  return isCount || isCounted(pieces[match?.to ?? at]) ? null : match;
};

function standsFree(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  const after = pieces[at + 1];
  if (pieces[at]!.glued && before && !/^[(["'“‘–—/-]$/.test(before.raw)) return false;
  if (before && (/^[$£€¥#]$/.test(before.raw) || before.word?.approximate !== undefined)) return false;
  if (after?.glued && /^[\p{L}%°]/u.test(after.raw)) return false;
  if (after?.glued && /^[.,:]$/.test(after.raw) && isDigitAfter(pieces, at + 2)) return false;
  return !isCounted(after);
}

const isDigitAfter = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]?.glued === true && pieces[at]!.number >= 0;

const isCounted = (piece: Piece | undefined): boolean =>
  piece?.word?.counted !== undefined || piece?.word?.units !== undefined || piece?.word?.scale !== undefined;

export const year: Rule<Meaning> = asMeaning(either(announced, inFigures, inWords));
