import { createReadStream, statSync } from 'node:fs';
import type { Place, Problem } from './complaints.ts';
import { beginsAsJsonLines, isBlank, type Parsed, parseLine, parseWhole } from './json-lines.ts';
import { splitLines } from './lines.ts';

/** One thing to work on: a whole file, the value of one line of JSON lines, or what went wrong in its place. */
export type Input = Place & {
  /** As it was named on the command line: `-` for standard input. */
  readonly file: string;
  /** Bytes of the file or stream that this took, for the progress bar. */
  readonly size: number;
  readonly content:
    | { readonly kind: 'file'; readonly bytes: Uint8Array }
    | { readonly kind: 'record'; readonly value: unknown }
    | { readonly kind: 'problem'; readonly problem: Problem };
};

type InputPlace = Pick<Input, 'file' | 'name' | 'line'>;

/** The most bytes of a file that is one article: what the read stage allows for a web page. */
const fileLimit = 50_000_000;

/** The most bytes of one JSON line: an article of the longest text that is allowed takes this much once parsed. */
const lineLimit = 128_000_000;

const standardInput = '-';

/** How much of an input is looked at, at most, to decide whether it is JSON lines. */
const sniffLimit = 65_536;

/**
 * Reads the named inputs in order, `-` or no name at all being standard input. Streams: holds one chunk, line or file
 * at a time, and reads on only as fast as the caller takes.
 */
export async function* readInputs(names: readonly string[]): AsyncGenerator<Input> {
  for (const name of names.length > 0 ? names : [standardInput]) yield* inputsOf(name);
}

/** The bytes in all inputs together, null where that cannot be known beforehand. */
export function totalSize(names: readonly string[]): number | null {
  const sizes = names.map(sizeOf);
  return sizes.length === 0 || sizes.includes(null)
    ? null
    : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

function sizeOf(name: string): number | null {
  try {
    const stats = statSync(name);
    return stats.isFile() ? stats.size : null;
  } catch {
    return name === standardInput ? null : 0;
  }
}

async function* inputsOf(file: string): AsyncGenerator<Input> {
  const place = { file, name: file === standardInput ? 'standard input' : file, line: null };
  const failed = (problem: Problem): Input => ({ ...place, size: 0, content: { kind: 'problem', problem } });
  try {
    if (file === standardInput) yield* readStream(place, openStandardInput());
    else if (statSync(file).isDirectory()) yield failed(folderProblem(file));
    else yield* readStream(place, createReadStream(file));
  } catch (error) {
    yield failed(openingProblem(error as NodeJS.ErrnoException));
  }
}

function openStandardInput(): AsyncIterable<Uint8Array> {
  if (process.stdin.isTTY) console.error('hearsay: reading from the terminal; end with Ctrl-D');
  return process.stdin;
}

async function* readStream(place: InputPlace, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Input> {
  const chunks = stream[Symbol.asyncIterator]();
  const { beginning, isJsonLines } = await sniff(place.name, chunks);
  const whole = chain(beginning, chunks);
  if (isJsonLines) yield* readLines(place, whole);
  else {
    const bytes = await collect(whole, fileLimit);
    yield { ...place, size: bytes.length, content: contentOfFile(bytes) };
  }
}

async function* readLines(place: InputPlace, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Input> {
  let isEmpty = true;
  for await (const line of splitLines(chunks, lineLimit)) {
    if (isBlank(line)) continue;
    isEmpty = false;
    yield { ...place, line: line.number, size: line.size, content: contentOf(parseLine(line)) };
  }
  if (isEmpty) yield { ...place, size: 0, content: { kind: 'problem', problem: emptyProblem } };
}

const contentOf = (parsed: Parsed): Input['content'] =>
  'problem' in parsed ? { kind: 'problem', ...parsed } : { kind: 'record', ...parsed };

function contentOfFile(bytes: Uint8Array): Input['content'] {
  if (bytes.length > fileLimit) return { kind: 'problem', problem: tooLarge };
  const json = parseWhole(bytes);
  return json ? contentOf(json) : { kind: 'file', bytes };
}

async function sniff(name: string, chunks: AsyncIterator<Uint8Array>) {
  let beginning: Uint8Array = Buffer.alloc(0);
  let isJsonLines: boolean | null = /\.(jsonl|ndjson)$/i.test(name) ? true : null;
  while (isJsonLines === null) {
    const next = await chunks.next();
    if (!next.done) beginning = Buffer.concat([beginning, next.value]);
    isJsonLines = beginsAsJsonLines(beginning, next.done ?? false);
    if (isJsonLines === null && beginning.length > sniffLimit) isJsonLines = true;
  }
  return { beginning, isJsonLines };
}

async function* chain(first: Uint8Array, others: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => others };
}

/** All bytes; where there are more than `limit`, what comes after is not read. */
async function collect(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size > limit) break;
  }
  return Buffer.concat(parts);
}

const emptyProblem: Problem = { reason: 'empty', advice: 'give one article a line' };

const tooLarge: Problem = {
  reason: 'too large for one article: over 50 MB',
  advice: 'give each article its own file, or one line each as JSON lines',
};

const folderProblem = (folder: string): Problem => ({
  reason: 'a folder, not a file',
  advice: `name the files in it: ${folder.replace(/\/+$/, '')}/*`,
});

/** Why a file could not be opened or read. */
export function openingProblem({ code, message }: NodeJS.ErrnoException): Problem {
  if (code === 'ENOENT') return { reason: 'no such file', advice: 'check its name and folder' };
  if (code === 'EACCES' || code === 'EPERM')
    return { reason: 'no permission to read it', advice: 'change that with chmod, or run as its owner' };
  if (code === 'EISDIR') return { reason: 'a folder, not a file', advice: 'name a file in it' };
  return { reason: `could not be read (${message})`, advice: 'check the disk and try again' };
}
