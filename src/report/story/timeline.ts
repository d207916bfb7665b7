import type { TimelineEntry } from '../../domain/index.ts';
import { textOf } from '../../domain/index.ts';
import { writtenDate } from '../dates.ts';
import type { Line, Row, Section } from '../page.ts';
import { account, joined, line, plain, quiet, rowsOf, strong, wordsOf } from '../page.ts';
import { clean } from '../words.ts';
import type { Lookup } from './lookup.ts';
import type { Limits } from './page.ts';

type Mention = Extract<TimelineEntry, { kind: 'mentioned' }>;

/** Publications and dates in order of time, then the dates that were not resolved, as they are written. */
export function timelineSection(lookup: Lookup, { items }: Limits): Section {
  const rows = [...datedRows(lookup), ...unresolvedRows(lookup)];
  const item = {
    id: null,
    standing: null,
    head: [],
    rows: rows.slice(0, items),
    more: Math.max(0, rows.length - items),
  };
  return { id: 'timeline', title: 'Timeline', items: rows.length > 0 ? [item] : [], more: 0 };
}

const dateOf = (entry: TimelineEntry): string | null =>
  entry.kind === 'published' ? entry.value : entry.time.value;

/** One row for each value: who published then, then the words that mean it. */
function datedRows(lookup: Lookup): readonly Row[] {
  const byValue = Map.groupBy(lookup.story.timeline, entry => writtenDate(dateOf(entry) ?? ''));
  return [...byValue]
    .filter(([value]) => value !== '')
    .map(([value, entries]) => ({
      label: clean(value),
      line: joined([...publications(lookup, entries), ...mentions(lookup, entries.filter(isMention))], '; '),
    }));
}

const isMention = (entry: TimelineEntry): entry is Mention => entry.kind === 'mentioned';

const publications = (lookup: Lookup, entries: readonly TimelineEntry[]): readonly Line[] =>
  entries
    .filter(({ kind }) => kind === 'published')
    .map(
      ({ articleId }) =>
        line`${account(lookup.numberOf(articleId))}\u00a0${strong(lookup.account(articleId).name)} published`,
    );

/** The same words in several accounts are told once. */
function mentions(lookup: Lookup, entries: readonly Mention[]): readonly Line[] {
  const groups = Map.groupBy(entries, ({ articleId, time }) => {
    const words = clean(textOf(lookup.account(articleId).reading.article.text, time)).toLowerCase();
    return JSON.stringify([words, time.anchor?.from]);
  });
  return [...groups.values()].map(group => {
    const [first] = group as [Mention, ...Mention[]];
    const anchor = first.time.anchor?.from === 'publication' ? [quiet(', counted from publication')] : [];
    const accounts = lookup.accounts(group.map(({ articleId }) => articleId));
    return line`${accounts}\u00a0${mentionWords(lookup, first)}${anchor}`;
  });
}

const mentionWords = (lookup: Lookup, { articleId, time }: Mention): Line => [
  lookup.quote({ articleId, start: time.start, end: time.end }, 60),
];

function unresolvedRows(lookup: Lookup): readonly Row[] {
  const unresolved = lookup.story.timeline.filter(isMention).filter(({ time }) => time.value === null);
  const byAccount = Map.groupBy(unresolved, ({ articleId }) => articleId);
  return rowsOf(
    'no date',
    [...byAccount].map(([articleId, entries]) => {
      const hasDate = lookup.account(articleId).reading.article.published !== null;
      const words = joined(distinct(entries.map(each => mentionWords(lookup, each))), ', ');
      const reason = plain(hasDate ? 'not resolved' : 'not resolved: no publication date');
      return line`${account(lookup.numberOf(articleId))}\u00a0${words} (${reason})`;
    }),
  );
}

/** Of lines with the same words, the first. */
const distinct = (lines: readonly Line[]): readonly Line[] =>
  [...new Map(lines.toReversed().map(each => [wordsOf(each), each])).values()].toReversed();
