import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** JSON, compressed: what is kept whole and never asked for by its parts. Strange text comes back as it went in. */
export const pack = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value));

export const unpack = <Value>(packed: Uint8Array): Value => JSON.parse(inflateRawSync(packed).toString());
