import { createHash } from 'node:crypto';

/** A short id made from content: the same parts give the same id in any process. */
export const idOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);

/** Makes ids as `idOf` does, each unlike those before: the same parts a second time give another. */
export function createIds(): typeof idOf {
  const counts = new Map<string, number>();
  return (...parts) => {
    const id = idOf(...parts);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : idOf(...parts, count);
  };
}
