import { basename } from 'node:path';
import type { Article } from '../../src/domain/index.ts';
import { readArticleRecord } from '../../src/read/index.ts';
import { readJsonLines } from './files.ts';

/** An article of PolNeAR, read from its text alone, so that offsets are the corpus's own. */
export type PolnearArticle = { readonly file: string; readonly article: Article };

type Row = { readonly file: string; readonly text: string; readonly published?: string | null };

/** The articles of a PolNeAR file. One that cannot be read is an error: every article counts in the score. */
export const readPolnear = (file: string): PolnearArticle[] =>
  readJsonLines<Row>(file).map(row => {
    const result = readArticleRecord({ id: row.file, text: row.text, published: row.published });
    if (!result.ok) throw new Error(`${basename(file)}: ${row.file}: ${result.problem.reason}`);
    return { file: row.file, article: result.article };
  });
