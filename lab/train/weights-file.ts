import { type ArrayKind, type WeightArray, type WeightsHeader, weightsMagic } from '../../src/learn/index.ts';

/** What a trainer hands over: small facts, and arrays by name. `Weights` of src/learn reads them back. */
export type TrainedWeights = {
  readonly about: Readonly<Record<string, unknown>>;
  readonly arrays: Readonly<Record<string, WeightArray>>;
};

/** Facts and arrays of several parts of one model in one file; names must differ. */
export const joinWeights = (...parts: readonly TrainedWeights[]): TrainedWeights => ({
  about: Object.assign({}, ...parts.map(part => part.about)),
  arrays: Object.assign({}, ...parts.map(part => part.arrays)),
});

/** A model as one of several in a file: `Weights.part` reads it back. */
export const prefixed = (name: string, { about, arrays }: TrainedWeights): TrainedWeights => {
  const named = <Value>(values: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [`${name}.${key}`, value]));
  return { about: named(about), arrays: named(arrays) };
};

/** The bytes of a weights file. */
export function packWeights({ about, arrays }: TrainedWeights): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(arrays);
  // The header says where arrays start, and its own length moves them: leave it room and fill with blanks.
  const describe = (base: number): WeightsHeader['arrays'] => {
    let offset = base;
    return entries.map(([name, array]) => {
      const place = { name, kind: kindOf(array), offset, length: array.length };
      offset = aligned(offset + array.byteLength);
      return place;
    });
  };
  const room = aligned(8 + JSON.stringify({ about, arrays: describe(0) }).length * 2 + 64 * entries.length);
  const places = describe(room);
  const header = new TextEncoder().encode(JSON.stringify({ about, arrays: places } satisfies WeightsHeader));
  const last = places.at(-1);
  const bytes = new Uint8Array(last ? last.offset + aligned(entries.at(-1)![1].byteLength) : room);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, weightsMagic, true);
  view.setUint32(4, room - 8, true);
  bytes.fill(0x20, 8, room);
  bytes.set(header, 8);
  for (const [index, [, array]] of entries.entries()) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), places[index]!.offset);
  }
  return bytes;
}

const aligned = (offset: number): number => (offset + 7) & ~7;

function kindOf(array: WeightArray): ArrayKind {
  if (array instanceof Int8Array) return 'int8';
  if (array instanceof Uint8Array) return 'uint8';
  if (array instanceof Uint16Array) return 'uint16';
  return array instanceof Int32Array ? 'int32' : 'float32';
}
