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

/**
 * A date as a person writes it; what is not a plain date or date and time stays as it is.
 * @example
 * writtenDate('2024-11-15T09:30:00Z') // '15 November 2024, 09:30 UTC'
 */
export function writtenDate(value: string): string {
  const [, year, month, day, hour, zone] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-][\d:]+)?)?)?)?$/.exec(value) ?? [];
  if (year === undefined) return value;
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (month !== undefined && name === undefined) return value;
  const date = [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
  return hour === undefined
    ? date
    : `${date}, ${hour}${zone === undefined ? '' : ` ${zone === 'Z' ? 'UTC' : zone}`}`;
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
