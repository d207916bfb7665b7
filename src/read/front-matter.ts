import { toIsoDate } from './dates.ts';
import { type Facts, noFacts } from './facts.ts';
import { onOneLine } from './wording.ts';

/** `end` is where the text after the front matter begins; 0 where there is none. */
export type FrontMatter = { readonly facts: Facts; readonly end: number };

/** Which keys set which fact: the first that the input has. */
const keys: { readonly [Fact in keyof Facts]: readonly string[] } = {
  title: ['title', 'headline'],
  outlet: ['outlet', 'publisher', 'publication', 'source', 'site'],
  byline: ['byline', 'author', 'authors'],
  published: ['published', 'date', 'published_at'],
  fetched: ['fetched', 'retrieved', 'accessed'],
  url: ['url', 'link', 'canonical'],
};

/**
 * Publisher's facts between two `---` lines at the very top of a text, as `key: value`. Not YAML: values are one line, a
 * `- item` list or a `[a, b]` list; other keys are passed over.
 */
export function readFrontMatter(text: string): FrontMatter {
  const match = /^---[ \t]*\r?\n([\s\S]{0,20000}?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  const values = match ? readValues(match[1] ?? '') : null;
  if (!match || values === null) return { facts: noFacts, end: 0 };
  const first = (fact: keyof Facts) => keys[fact].map(key => values.get(key)).find(value => value) ?? null;
  const published = toIsoDate(first('published') ?? '');
  const fetched = toIsoDate(first('fetched') ?? '');
  const facts = { title: first('title'), outlet: first('outlet'), byline: withoutBy(first('byline')) };
  return { facts: { ...facts, published, fetched, url: first('url') }, end: match[0].length };
}

/** Null where a line is neither a pair nor part of one: then the rules are a rule, not front matter. */
function readValues(lines: string): ReadonlyMap<string, string> | null {
  const values = new Map<string, string>();
  let key = '';
  for (const line of lines.split(/\r?\n/)) {
    const pair = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    const item = /^\s*-\s+(.*)$/.exec(line) ?? /^[ \t]+(\S.*)$/.exec(line);
    if (pair) {
      key = pair[1]!.toLowerCase();
      values.set(key, plainValue(pair[2] ?? ''));
    } else if (item && key !== '') {
      values.set(key, [values.get(key), plainValue(item[1]!)].filter(Boolean).join(', '));
    } else if (line.trim() !== '' && !line.startsWith('#')) return null;
  }
  return values.size > 0 ? values : null;
}

/** Without quotes, list brackets, or the marks by which YAML announces a longer value. */
function plainValue(written: string): string {
  const value = onOneLine(written);
  if (/^[|>][+-]?$/.test(value) || /^(?:null|~)$/i.test(value)) return '';
  const list = /^\[(.*)\]$/.exec(value);
  if (list) return list[1]!.split(',').map(plainValue).filter(Boolean).join(', ');
  if (/^".*"$/.test(value)) return value.slice(1, -1).replaceAll('\\"', '"');
  return /^'.*'$/.test(value) ? value.slice(1, -1).replaceAll("''", "'") : value;
}

/** `By Ann Rowe` names Ann Rowe. */
export const withoutBy = (byline: string | null): string | null =>
  onOneLine(byline ?? '').replace(/^by\s+/i, '') || null;
