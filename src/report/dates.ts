const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const seasons = new Map([
  ['SP', 'spring'],
  ['SU', 'summer'],
  ['FA', 'autumn'],
  ['WI', 'winter'],
]);

const partsOfYear = new Map([
  ['Q1', 'first quarter'],
  ['Q2', 'second quarter'],
  ['Q3', 'third quarter'],
  ['Q4', 'fourth quarter'],
  ['H1', 'first half'],
  ['H2', 'second half'],
]);

const partsOfDay = new Map([
  ['TMO', 'morning'],
  ['TAF', 'afternoon'],
  ['TEV', 'evening'],
  ['TNI', 'night'],
]);

/**
 * A date of ISO 8601 or TIMEX3 as a person writes it; what is neither stays as it is.
 * @example
 * writtenDate('2024-11-15T09:30:00Z') // '15 November 2024, 09:30 UTC'
 */
export function writtenDate(value: string): string {
  const {
    year = '',
    season,
    part: ofYear,
    week,
    weekend,
  } = /^(?<year>\d{4})-(?:(?<season>S[PU]|FA|WI)|(?<part>Q[1-4]|H[12])|W(?<week>\d\d)(?<weekend>-WE)?)$/.exec(
    value,
  )?.groups ?? {};
  if (season) return `${seasons.get(season)} ${year}`;
  if (ofYear) return `${partsOfYear.get(ofYear)} of ${year}`;
  if (week && weekend) return `weekend of ${writtenDay(dayOfWeek(Number(year), Number(week), 5))}`;
  if (week) return `week of ${writtenDay(dayOfWeek(Number(year), Number(week), 0))}`;
  const { day, part, time, zone } =
    /^(?<day>[\d-]+)(?:(?<part>T[A-Z]{2})|T(?<time>\d\d:\d\d)(?::[\d.]+)?(?<zone>Z|[+-][\d:]+)?)?$/.exec(
      value,
    )?.groups ?? {};
  if (day === undefined) return value;
  if (part) return partsOfDay.has(part) ? `${writtenDay(day)}, ${partsOfDay.get(part)}` : value;
  return [writtenDay(day), time && `${time} ${zone === 'Z' ? 'UTC' : (zone ?? '')}`.trim()]
    .filter(Boolean)
    .join(', ');
}

/** `2024`, `2024-11` or `2024-11-05`. */
function writtenDay(value: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) ?? [];
  const name = month && months[Number(month) - 1];
  if (!year || (month && !name)) return value;
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** A day of a week of ISO 8601, counted from Monday; week 1 holds 4 January. */
function dayOfWeek(year: number, week: number, weekday: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const toMonday = (fourth.getUTCDay() + 6) % 7;
  return new Date(Date.UTC(year, 0, 4 - toMonday + (week - 1) * 7 + weekday)).toISOString().slice(0, 10);
}

/** The days from the first to the last, both in ISO 8601: "15 November 2024", "14–16 November 2024". */
export function writtenPeriod(first: string, last: string): string {
  const [from, to] = [writtenDate(first.slice(0, 10)), writtenDate(last.slice(0, 10))];
  if (from === to) return to;
  const [fromWords, toWords] = [from.split(' '), to.split(' ')];
  while (fromWords.length > 1 && fromWords.at(-1) === toWords.at(-1)) {
    fromWords.pop();
    toWords.pop();
  }
  const dash = fromWords.length + toWords.length === 2 ? '–' : ' – ';
  return `${fromWords.join(' ')}${dash}${to}`;
}
