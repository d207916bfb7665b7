import type { Article, CharSpan, Reading, Statement } from '../domain/index.ts';
import type { Piece } from './page.ts';
import { clean, quotable, shorten } from './words.ts';

/** One account as a report uses it: numbered, quoted, and its statements found by id and by who makes them. */
export type AccountView = {
  readonly reading: Reading;
  readonly number: number;
  readonly name: string;
  /** The words of the spans, about `limit` characters of them. */
  readonly quote: (spans: readonly CharSpan[], limit: number) => Piece;
  /** The line of the text, counted from 1, in which the offset stands. */
  readonly lineOf: (offset: number) => number;
  readonly statement: (id: string) => Statement | undefined;
  readonly statementsBy: (entityId: string) => readonly Statement[];
};

/** What a reader calls an account: its outlet, else its title, else its first words. */
export const accountName = ({ outlet, title, text }: Article): string =>
  clean(outlet ?? title ?? '') || `“${shorten(clean(text.slice(0, 200)), 40)}”`;

/** "byline “Ana Rao, Associated Press”": where a credit stands that is not in the text. */
export const bylineLabel = ({ reading: { article } }: AccountView): string =>
  `byline “${shorten(clean(article.byline ?? ''), 110)}”`;

export function viewAccount(reading: Reading, number: number): AccountView {
  const { article, statements } = reading;
  const lineStarts = [...article.text.matchAll(/\n/g)].map(({ index }) => index + 1);
  const byId = new Map(statements.map(each => [each.id, each]));
  const byEntity = Map.groupBy(statements, ({ source }) => source?.entityId ?? null);
  return {
    reading,
    number,
    name: accountName(article),
    quote: (spans, limit) => ({
      as: 'words',
      text: quotable(article.text, spans, limit),
      place: { account: number, start: spans[0]?.start ?? 0, end: spans[0]?.end ?? 0 },
    }),
    lineOf: offset => 1 + countUpTo(lineStarts, offset),
    statement: id => byId.get(id),
    statementsBy: entityId => byEntity.get(entityId) ?? [],
  };
}

/** How many of the numbers, which are in order, are not over the limit. */
function countUpTo(ordered: readonly number[], limit: number): number {
  let [from, to] = [0, ordered.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ordered[middle]! <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
