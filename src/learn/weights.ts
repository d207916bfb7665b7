import { readFileSync } from 'node:fs';
import { packageFile } from './lexicon.ts';

const kinds = {
  int8: Int8Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  int32: Int32Array,
  float32: Float32Array,
};
export type ArrayKind = keyof typeof kinds;
export type WeightArray = InstanceType<(typeof kinds)[ArrayKind]>;

/** `HSW1`, little-endian. */
export const weightsMagic = 0x31575348;

/**
 * What stands at the head of a weights file, as JSON, after the magic number and its own length in bytes (two uint32).
 * The arrays follow, each at a multiple of eight bytes from the file's start.
 */
export type WeightsHeader = {
  /** Small facts that the model's code needs: label names, sizes. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly arrays: readonly {
    readonly name: string;
    readonly kind: ArrayKind;
    readonly offset: number;
    readonly length: number;
  }[];
};

/** The arrays of a trained model, as they lie in its file. */
export class Weights {
  readonly about: Readonly<Record<string, unknown>>;
  readonly #arrays: ReadonlyMap<string, WeightArray>;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  /** With a `prefix`, only the facts and arrays whose names start with it, without it. */
  constructor(bytes: Uint8Array<ArrayBuffer>, prefix = '') {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 8 || view.getUint32(0, true) !== weightsMagic) throw new Error('not a weights file');
    const headerLength = view.getUint32(4, true);
    const header: WeightsHeader = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength)));
    const own = (name: string): boolean => name.startsWith(prefix);
    this.#bytes = bytes;
    this.about = Object.fromEntries(
      Object.entries(header.about)
        .filter(([name]) => own(name))
        .map(([name, fact]) => [name.slice(prefix.length), fact]),
    );
    this.#arrays = new Map(
      header.arrays
        .filter(({ name }) => own(name))
        .map(({ name, kind, offset, length }) => [
          name.slice(prefix.length),
          new kinds[kind](bytes.buffer, bytes.byteOffset + offset, length),
        ]),
    );
  }

  /** One of several models in the same file, as `prefixed` of the trainer joined them. */
  part = (name: string): Weights => new Weights(this.#bytes, `${name}.`);

  int8 = (name: string): Int8Array => this.#array(name, Int8Array);
  uint8 = (name: string): Uint8Array => this.#array(name, Uint8Array);
  uint16 = (name: string): Uint16Array => this.#array(name, Uint16Array);
  int32 = (name: string): Int32Array => this.#array(name, Int32Array);
  float32 = (name: string): Float32Array => this.#array(name, Float32Array);

  #array<Kind extends WeightArray>(name: string, kind: abstract new (length: number) => Kind): Kind {
    const array = this.#arrays.get(name);
    if (!(array instanceof kind)) throw new Error(`the weights have no ${kind.name} "${name}"`);
    return array;
  }
}

/** Reads `models/JOB/weights.bin`. Costs a file read: call it where a stage is made, never where it runs. */
export function loadWeights(job: string): Weights {
  const file = readFileSync(packageFile(`models/${job}/weights.bin`));
  // Small files come out of a shared buffer at any offset; typed arrays need theirs aligned.
  return new Weights(file.byteOffset % 8 === 0 ? file : new Uint8Array(file));
}
