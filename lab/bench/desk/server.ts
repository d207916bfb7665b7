import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../../src/serve/cli/main.ts', import.meta.url));

/** Starts the command line as a process of its own. */
export const hearsay = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });

/** Runs a command to its end. Throws where it fails. */
export async function runHearsay(...args: readonly string[]): Promise<void> {
  const child = hearsay(...args);
  child.stdout?.resume();
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`hearsay ${args.join(' ')} ended with ${code}`);
}

export type Server = {
  readonly url: string;
  /** Bytes that the process has in memory now; null where the system does not say. */
  readonly memory: () => number | null;
  readonly stop: () => Promise<void>;
};

/** A server on a store, on any free port of this machine. */
export async function startServer(store: string): Promise<Server> {
  const child = hearsay('serve', '--store', store, '--port', '0', '--rate', '0');
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  const url = /http:\/\/\S+/.exec(line)?.[0];
  if (!url) throw new Error(`no address in “${line}”`);
  return {
    url,
    memory: () => residentSize(child.pid!),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function residentSize(pid: number): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
