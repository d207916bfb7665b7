import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The command as a checkout runs it. */
export const command = fileURLToPath(new URL('../../src/serve/cli/main.ts', import.meta.url));

export type Outcome = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type Surroundings = {
  readonly cwd?: string;
  /** Fed to standard input, which is else empty. */
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  readonly nodeOptions?: readonly string[];
};

/** Starts the command with no colour asked for or forbidden by whoever runs the tests. */
export function start(
  args: readonly string[],
  { cwd, env, nodeOptions = [] }: Surroundings = {},
): ChildProcess {
  const { NO_COLOR, FORCE_COLOR, ...inherited } = process.env;
  return spawn(process.execPath, [...nodeOptions, command, ...args], { cwd, env: { ...inherited, ...env } });
}

/** Runs the command to its end. */
export function hearsay(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const child = start(args, surroundings);
  child.stdin?.on('error', () => {}); // it need not read all
  child.stdin?.end(surroundings.input ?? '');
  return outcomeOf(child);
}

export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const [stdout, stderr] = [child.stdout, child.stderr].map(stream => {
    const parts: Buffer[] = [];
    stream?.on('data', part => parts.push(part));
    return parts;
  });
  return new Promise(resolve => {
    child.on('close', code =>
      resolve({ code, stdout: Buffer.concat(stdout!).toString(), stderr: Buffer.concat(stderr!).toString() }),
    );
  });
}

/** A folder with these files in it, which goes when the test ends. */
export function folderWith(
  context: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** The values of JSON lines. */
export const valuesOf = (lines: string): unknown[] =>
  lines
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));

/** `PATH` with the folder first of the Node that runs this, for commands that look for `node` there. */
export const pathWithThisNode = `${dirname(process.execPath)}:${process.env.PATH}`;
