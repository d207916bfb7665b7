import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import packed from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);

/**
 * A real browser: the one that `CHROMIUM_PATH` names, else the one that an npm package ships, else one of this machine's.
 * @throws {AggregateError} where none of them starts
 */
export async function openBrowser(): Promise<Browser> {
  const failures: unknown[] = [];
  for (const find of [() => process.env.CHROMIUM_PATH, () => packed.executablePath(), ofThisMachine]) {
    try {
      const executablePath = await find();
      if (executablePath) return await chromium.launch({ executablePath, args: manyPages, headless: true });
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(failures, 'no browser starts; CHROMIUM_PATH may name one');
}

/** In one process, closing a context would end the whole browser. */
const manyPages = packed.args.filter(each => each !== '--single-process' && each !== '--no-zygote');

const ofThisMachine = (): string | undefined =>
  ['/usr/bin', '/usr/local/bin', ...(process.env.PATH ?? '').split(delimiter)]
    .flatMap(folder => ['chromium', 'chromium-browser', 'google-chrome'].map(name => join(folder, name)))
    .find(existsSync);

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
