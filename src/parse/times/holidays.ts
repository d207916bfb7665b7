import { loadLexicon } from '../../learn/index.ts';
import { dayOf, type Moment, weekdayOf } from './calendar.ts';
import { nearestDay } from './dates.ts';
import { hintOfLiteral, nothing } from './hints.ts';
import { fromPublication, type Meaning, named } from './meaning.ts';
import type { Piece } from './pieces.ts';
import { digits, type Match, type Rule, rule } from './rule.ts';

type Holiday = { readonly words: readonly string[]; readonly dayIn: (year: number) => Moment | null };

/** "Christmas Day", "Thanksgiving 2020": a rule over lexicons/holidays.txt. */
export function loadHolidays(): Rule<Meaning> {
  const byFirst = Map.groupBy(loadLexicon('holidays').map(readHoliday), ({ words }) => words[0]!);
  for (const holidays of byFirst.values()) holidays.sort((a, b) => b.words.length - a.words.length);
  const first = [...byFirst.keys()].reduce((hint, word) => hint | hintOfLiteral(word), nothing);
  return rule((pieces, at) => {
    for (const { words, dayIn } of byFirst.get(pieces[at]?.raw ?? '') ?? []) {
      if (words.every((word, offset) => sameWord(pieces[at + offset], word))) {
        return withYear(pieces, at + words.length, dayIn);
      }
    }
    return null;
  }, first);
}

function withYear(pieces: readonly Piece[], to: number, dayIn: Holiday['dayIn']): Match<Meaning> | null {
  const year = digits(1900, 2199).read(pieces, to);
  if (!year)
    return { value: fromPublication('day', (day, direction) => nearestDay(day, dayIn, direction())), to };
  const day = dayIn(year.value);
  return day && { value: named(day), to: year.to };
}

const sameWord = (piece: Piece | undefined, word: string): boolean =>
  piece !== undefined && piece.raw.replace('’', "'") === word;

function readHoliday([name = '', date = '', weekday]: readonly string[]): Holiday {
  const words = name.match(/[A-Za-z]+|[^\sA-Za-z]/g) ?? [];
  const [month = 1, day = 1] = date.split('-').map(Number);
  return {
    words,
    dayIn: year => {
      const earliest = dayOf(year, month, day);
      return earliest && weekday ? onOrAfter(earliest, Number(weekday)) : earliest;
    },
  };
}

const onOrAfter = ({ at }: Moment, weekday: number): Moment => ({
  grain: 'day',
  at: at + ((weekday - weekdayOf(at) + 7) % 7),
});
