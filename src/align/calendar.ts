/** First and last day of what a TIMEX3 value covers, in ISO 8601. */
export type Days = { readonly first: string; readonly last: string };

/** Months of a season, quarter or half, from the first to the last; winter ends in the year after. */
const parts: Readonly<Record<string, readonly [number, number]>> = {
  SP: [3, 5],
  SU: [6, 8],
  FA: [9, 11],
  WI: [12, 14],
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
  H1: [1, 6],
  H2: [7, 12],
};

const form =
  /^(?<year>\d{4})(?:-(?:(?<part>SP|SU|FA|WI|Q[1-4]|H[12])|W(?<week>\d\d)(?<weekend>-WE)?|(?<month>\d\d)(?:-(?<day>\d\d))?))?(?:T.*)?$/;

/** The days that a value covers; null for what is not on the calendar as such: a decade, a century, "now", "every Monday". */
export function daysOf(value: string): Days | null {
  const { year, part, week, weekend, month, day } = form.exec(value)?.groups ?? {};
  if (!year) return null;
  if (week) return daysOfWeek(Number(year), Number(week), weekend ? 5 : 0);
  if (day) return { first: value.slice(0, 10), last: value.slice(0, 10) };
  const [from, to] = part ? parts[part]! : month ? [Number(month), Number(month)] : [1, 12];
  return { first: isoDay(Number(year), from - 1, 1), last: isoDay(Number(year), to, 0) };
}

/** Months from 0, and days, may run over: day 0 is the last of the month before. */
const dayAt = (year: number, month: number, day: number): Date =>
  new Date(new Date(0).setUTCFullYear(year, month, day));

const isoDay = (year: number, month: number, day: number): string =>
  dayAt(year, month, day).toISOString().slice(0, 10);

/** From the weekday, counted from Monday, to Sunday; ISO's week 1 holds 4 January. */
function daysOfWeek(year: number, week: number, weekday: number): Days {
  const toMonday = (dayAt(year, 0, 4).getUTCDay() + 6) % 7;
  const monday = 4 - toMonday + (week - 1) * 7;
  return { first: isoDay(year, 0, monday + weekday), last: isoDay(year, 0, monday + 6) };
}
