import { alphanumericEnd, isAlphanumericAt } from './characters.ts';

const schemes = ['http://', 'https://', 'www.', 'ftp://', 'mailto:'];

/** The end of the web address that starts at `at`; `at` where none does. */
export function addressEnd(text: string, at: number, end: number): number {
  if (!'hwfmHWFM'.includes(text[at]!)) return at;
  const head = text.slice(at, at + 8).toLowerCase();
  const scheme = schemes.find(start => head.startsWith(start));
  if (!scheme || !isAlphanumericAt(text, at + scheme.length, end)) return at;
  return withoutTail(text, at, pathEnd(text, at + scheme.length, end));
}

const outside = /[\s<>"“”«»]/u;
const tail = /[.,;:!?'’*…\]]/u;

function pathEnd(text: string, at: number, end: number): number {
  while (at < end && !outside.test(text[at]!)) at++;
  return at;
}

/** Without the marks at the end of an address that belong to the sentence: stops, and brackets it does not open. */
function withoutTail(text: string, at: number, end: number): number {
  let unopened = 0;
  for (let place = at; place < end; place++) {
    if (text[place] === '(') unopened--;
    else if (text[place] === ')') unopened++;
  }
  let last = end;
  while (last > at && (tail.test(text[last - 1]!) || (text[last - 1] === ')' && unopened > 0))) {
    if (text[last - 1] === ')') unopened--;
    last--;
  }
  return last;
}

const mailMarks = '.+%-';
const hostMarks = '.-';
const longestName = 64;
const longestHost = 253;

/** The end of the run of letters, digits and the given marks. */
function runEnd(text: string, at: number, end: number, marks: string): number {
  let place = alphanumericEnd(text, at, end);
  while (place < end && marks.includes(text[place]!)) place = alphanumericEnd(text, place + 1, end);
  return place;
}

/** The end of the mail address that starts at `at`, of which `[at, known)` are letters; `at` where there is none. */
export function mailEnd(text: string, at: number, known: number, end: number): number {
  const name = runEnd(text, known, Math.min(end, at + longestName), mailMarks);
  if (text[name] !== '@' || !isAlphanumericAt(text, name + 1, end)) return at;
  return withoutTail(text, at, runEnd(text, name + 1, Math.min(end, name + longestHost), hostMarks));
}

/**
 * The end of the host or file name that starts at `at` with a path, if it has one: "example.com/news", "report.pdf".
 * `at` where it does not end as such names do.
 */
export function hostEnd(
  text: string,
  at: number,
  known: number,
  end: number,
  endings: ReadonlySet<string>,
): number {
  const limit = Math.min(end, at + longestHost);
  const host = withoutTail(text, at, runEnd(text, known, limit, hostMarks));
  const dot = known + text.slice(known, host).lastIndexOf('.');
  if (dot < known || !endings.has(text.slice(dot + 1, host).toLowerCase())) return at;
  if (isCapitalAfterStop(text, dot)) return at;
  return text[host] === '/' && host < end ? withoutTail(text, at, pathEnd(text, host, end)) : host;
}

/** "arrived.At" is a missing space; "EXAMPLE.COM" is a name. */
const isCapitalAfterStop = (text: string, dot: number): boolean =>
  /[a-z]\.[A-Z][a-z]/.test(text.slice(dot - 1, dot + 3));
