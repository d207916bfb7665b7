import type { Article } from '../../src/domain/index.ts';
import { readArticleRecord } from '../../src/read/index.ts';
import { readJsonLines } from './files.ts';

/** An article of a story corpus, with the story that people say it tells. */
export type StoryRow = {
  readonly article: Article;
  readonly story: string;
  /** Two stories of one topic are much alike in ECB+; elsewhere a story is its own topic. */
  readonly topic: string;
};

type Row = {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly topic?: string;
  readonly subtopic?: string;
  readonly cluster?: string;
};

/**
 * The rows of a story file, in the order of the file. No date of publication is read: in some of these files it gives
 * the answer away. Nor is the address, the publisher, or what else stands beside title and text.
 */
export const readStories = (file: string): StoryRow[] =>
  readJsonLines<Row>(file).map(row => {
    const story = row.subtopic ?? row.cluster ?? '';
    return { article: articleOf(row), story, topic: row.subtopic ? (row.topic ?? story) : story };
  });

/** What the read stage refuses, a title with no text above all, is taken as it is. */
function articleOf({ id, title, text }: Row): Article {
  const record = text.trim() === '' ? { id, text: title ?? '' } : { id, title, text };
  const read = readArticleRecord({ ...record, language: 'en' });
  if (read.ok) return read.article;
  const facts = { url: null, outlet: null, byline: null, published: null, fetched: null };
  const block = { kind: 'paragraph' as const, start: 0, end: record.text.length };
  return { id, ...facts, title: title ?? null, language: 'en', text: record.text, blocks: [block] };
}
