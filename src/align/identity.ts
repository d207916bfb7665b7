import { createHash } from 'node:crypto';

/** A short id made from content: the same parts give the same id in any process. */
export const idOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
