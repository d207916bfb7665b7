/** Values that cost work to make, kept by name as long as there is room: what was not asked for longest goes first. */
export type KeptPages<Value> = {
  readonly get: (name: string) => Value | undefined;
  readonly keep: (name: string, value: Value) => void;
};

/** `most` and `sizeOf` in the same unit. What is larger than a quarter of the room is not kept. */
export function createKeptPages<Value>(most: number, sizeOf: (value: Value) => number): KeptPages<Value> {
  const kept = new Map<string, Value>();
  let size = 0;
  const drop = (name: string): void => {
    const value = kept.get(name);
    if (value === undefined) return;
    size -= sizeOf(value);
    kept.delete(name);
  };
  return {
    get: name => {
      const value = kept.get(name);
      if (value === undefined) return undefined;
      kept.delete(name);
      kept.set(name, value);
      return value;
    },
    keep: (name, value) => {
      drop(name);
      if (sizeOf(value) > most / 4) return;
      kept.set(name, value);
      size += sizeOf(value);
      for (const oldest of kept.keys()) {
        if (size <= most) break;
        drop(oldest);
      }
    },
  };
}
