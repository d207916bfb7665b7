import { writtenDate } from '../dates.ts';

/** A line across the timeline, in milliseconds since 1970, with what stands over it. */
export type Tick = { readonly at: number; readonly label: string };

const day = 86_400_000;

/** In pixels: what “14 Nov” and “Nov 2024” take, with some room between. */
const roomForDay = 56;
const roomForMonth = 90;

/**
 * Days, or every so many days that a label has room: Mondays, or the first days of months, with their years where it is
 * about years. From and to are the starts of days, `width` is in pixels.
 */
export function ticksBetween(from: number, to: number, width: number): readonly Tick[] {
  const days = (to - from) / day;
  const step = Math.ceil((days * roomForDay) / width);
  if (step > 31) return monthTicks(from, to, Math.ceil(((days / 30.4) * roomForMonth) / width), [1, 2]);
  if (step > 7) return monthTicks(from, to, 1, [0, 1]);
  const first = step > 3 ? nextMonday(from) : from;
  const each = step > 3 ? 7 : step;
  const count = Math.floor((to - first) / (each * day)) + 1;
  return Array.from({ length: count }, (_, at) => tick(first + at * each * day, [0, 1]));
}

/** 1 January 1970 was a Thursday. */
const nextMonday = (at: number): number => at + ((11 - (Math.floor(at / day) % 7)) % 7) * day;

/** How many months apart lines look even: parts of a year, else years. */
const evenSteps = [1, 2, 3, 6, 12, 24, 60, 120];

function monthTicks(from: number, to: number, least: number, parts: readonly number[]): readonly Tick[] {
  const step = evenSteps.find(each => each >= least) ?? Math.ceil(least / 120) * 120;
  const first = new Date(from);
  const months = first.getUTCFullYear() * 12 + first.getUTCMonth() + (first.getUTCDate() > 1 ? 1 : 0);
  const ticks: Tick[] = [];
  let month = Math.ceil(months / step) * step;
  for (let at = startOf(month); at <= to; at = startOf(month)) {
    ticks.push(tick(at, parts));
    month += step;
  }
  return ticks;
}

/** Months are counted from the year 0, which `Date.UTC` would take for 1900. */
const startOf = (month: number): number => {
  const start = new Date(0);
  return start.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
};

/** Of `14`, `Nov` and `2024` those parts. */
function tick(at: number, parts: readonly number[]): Tick {
  const [date = '', month = '', year = ''] = writtenDate(new Date(at).toISOString().slice(0, 10)).split(' ');
  const words = [date, month.slice(0, 3), year];
  return { at, label: parts.map(part => words[part]).join(' ') };
}
