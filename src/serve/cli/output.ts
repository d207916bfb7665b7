import { once } from 'node:events';
import {
  accessSync,
  constants,
  fstatSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage-error.ts';

/** Writes to standard output no faster than the reader takes it. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/**
 * Ends quietly when nobody reads on, as `| head` does; any other failure of standard output is an error.
 * Standard error may go away without a word.
 */
export function endWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    console.error(`hearsay: standard output: ${error.message}`);
    process.exit(1);
  });
  process.stderr.on('error', () => {});
}

/** Says before the work begins what would keep its result from being written; an input is never written over. */
export function checkOutFile(out: string, inputs: readonly string[]): void {
  const there = statsOf(out);
  if (there?.isDirectory()) throw new UsageError(`${out}: a folder, not a file; name a file in it`);
  if (there && inputs.some(input => isSame(there, statsOfInput(input))))
    throw new UsageError(`${out}: also an input, which would be lost; choose another --out`);
  const folder = dirname(out);
  if (!statsOf(folder)?.isDirectory()) throw new UsageError(`${out}: no folder ${folder}; make it first`);
  try {
    accessSync(there && !there.isFile() ? out : folder, constants.W_OK);
  } catch {
    throw new UsageError(`${out}: no permission to write there; choose another --out`);
  }
}

/** Puts a whole file in place at once: whoever reads it sees the old one or the new one. */
export function writeOutFile(out: string, text: string): void {
  const there = statsOf(out);
  if (there && !there.isFile()) {
    writeFileSync(out, text); // a device or a pipe cannot be replaced
    return;
  }
  const target = there ? realpathSync(out) : out; // a link stays a link
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(draft, text, { mode: there?.mode ?? 0o666 });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new UsageError(`${out}: could not be written (${(error as Error).message}); choose another --out`);
  }
}

/** Undefined for what is not there, or out of reach. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

const statsOfInput = (name: string): Stats | undefined => (name === '-' ? fstatSync(0) : statsOf(name));

const isSame = (a: Stats, b: Stats | undefined): boolean => a.dev === b?.dev && a.ino === b.ino;
