const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

const digitAt = (text: string, at: number, end: number): boolean => at < end && isDigit(text.charCodeAt(at));

function digitsEnd(text: string, at: number, end: number): number {
  while (digitAt(text, at, end)) at++;
  return at;
}

/**
 * The end of the number that starts at `at` with a digit: "1,250.75", "7:30", "9/11", "2024-11-11", "555-0147".
 * Ranges and scores ("3-5") and fractions ("1/2") are several numbers.
 */
export function numberEnd(text: string, at: number, end: number): number {
  let place = digitsEnd(text, at, end);
  while (joinsDigits(text, place, end)) place = digitsEnd(text, place + 1, end);
  return groupedEnd(text, at, place, end);
}

/** A comma before exactly three digits, or a full stop or colon before a digit. */
function joinsDigits(text: string, at: number, end: number): boolean {
  if (at >= end || !digitAt(text, at + 1, end)) return false;
  const mark = text[at];
  if (mark === ',') return digitsEnd(text, at + 1, Math.min(end, at + 6)) === at + 4;
  return mark === '.' || mark === ':';
}

/** How long the groups of digits of telephone numbers, postcodes and dates are. */
const groupings: ReadonlySet<string> = new Set([
  '3-4',
  '3-3-4',
  '1-3-3-4',
  '3/3-4',
  '5-4',
  '4-2-2',
  ...['1', '2'].flatMap(first =>
    ['1', '2'].flatMap(second =>
      ['2', '4'].flatMap(year => [`${first}-${second}-${year}`, `${first}/${second}/${year}`]),
    ),
  ),
]);

const mostGroups = 5;
const longestGroup = 5;

/** The end of the digits that hyphens and slashes join to those of `[start, at)`; `at` where they do not. */
function groupedEnd(text: string, start: number, at: number, end: number): number {
  let shape = `${at - start}`;
  let place = at;
  for (let groups = 1; groups <= mostGroups; groups++) {
    const mark = text[place];
    if ((mark !== '-' && mark !== '/') || !digitAt(text, place + 1, end)) break;
    const next = digitsEnd(text, place + 1, Math.min(end, place + 2 + longestGroup));
    shape += `${mark}${next - place - 1}`;
    place = next;
  }
  if (place === at) return at;
  if (groupings.has(shape)) return place;
  return isMonthAndDay(text, start, at, place) ? place : at;
}

/** "9/11" and "5/18", but not "1/2", "24/7" or "50/50". */
function isMonthAndDay(text: string, start: number, slash: number, end: number): boolean {
  if (text[slash] !== '/' || slash - start > 2 || end - slash > 3) return false;
  const [first, second] = [Number(text.slice(start, slash)), Number(text.slice(slash + 1, end))];
  return first >= 1 && first <= 12 && second <= 31 && (second >= 9 || second < first);
}
