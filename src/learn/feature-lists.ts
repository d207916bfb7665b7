/**
 * The features of each position of a sequence, as hashed keys in one flat array that grows and is used again:
 * nothing is allocated while features are added.
 * @example
 * lists.clear(); for (const word of words) { lists.add(feature1(0, word)); lists.next(); }
 */
export class FeatureLists {
  keys: Int32Array = new Int32Array(1 << 12);
  /** Where the features of each position end in `keys`; they start where the position before ends. */
  ends: Int32Array = new Int32Array(1 << 8);
  /** How many positions are closed. */
  length = 0;
  size = 0;

  add(key: number): void {
    if (this.size === this.keys.length) this.keys = grown(this.keys);
    this.keys[this.size++] = key;
  }

  /** Closes a position: what is added from now on belongs to the next one. */
  next(): void {
    if (this.length === this.ends.length) this.ends = grown(this.ends);
    this.ends[this.length++] = this.size;
  }

  clear(): void {
    this.length = 0;
    this.size = 0;
  }

  /** A copy that is just large enough: what training keeps. */
  snapshot(): FeatureLists {
    const copy = new FeatureLists();
    copy.keys = this.keys.slice(0, this.size);
    copy.ends = this.ends.slice(0, this.length);
    copy.length = this.length;
    copy.size = this.size;
    return copy;
  }
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
