import { type Article, type CharSpan, type Reading, type Statement, textOf } from '../domain/index.ts';
import type { SearchEntry } from './engine.ts';
import { searchText } from './search-text.ts';
import { sourceKey } from './sources.ts';

const wordsOf = (article: Article, spans: readonly CharSpan[]): string =>
  spans.map(span => textOf(article.text, span)).join(' … ');

function extentOf({ cue, content, source }: Statement): CharSpan {
  const spans = [...cue, ...content, ...(source?.spans ?? [])];
  if (!spans.length) return { start: 0, end: 0 };
  return { start: Math.min(...spans.map(span => span.start)), end: Math.max(...spans.map(span => span.end)) };
}

/** The statements of an article as rows; `lowest` is the place of the last of them. */
export const statementRows = ({ article, statements }: Reading, storyId: string, lowest: number) =>
  statements.map((statement, index) => ({
    place: lowest + statements.length - 1 - index,
    articleId: article.id,
    statementId: statement.id,
    storyId,
    outlet: article.outlet,
    speaker: statement.source?.text ?? null,
    sourceKey: sourceKey(statement.source),
    sourceKind: statement.source?.kind ?? null,
    stance: statement.stance,
    words: wordsOf(article, statement.content),
    ...extentOf(statement),
  }));

/** What each of those rows is found by. */
export function statementEntries(
  { article, statements }: Reading,
  rows: ReturnType<typeof statementRows>,
): SearchEntry[] {
  const title = searchText(article.title ?? '');
  return rows.map(({ place, articleId, storyId, outlet, sourceKey, sourceKind, stance, words }, index) => ({
    place,
    texts: [searchText(words), title],
    speaker: speakerText(article, statements[index]!),
    facets: { articleId, storyId, outlet, sourceKey, sourceKind, stance },
  }));
}

function speakerText(article: Article, { source }: Statement): string {
  if (!source) return '';
  const description = source.description ? textOf(article.text, source.description) : '';
  return searchText(`${source.text} ${source.name ?? ''} ${description}`);
}

export const articleEntry = (article: Article, storyId: string, place: number): SearchEntry => ({
  place,
  texts: [searchText(article.title ?? ''), searchText(article.text)],
  speaker: '',
  facets: { storyId, outlet: article.outlet },
});
