import type { Reading } from '../domain/index.ts';
import { plain } from './page.ts';
import { printText, type TextOptions } from './text/print.ts';
import { clean } from './words.ts';

/** An article's statements as a person wants to read them. */
export const renderReading = ({ article }: Reading, options: TextOptions): string =>
  printText(
    { title: [plain(clean(article.title ?? article.outlet ?? 'untitled'))], facts: [], sections: [] },
    options,
  );
