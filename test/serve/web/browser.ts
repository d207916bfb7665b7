import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);

type Launch = { readonly executablePath: string; readonly env?: Readonly<Record<string, string>> };

/**
 * A real browser: the one that `CHROMIUM_PATH` names, else the one that an npm package ships – with the libraries that it
 * ships too, where this machine lacks them –, else one of this machine's.
 * @throws {AggregateError} where none of them starts
 */
export async function openBrowser(): Promise<Browser> {
  const failures: unknown[] = [];
  for (const find of [named, shipped, shippedWithLibraries, ofThisMachine]) {
    try {
      const found = await find();
      if (found) return await chromium.launch({ ...found, args: manyPages, headless: true });
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(failures, 'no browser starts; CHROMIUM_PATH may name one');
}

const named = (): Launch | null =>
  process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : null;

const shipped = async (): Promise<Launch> => ({ executablePath: await packed.executablePath() });

async function shippedWithLibraries(): Promise<Launch> {
  const folder = dirname(require.resolve('@sparticuz/chromium'));
  const libraries = await inflate(join(folder, '..', 'bin', 'al2023.tar.br'));
  const env = { LD_LIBRARY_PATH: join(libraries, 'lib'), FONTCONFIG_PATH: join(tmpdir(), 'fonts') };
  return { executablePath: await packed.executablePath(), env: { ...process.env, ...env } };
}

function ofThisMachine(): Launch | null {
  const found = ['/usr/bin', '/usr/local/bin', ...(process.env.PATH ?? '').split(delimiter)]
    .flatMap(folder => ['chromium', 'chromium-browser', 'google-chrome'].map(name => join(folder, name)))
    .find(existsSync);
  return found === undefined ? null : { executablePath: found };
}

/** In one process, closing a context would end the whole browser. */
const manyPages = packed.args.filter(each => each !== '--single-process' && each !== '--no-zygote');

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core holds to be serious or critical on a page, in a line each. */
export async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    type Violation = { id: string; impact: string; nodes: { html: string; failureSummary: string }[] };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
      );
  });
}
