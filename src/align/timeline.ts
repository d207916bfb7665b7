import type { TimeExpression, TimelineEntry } from '../domain/index.ts';
import type { Account } from './accounts.ts';

const seasonMonth: Readonly<Record<string, string>> = { WI: '12', SP: '03', SU: '06', FA: '09' };

/** Where a value stands in order of time: seasons by their first month, weeks by their Monday. Null: not on the calendar. */
export function orderOf(value: string): string | null {
  const season = /^(\d{4})-(WI|SP|SU|FA)/.exec(value);
  if (season) return `${season[1]}-${seasonMonth[season[2]!]}`;
  const week = /^(\d{4})-W(\d{2})/.exec(value);
  if (week) return mondayOf(Number(week[1]), Number(week[2]));
  return /^\d{4}/.test(value) ? value : null;
}

function mondayOf(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() + ((week - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * 86_400_000;
  return new Date(monday).toISOString().slice(0, 10);
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
