import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchError, fetchProblem } from './problem.ts';

export type BodyLimits = {
  /** The most bytes after decompression. */
  readonly mostBytes: number;
  /** Whether a body that is longer is cut there rather than refused. */
  readonly cuts: boolean;
};

/**
 * The bytes of a body, decompressed. Holds no more than the limit and one chunk, however far the body would unfold.
 * `onChunk` is called as bytes arrive.
 * @throws {FetchError} for one that is too large or in an encoding that is not known
 */
export async function readBody(
  body: Readable,
  encoding: string,
  { mostBytes, cuts }: BodyLimits,
  onChunk: () => void,
): Promise<Uint8Array> {
  body.on('data', onChunk);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of decoded(body, encoding)) {
      const part = chunk as Uint8Array;
      size += part.length;
      if (size > mostBytes && !cuts)
        throw new FetchError(fetchProblem('too-large', `more than ${inMegabytes(mostBytes)}`));
      parts.push(part.subarray(0, Math.max(0, part.length - Math.max(0, size - mostBytes))));
      if (size > mostBytes) break;
    }
  } finally {
    body.destroy();
  }
  return Buffer.concat(parts);
}

const inMegabytes = (bytes: number): string =>
  bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.ceil(bytes / 1000)} kB`;

function decoded(body: Readable, encoding: string): Readable {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return body;
    case 'gzip':
    case 'x-gzip':
      return unfolded(body, createGunzip());
    case 'br':
      return unfolded(body, createBrotliDecompress());
    case 'deflate':
      return unfolded(body, createInflate());
    default:
      throw new FetchError(
        fetchProblem('bad-encoding', `compressed in a way that is not known (${encoding})`),
      );
  }
}

function unfolded(body: Readable, unfold: ReturnType<typeof createGunzip>): Readable {
  body.on('error', error => unfold.destroy(error));
  unfold.on('close', () => body.destroy());
  return body.pipe(unfold);
}
