import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Article } from '../../../src/domain/index.ts';
import { corporaArePresent, corpusFile, readJsonLines } from '../../corpora/files.ts';
import { makeAccounts } from '../made-accounts.ts';
import { fillStore } from './fill.ts';
import { runHearsay, type Server, startServer } from './server.ts';

/** A line for each run: what was measured, when, of which commit, on what machine. */
const resultsFile = new URL('../results.jsonl', import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
const figures: Record<string, number> = {};

function report(name: string, value: number, unit: string): void {
  figures[`${name}, ${unit}`] = Math.round(value * 10) / 10;
  console.log(`${name.padEnd(60)}${value.toFixed(1).padStart(10)} ${unit}`);
}

/** Text to stored readings and stories, as a process of its own from start to end. */
async function measureImport(name: string, articles: readonly Partial<Article>[]): Promise<void> {
  const file = join(folder, 'articles.jsonl');
  writeFileSync(file, articles.map(article => `${JSON.stringify(article)}\n`).join(''));
  const started = performance.now();
  await runHearsay('add', file, '--store', join(folder, `${name}.db`));
  report(`import of ${name}`, articles.length / ((performance.now() - started) / 1000), 'articles/s');
}

function newsArticles(): Partial<Article>[] {
  const rows = readJsonLines<{ id: string; text: string }>(corpusFile('attribution/polnear-train.jsonl.gz'));
  return rows.slice(0, 400).map(({ id, text }) => ({ id, text, language: 'en' }));
}

async function measureServing(): Promise<void> {
  const store = join(folder, 'large.db');
  const count = await fillStore(store, 15_000, 60);
  const server = await startServer(store);
  try {
    const { kept } = await jsonOf<{ kept: { statements: number } }>(server, '/api/v1/health');
    report('articles in the store', count, '');
    report('statements in the store', kept.statements, '');
    await measureSearch(server);
    await measureStoryOf40(server);
    reportMemory('memory after all this', server);
  } finally {
    await server.stop();
  }
  await measureRestart(store);
}

/** One more account for the story of 40, the moment that a server on a large store has started. */
async function measureRestart(store: string): Promise<void> {
  const server = await startServer(store);
  try {
    const started = performance.now();
    await timeOf(server, `/stories/${await addTo(server, accountsOf40.at(-1)!)}`);
    report('one more account right after a restart, to updated page', performance.now() - started, 'ms');
  } finally {
    await server.stop();
  }
}

/** What a server holds that a desk has used for a while. */
async function measureMemory(): Promise<void> {
  const store = join(folder, 'desk.db');
  const count = await fillStore(store, 10_000, 40);
  const server = await startServer(store);
  try {
    await timeOf(server, '/');
    const { items: stories } = await jsonOf<{ items: { id: string }[] }>(server, '/api/v1/stories?limit=50');
    for (const { id } of stories) await timeOf(server, `/stories/${id}`);
    const { items: articles } = await jsonOf<{ items: { id: string }[] }>(
      server,
      '/api/v1/articles?limit=20',
    );
    for (const { id } of articles) await timeOf(server, `/articles/${id}`);
    for (const word of words) await timeOf(server, `/search?words=${encodeURIComponent(word)}`);
    for (const { title, outlet, published, text } of makeAccounts(2, 10, 98))
      await addTo(server, { title, outlet, published, text });
    reportMemory(`memory, serving ${count} stored articles`, server);
  } finally {
    await server.stop();
  }
}

function reportMemory(name: string, server: Server): void {
  const memory = server.memory();
  if (memory !== null) report(name, memory / 1e6, 'MB');
}

const words = [
  'bridge',
  'ferry',
  'court',
  '"asked about"',
  'euros',
  'contract',
  'inspect*',
  'without a tender',
  'Monday faults',
];
const filters = [
  '',
  '&stance=denies',
  '&sourceKind=person',
  '&from=2024-06-01&to=2024-07-01',
  '&speaker=mayor',
];

async function measureSearch(server: Server): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++)
    for (const word of words)
      for (const filter of filters)
        times.push(await timeOf(server, `/api/v1/statements?words=${encodeURIComponent(word)}${filter}`));
  report('search over the statements, median', percentile(times, 0.5), 'ms');
  report('search over the statements, p95', percentile(times, 0.95), 'ms');
}

/** Of one event: what makes a story of 40, what comes then, and what comes last of all. */
const accountsOf40 = [...makeAccounts(1, 53, 99)].map(({ title, outlet, published, text }, at) => ({
  title,
  text,
  published,
  outlet: `${outlet} ${at}`,
}));

/** Pages as they are asked for right after each account that comes in, and again. */
async function measureStoryOf40(server: Server): Promise<void> {
  let path = '';
  for (const account of accountsOf40.slice(0, 40)) path = `/stories/${await addTo(server, account)}`;
  const [adding, pages, again]: [number[], number[], number[]] = [[], [], []];
  for (const account of accountsOf40.slice(40, -1)) {
    const started = performance.now();
    await addTo(server, account);
    const asked = performance.now();
    const page = await (await fetch(server.url + path)).text();
    pages.push(performance.now() - asked);
    adding.push(performance.now() - started);
    if (!page.includes(account.outlet)) throw new Error(`${account.outlet} is not on ${path}`);
    for (let time = 0; time < 5; time++) again.push(await timeOf(server, path));
  }
  report('story page of 40 accounts after each change, p95', percentile(pages, 0.95), 'ms');
  report('story page of 40 accounts, all requests, p95', percentile([...pages, ...again], 0.95), 'ms');
  report('one more account to updated page, median', percentile(adding, 0.5), 'ms');
  report('one more account to updated page, p95', percentile(adding, 0.95), 'ms');
}

async function addTo(server: Server, account: object): Promise<string> {
  const response = await fetch(`${server.url}/api/v1/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as { storyId: string }).storyId;
}

const jsonOf = async <Body>({ url }: Server, path: string): Promise<Body> =>
  (await fetch(url + path)).json() as Promise<Body>;

/** Milliseconds until the whole answer has come. */
async function timeOf({ url }: Server, path: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(url + path);
  const body = await response.text();
  if (!response.ok) throw new Error(`${path}: ${body}`);
  return performance.now() - started;
}

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))]!;

function circumstances() {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1e9),
    node: process.version,
  };
  return { date: new Date().toISOString(), commit, machine };
}

try {
  await measureImport('made accounts of 200 words', [...makeAccounts(125, 8)]);
  if (corporaArePresent()) await measureImport('news of 800 words', newsArticles());
  await measureServing();
  await measureMemory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
appendFileSync(resultsFile, `${JSON.stringify({ ...circumstances(), figures })}\n`);
