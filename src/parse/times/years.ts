import { fromPublication, type Meaning, named } from './meaning.ts';
import { spokenYear } from './numbers.ts';
import type { Piece } from './pieces.ts';
import { digits, either, giving, glued, literal, maybe, type Rule, sequence, where } from './rule.ts';

const afterLead = where((pieces, at) => pieces[at - 1]?.word?.leads === 'strong');

/** "'98": the last year that ends so, those just ahead included. */
export const shortYear: Rule<Meaning> = giving(
  sequence(
    afterLead,
    literal("'", '’', '‘'),
    glued(digits(0, 99, 2)),
    where((pieces, at) => !(pieces[at]?.glued && /^[\p{L}\p{N}]/u.test(pieces[at]!.raw))),
  ),
  ([, , year]) =>
    fromPublication('year', ({ at }) => {
      const latest = at + 5;
      return { grain: 'year', at: latest - ((((latest - year) % 100) + 100) % 100) };
    }),
);

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

/** Four digits that nothing around makes a sum, a count or a code: "in 1985", "the 1971 treaty". */
const inFigures: Rule<number> = giving(
  sequence(
    where((pieces, at) => pieces[at]?.raw.length === 4 && standsFree(pieces, at)),
    digits(1000, 2199),
    where((pieces, at) => isModern(pieces[at - 1]!.number) || pieces[at - 2]?.word?.leads === 'strong'),
  ),
  ([, year]) => year,
);

const isModern = (year: number): boolean => year >= 1900 && year < 2100;

const uncounted = where((pieces, at) => !isCounted(pieces[at]));

/** "nineteen eighty-four"; "two thousand" alone may be a count, so a word that leads to a time must stand before it. */
const inWords: Rule<number> = either(
  giving(sequence(spokenYear, uncounted), ([year]) => (year % 1000 === 0 ? null : year)),
  giving(sequence(afterLead, spokenYear, uncounted), ([, year]) => year),
);

function standsFree(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  const after = pieces[at + 1];
  if (pieces[at]!.glued && before && !/^[(["'“‘–—/-]$/.test(before.raw)) return false;
  if (before && (/^[$£€¥#]$/.test(before.raw) || before.word?.approximate || before.word?.numbered))
    return false;
  if (after?.glued && /^[\p{L}%°]/u.test(after.raw)) return false;
  if (after?.glued && /^[.,:]$/.test(after.raw) && isDigitAfter(pieces, at + 2)) return false;
  return !isCounted(after);
}

const isDigitAfter = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]?.glued === true && pieces[at]!.number >= 0;

const isCounted = (piece: Piece | undefined): boolean =>
  piece?.word?.counted !== undefined || piece?.word?.units !== undefined || piece?.word?.scale !== undefined;

export const year: Rule<Meaning> = either(asMeaning(either(announced, inFigures, inWords)), shortYear);
