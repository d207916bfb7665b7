import type { TimelineEntry } from '../../domain/index.ts';
import { writtenDate } from '../dates.ts';
import type { Line, Row, Section } from '../page.ts';
import { account, joined, line, plain, quiet, strong } from '../page.ts';
import { clean } from '../words.ts';
import { numbered } from './claims.ts';
import { type Lookup, outletOf } from './lookup.ts';
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

/** One row for each value, with everything that bears it. */
function datedRows(lookup: Lookup): readonly Row[] {
  const byValue = Map.groupBy(lookup.story.timeline, entry => writtenDate(dateOf(entry) ?? ''));
  return [...byValue]
    .filter(([value]) => value !== '')
    .map(([value, entries]) => ({
      label: clean(value),
      line: joined(unique(entries.map(entry => entryLine(lookup, entry))), '; '),
    }));
}

const unique = (lines: readonly Line[]): readonly Line[] => [
  ...new Map(
    lines.map(each => [each.map(piece => ('text' in piece ? piece.text : piece.number)).join(''), each]),
  ).values(),
];

function entryLine(lookup: Lookup, entry: TimelineEntry): Line {
  const number = lookup.numberOf(entry.articleId);
  if (entry.kind === 'published')
    return line`${account(number)}\u00a0${strong(outletOf(lookup.reading(entry.articleId)))} published`;
  const anchor = entry.time.anchor?.from === 'publication' ? [quiet(', counted from publication')] : [];
  return line`${mentionLine(lookup, entry)}${anchor}`;
}

const mentionLine = (lookup: Lookup, { articleId, time }: Mention): Line =>
  numbered(lookup, { articleId, start: time.start, end: time.end }, 60);

function unresolvedRows(lookup: Lookup): readonly Row[] {
  const unresolved = lookup.story.timeline.filter(
    (entry): entry is Mention => entry.kind === 'mentioned' && entry.time.value === null,
  );
  return [...Map.groupBy(unresolved, ({ articleId }) => articleId)].map(([articleId, mentions], at) => {
    const hasDate = lookup.reading(articleId).article.published !== null;
    const words = joined(unique(mentions.map(each => mentionLine(lookup, each))), '; ');
    const reason = hasDate ? 'not resolved' : 'not resolved: no publication date';
    return { label: at === 0 ? 'no date' : '', line: line`${words} — ${plain(reason)}` };
  });
}
