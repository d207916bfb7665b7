import { createHash } from 'node:crypto';

/**
 * Makes ids from content, unique within what one call numbers: the same parts a second time get a suffix.
 * @example
 * const idOf = createIds('s');
 * idOf('said', 12) // 's-1f0c2d9e4b'
 */
export function createIds(prefix: string): (...parts: readonly (string | number)[]) => string {
  const given = new Map<string, number>();
  return (...parts) => {
    const id = `${prefix}-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 10)}`;
    const times = (given.get(id) ?? 0) + 1;
    given.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  };
}
