import { type Failure, failure } from './problems.ts';

/** The most text, and the longest file, that is taken for one article: bytes of UTF-8. */
const mostBytes = 5_000_000;

export const isTooLarge = (bytes: number): boolean => bytes > mostBytes;

export const tooLarge = (): Failure =>
  failure(
    'too-large',
    'more than 5 MB, too much for one article',
    'give each article its own file, or one line each as JSON lines',
  );
