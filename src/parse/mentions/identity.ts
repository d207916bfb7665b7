import type { CharSpan } from '../../domain/index.ts';

/** By start; of two that start together, the longer one first. */
export const inOrder = (a: CharSpan, b: CharSpan): number => a.start - b.start || b.end - a.end;

/**
 * Makes ids that can be read from what they stand for; the same a second time gets a number.
 * @example
 * const idOf = createIds();
 * idOf('Amir Saeid Iravani') // 'amir-saeid-iravani'
 */
export function createIds(): (label: string) => string {
  const given = new Map<string, number>();
  const taken = new Set<string>();
  return label => {
    const words = label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['entity'];
    const base = words.join('-').slice(0, 48);
    let count = (given.get(base) ?? 0) + 1;
    let id = count === 1 ? base : `${base}-${count}`;
    while (taken.has(id)) id = `${base}-${++count}`;
    given.set(base, count);
    taken.add(id);
    return id;
  };
}
