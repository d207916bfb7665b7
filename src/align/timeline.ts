import type { TimeExpression, TimelineEntry } from '../domain/index.ts';
import type { Account } from './accounts.ts';
import { daysOf } from './calendar.ts';

/** Where a value stands in order of time: by its first day, what is longer first. Null: not on the calendar. */
function orderOf(value: string): string | null {
  const days = daysOf(value);
  return days && `${days.first} ${value}`;
}

function mentioned({ articleId, doc, text }: Account): TimelineEntry[] {
  const seen = new Set<string>();
  const isNew = (time: TimeExpression) => {
    const key = time.value ?? text.slice(time.start, time.end).toLowerCase();
    return !seen.has(key) && seen.add(key);
  };
  return doc.times
    .filter(time => time.kind === 'date' || time.kind === 'time')
    .filter(time => time.value === null || orderOf(time.value) !== null)
    .filter(isNew)
    .map(time => ({ kind: 'mentioned', articleId, time }));
}

const valueOfEntry = (entry: TimelineEntry): string | null =>
  entry.kind === 'published' ? entry.value : entry.time.value;

/** Publications and the dates that accounts mention, each once an account; those without a value keep the accounts' order. */
export function timelineOf(accounts: readonly Account[]): TimelineEntry[] {
  const entries = accounts.flatMap((account): TimelineEntry[] => {
    const { published } = account.reading.article;
    const publication: TimelineEntry[] =
      published === null ? [] : [{ kind: 'published', articleId: account.articleId, value: published }];
    return [...publication, ...mentioned(account)];
  });
  const keyed = entries.map(entry => ({ entry, key: orderOf(valueOfEntry(entry) ?? '') ?? '\uffff' }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry);
}
