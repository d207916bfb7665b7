import type { FeatureLists } from '../../src/learn/index.ts';

/** Numbers from 0 for the feature keys of training data, in order of first sight: an open-addressing hash map. */
export class FeatureIds {
  #slots = new Int32Array(1 << 16).fill(-1);
  #keys = new Int32Array(1 << 15);
  size = 0;

  /** The number of a key, given out where it is new. */
  add(key: number): number {
    const slot = this.#find(key);
    if (this.#slots[slot]! >= 0) return this.#slots[slot]!;
    if (this.size === this.#keys.length) {
      this.#grow();
      return this.add(key);
    }
    this.#keys[this.size] = key;
    this.#slots[slot] = this.size;
    return this.size++;
  }

  /** -1 for a key that has no number. */
  get = (key: number): number => this.#slots[this.#find(key)]!;

  keys = (): Int32Array => this.#keys.slice(0, this.size);

  #find(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> 7;
    for (slot &= mask; this.#slots[slot]! >= 0; slot = (slot + 1) & mask) {
      if (this.#keys[this.#slots[slot]!] === key) break;
    }
    return slot;
  }

  #grow(): void {
    const keys = new Int32Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#slots = new Int32Array(keys.length * 2).fill(-1);
    for (let id = 0; id < this.size; id++) this.#slots[this.#find(keys[id]!)] = id;
  }
}

/** Numbers for the keys that occur at least `leastCount` times in all the lists together. */
export function numberFeatures(lists: Iterable<FeatureLists>, leastCount: number): FeatureIds {
  const all = new FeatureIds();
  const counts: number[] = [];
  for (const { keys, size } of lists) {
    for (let at = 0; at < size; at++) {
      const id = all.add(keys[at]!);
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  const kept = new FeatureIds();
  for (const [id, key] of all.keys().entries()) if (counts[id]! >= leastCount) kept.add(key);
  return kept;
}
