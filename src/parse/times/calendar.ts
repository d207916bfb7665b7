/**
 * A stretch of the calendar: `at` counts grains from a fixed start, so that the next one is `at + 1`.
 * Days count from 1970-01-01, weeks (Monday first) from the week of that day, the others from the year 0.
 */
export type Moment = { readonly grain: Grain; readonly at: number };

export type Grain =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century';

const dayLength = 86_400_000;

/** How many of the grain a year has, for those that divide it. */
const perYear: Readonly<Partial<Record<Grain, number>>> = {
  month: 12,
  quarter: 4,
  season: 4,
  half: 2,
  year: 1,
};

/** Years in one, for those that are longer. */
const yearsIn: Readonly<Partial<Record<Grain, number>>> = { decade: 10, century: 100 };

/** The day, or null where the calendar has no such day. Months count from 1. */
export function dayOf(year: number, month: number, day: number): Moment | null {
  if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDate() === day ? { grain: 'day', at: Math.round(date.getTime() / dayLength) } : null;
}

/** Months count from 1. */
export const monthOf = (year: number, month: number): Moment => ({
  grain: 'month',
  at: year * 12 + month - 1,
});

/** The `part`th (from 1) quarter, half or season of a year; seasons from spring, so winter ends in the next year. */
export const partOfYear = (grain: 'quarter' | 'half' | 'season', year: number, part: number): Moment => ({
  grain,
  at: year * (perYear[grain] ?? 1) + part - 1,
});

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: number): number => mod(day + 3, 7) + 1;

export const yearMonthDay = (day: number): readonly [number, number, number] => {
  const date = new Date(day * dayLength);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
};

/** The first day of a moment, as a day number. */
export function firstDay({ grain, at }: Moment): number {
  if (grain === 'day') return at;
  if (grain === 'week') return at * 7 - 3;
  if (grain === 'weekend') return at * 7 + 2;
  const yearly = perYear[grain];
  if (yearly === undefined) return dayNumber(at * (yearsIn[grain] ?? 1), 0);
  const months = (at * 12) / yearly + (grain === 'season' ? 2 : 0);
  return dayNumber(0, months);
}

/** The moment of the given grain that holds the first day of another. */
export function within(moment: Moment, grain: Grain): Moment {
  if (moment.grain === grain) return moment;
  const day = firstDay(moment);
  if (grain === 'day') return { grain, at: day };
  if (grain === 'week' || grain === 'weekend') return { grain, at: Math.floor((day + 3) / 7) };
  const [year, month] = yearMonthDay(day);
  const yearly = perYear[grain];
  if (yearly === undefined) return { grain, at: Math.floor(year / (yearsIn[grain] ?? 1)) };
  const months = year * 12 + month - 1 - (grain === 'season' ? 2 : 0);
  return { grain, at: Math.floor((months * yearly) / 12) };
}

/** The moment of the same grain `count` of `unit` later; a day that the month lacks becomes the month's last. */
export function shifted(moment: Moment, unit: Grain, count: number): Moment {
  if (unit === moment.grain) return { grain: unit, at: moment.at + count };
  if (unit === 'week' || unit === 'day') {
    return within({ grain: 'day', at: firstDay(moment) + count * (unit === 'week' ? 7 : 1) }, moment.grain);
  }
  const months = count * (yearsIn[unit] ? 12 * yearsIn[unit] : 12 / (perYear[unit] ?? 1));
  const yearly = perYear[moment.grain];
  if (yearly !== undefined)
    return { grain: moment.grain, at: moment.at + Math.floor((months * yearly) / 12) };
  const [year, month, day] = yearMonthDay(firstDay(moment));
  const to = year * 12 + month - 1 + months;
  const last = dayNumber(0, to + 1) - 1;
  return within({ grain: 'day', at: Math.min(dayNumber(0, to) + day - 1, last) }, moment.grain);
}

/** As TIMEX3 writes it: `2024-11-11`, `2024-W46`, `2024-W46-WE`, `2024-11`, `2024-Q4`, `2024-FA`, `2024-H2`, `202`, `20`. */
export function written({ grain, at }: Moment): string {
  if (grain === 'day') {
    const [year, month, day] = yearMonthDay(at);
    return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  }
  if (grain === 'week' || grain === 'weekend') return `${isoWeek(at)}${grain === 'weekend' ? '-WE' : ''}`;
  if (grain === 'decade') return digits(at, 3);
  if (grain === 'century') return digits(at, 2);
  const yearly = perYear[grain] ?? 1;
  const year = digits(Math.floor(at / yearly), 4);
  const part = mod(at, yearly);
  if (grain === 'year') return year;
  if (grain === 'month') return `${year}-${digits(part + 1, 2)}`;
  return `${year}-${grain === 'season' ? seasonCodes[part] : (grain === 'half' ? 'H' : 'Q') + (part + 1)}`;
}

/** Whether its year has at most four figures, and is after the year 0. */
export function isWritable(moment: Moment): boolean {
  const [year] = yearMonthDay(firstDay(moment));
  return year >= 1 && year <= 9999;
}

const seasonCodes = ['SP', 'SU', 'FA', 'WI'];

/** An ISO week belongs to the year of its Thursday. */
function isoWeek(week: number): string {
  const thursday = week * 7;
  const [year] = yearMonthDay(thursday);
  const number = Math.floor((thursday - dayNumber(year, 0)) / 7) + 1;
  return `${digits(year, 4)}-W${digits(number, 2)}`;
}

/** The number of the first day of a month, counted from January of the year, any number of months away. */
function dayNumber(year: number, months: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, months, 1);
  return Math.round(date.getTime() / dayLength);
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

const mod = (value: number, by: number): number => ((value % by) + by) % by;

/** The day, month or year with which an ISO 8601 date or time starts; null where there is none. */
export function readMoment(iso: string): Moment | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)/.exec(iso.trim());
  if (!match) return null;
  const [, year, month, day] = match.map(Number);
  if (match[3]) return dayOf(year!, month!, day!);
  if (match[2]) return month! >= 1 && month! <= 12 ? monthOf(year!, month!) : null;
  return { grain: 'year', at: year! };
}

/** The latest moment not after `from`, or the earliest not before it, among those every `cycle` grains from `at`. */
export function nearest(from: Moment, at: number, cycle: number, direction: 'past' | 'future'): Moment {
  const ahead = mod(at - from.at, cycle);
  return { grain: from.grain, at: from.at + (direction === 'past' && ahead > 0 ? ahead - cycle : ahead) };
}
