import type { Doc } from '../domain/index.ts';
import { plain } from './page.ts';
import { printText, type TextOptions } from './text/print.ts';
import { clean } from './words.ts';

/** An article's sentences and tokens, to be looked at. */
export const renderDoc = ({ article }: Doc, options: TextOptions): string =>
  printText(
    { title: [plain(clean(article.title ?? article.outlet ?? 'untitled'))], facts: [], sections: [] },
    options,
  );
