import { createReadStream, statSync } from 'node:fs';
import type { Place, Problem } from './complaints.ts';
import { beginsAsJsonLines, isBlank, jsonProblem, parseLine } from './json-lines.ts';
import { type Line, splitLines } from './lines.ts';

/** One thing to work on: a whole file, the value of one line of JSON lines, or what went wrong in its place. */
export type Input = Place & {
  /** Bytes of the file or stream that this took, for the progress bar. */
  readonly size: number;
  readonly content:
    | { readonly kind: 'file'; readonly bytes: Uint8Array }
    | { readonly kind: 'record'; readonly value: unknown }
    | { readonly kind: 'problem'; readonly problem: Problem };
};

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
  let total = 0;
  for (const name of names) {
    const stats = name === standardInput ? undefined : statSync(name, { throwIfNoEntry: false });
    if (stats && !stats.isFile()) return null;
    if (name === standardInput) return null;
    total += stats?.size ?? 0;
  }
  return names.length > 0 ? total : null;
}

async function* inputsOf(file: string): AsyncGenerator<Input> {
  const place: Place = { name: file === standardInput ? 'standard input' : file, line: null };
  const failed = (problem: Problem): Input => ({ ...place, size: 0, content: { kind: 'problem', problem } });
  try {
    if (file !== standardInput && statSync(file).isDirectory()) yield failed(folderProblem(file));
    else yield* readStream(place, file === standardInput ? process.stdin : createReadStream(file));
  } catch (error) {
    yield failed(openingProblem(error as NodeJS.ErrnoException));
  }
}

async function* readStream(place: Place, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Input> {
  const chunks = stream[Symbol.asyncIterator]();
  const { beginning, isJsonLines } = await sniff(place.name, chunks);
  const whole = chain(beginning, chunks);
  if (isJsonLines) {
    for await (const line of splitLines(whole, lineLimit)) if (!isBlank(line)) yield inputOfLine(place, line);
  } else {
    const bytes = await collect(whole, fileLimit);
    const problem = bytes.length > fileLimit ? tooLarge : jsonProblem(bytes);
    const content = problem ? ({ kind: 'problem', problem } as const) : ({ kind: 'file', bytes } as const);
    yield { ...place, size: bytes.length, content };
  }
}

function inputOfLine(place: Place, line: Line): Input {
  const parsed = parseLine(line);
  const content =
    'problem' in parsed
      ? ({ kind: 'problem', ...parsed } as const)
      : ({ kind: 'record', ...parsed } as const);
  return { ...place, line: line.number, size: line.size, content };
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

const tooLarge: Problem = {
  reason: 'too large for one article: over 50 MB',
  advice: 'give each article its own file, or one line each as JSON lines',
};

const folderProblem = (folder: string): Problem => ({
  reason: 'a folder, not a file',
  advice: `name the files in it: ${folder.replace(/\/+$/, '')}/*`,
});

function openingProblem({ code, message }: NodeJS.ErrnoException): Problem {
  if (code === 'ENOENT') return { reason: 'no such file', advice: 'check its name and folder' };
  if (code === 'EACCES' || code === 'EPERM')
    return { reason: 'no permission to read it', advice: 'change that with chmod, or run as its owner' };
  return { reason: `could not be read (${message})`, advice: 'check the disk and try again' };
}
