import { loadLexicon } from '../learn/index.ts';

const words = loadLexicon('time-words');
const labels = loadLexicon('date-labels');
const months = new Map(
  words.flatMap(([word, part, value]) => (part === 'month' ? [[word!.toLowerCase(), Number(value)]] : [])),
);
const fillers = new Set([
  ...words.flatMap(([word, part]) => (part === 'weekday' ? [word!.toLowerCase()] : [])),
  ...labels.map(([label]) => label!),
]);
const updates = new Set(labels.flatMap(([label, sense]) => (sense === 'update' ? [label!] : [])));
const zones = new Map(loadLexicon('time-zones').map(([letters, , offset = '']) => [letters!, offset]));

type Day = { readonly year: number; readonly month: number; readonly day: number };

/** A part of a date, and the words around it. */
type Found<Part> = { readonly part: Part; readonly rest: string };

/**
 * An ISO 8601 date, or date and time, from the forms that pages and files use, as precise as the input; null for
 * anything else, and for what could be two dates (`3/4/2024`). A zone that is ambiguous (`BST`, `ET`) is left out.
 * @example
 * toIsoDate('Fri, 15 Nov 2024 10:03:00 GMT') // '2024-11-15T10:03:00Z'
 * toIsoDate('Nov. 15, 2024') // '2024-11-15'
 */
export function toIsoDate(value: string): string | null {
  if (value.length > 100) return null;
  const found = findDay(value.normalize('NFKC').replace(/\[[^\]]*\]|\([A-Z][^()]*\)/g, ' '));
  if (found === null || !isOnCalendar(found.part)) return null;
  const { year, month, day } = found.part;
  const time = findTime(found.rest);
  if (wordsIn(time?.rest ?? found.rest).some(word => !fillers.has(word))) return null;
  return `${digits(year, 4)}-${digits(month)}-${digits(day)}${time?.part ?? ''}`;
}

/**
 * The date in a line that says no more than when its article came out; null also for when it was last changed.
 * @example
 * publicationIn('Published 15 November 2024') // '2024-11-15'
 */
export const publicationIn = (line: string): string | null =>
  wordsIn(line).some(word => updates.has(word)) ? null : toIsoDate(line);

/** Whether a line holds nothing but a date or a time, even one that could be two dates: `Updated 05/02/2013 4:08 p.m. ET`. */
export const isDateLine = (line: string): boolean =>
  line.length < 100 &&
  /\d\D+\d/.test(line) &&
  wordsIn(line.replace(/(?<=\d\s?)[ap]\.?m\b\.?/gi, '')).every(isOfDates);

const isOfDates = (word: string): boolean =>
  /^\d+(?:st|nd|rd|th)?$/.test(word) ||
  months.has(word) ||
  fillers.has(word) ||
  zones.has(word.toUpperCase());

const wordsIn = (text: string): readonly string[] =>
  text.toLowerCase().match(/\d+(?:st|nd|rd|th)?\b|\p{L}+|\d+/gu) ?? [];

const digits = (value: number, count = 2): string => String(value).padStart(count, '0');

/** Regular expression, and which of its groups is the year, the month and the day. */
const dayForms: readonly (readonly [RegExp, number, number, number])[] = [
  [/\b(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?=T\d)T|\b)/, 1, 3, 4],
  [/^(\d{4})(\d{2})(\d{2})(?:(?=T\d)T|\b)/, 1, 2, 3],
  [/\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4})\b/i, 3, 2, 1],
  [/\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i, 3, 1, 2],
  [/\b(\d{1,2})([/.])(\d{1,2})\2(\d{4})\b/, 4, 3, 1],
];

function findDay(text: string): Found<Day> | null {
  for (const [form, year, month, day] of dayForms) {
    const match = form.exec(text);
    if (!match) continue;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    const part = {
      year: Number(match[year]),
      month: monthNumber(match[month]!),
      day: Number(match[day]),
    };
    return { part: form === dayForms.at(-1)![0] ? inSlashes(part) : part, rest };
  }
  return null;
}

const monthNumber = (name: string): number => months.get(name.toLowerCase()) ?? Number(name);

/** `15/11/2024` and `11/15/2024` say which number is the month; `3/4/2024` does not, and has no month here. */
function inSlashes({ year, month, day }: Day): Day {
  if (month > 12) return { year, month: day, day: month };
  return day > 12 || day === month ? { year, month, day } : { year, month: Number.NaN, day };
}

function isOnCalendar({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const timeForm =
  /(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap]\.?m\b\.?)?\s*(?:(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})|([A-Z]{1,4})\b)?/i;

function findTime(text: string): Found<string> | null {
  const match = timeForm.exec(text);
  if (!match) return null;
  const [whole, written = '', minute = '', second, half, sign, zoneHours, zoneMinutes, zone = ''] = match;
  const hour = half ? (Number(written) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(written);
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const seconds = second === undefined ? '' : `:${second}`;
  const isZone = zones.has(zone.toUpperCase()) || zone.toUpperCase() === 'Z';
  const offset = sign ? `${sign}${zoneHours}:${zoneMinutes}` : zoneOffset(zone.toUpperCase());
  const rest = text.slice(0, match.index) + text.slice(match.index + whole.length);
  return { part: `T${digits(hour)}:${minute}${seconds}${offset}`, rest: isZone ? rest : `${rest} ${zone}` };
}

const zoneOffset = (zone: string): string => (zone === 'Z' ? 'Z' : (zones.get(zone) ?? ''));
