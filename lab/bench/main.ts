import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import compromise from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { createAuditor } from '../../src/audit/index.ts';
import type { Article } from '../../src/domain/index.ts';
import { createExtractor } from '../../src/extract/index.ts';
import { loadWordClasses, Words } from '../../src/learn/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { createSegmenter } from '../../src/parse/segments.ts';
import { Syntax } from '../../src/parse/syntax.ts';
import { corporaArePresent, corpusFile, readJsonLines } from '../corpora/files.ts';
import { benchStories } from './stories.ts';

/** News articles of about 700 words: from the corpora, or else made up of the examples. */
function readTexts(): string[] {
  if (corporaArePresent()) {
    const rows = readJsonLines<{ text: string }>(corpusFile('attribution/polnear-dev.jsonl.gz'));
    return rows.map(({ text }) => text);
  }
  const folder = new URL('../../examples/iran-musk-meeting/', import.meta.url);
  const files = readdirSync(folder).filter(file => file.endsWith('.md'));
  const texts = files.map(file => readFileSync(new URL(file, folder), 'utf8'));
  return Array.from({ length: 80 }, (_, at) =>
    [0, 1, 2].map(by => texts[(at + by) % texts.length]).join('\n\n'),
  );
}

function articleOf(text: string, at: number): Article {
  const blocks = [...text.matchAll(/\S[^\n]*/g)].map(({ 0: line, index }) => ({
    kind: 'paragraph' as const,
    start: index,
    end: index + line.trimEnd().length,
  }));
  const facts = {
    url: null,
    outlet: null,
    title: null,
    byline: null,
    published: '2016-11-15',
    fetched: null,
  };
  return { id: String(at), ...facts, language: 'en', text, blocks };
}

/** Seconds of processor time of the best of some rounds, after one that warms up: other processes do not count. */
function secondsOf(work: () => void, rounds = 3): number {
  work();
  const times = Array.from({ length: rounds }, () => {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  });
  return Math.min(...times);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

const before = process.memoryUsage();
const loading = performance.now();
const parse = createParser();
const loadTime = performance.now() - loading;
const loadingExtractor = performance.now();
const extract = createExtractor();
const extractorLoadTime = performance.now() - loadingExtractor;
const after = process.memoryUsage();

const texts = readTexts();
const articles = texts.map(articleOf);
const segment = createSegmenter();
const segmented = articles.map(segment);
const tokenCount = segmented.reduce((sum, { tokens }) => sum + tokens.length, 0);
const rates = new Map<string, number>();
const measure = (step: string, work: () => void): void => {
  rates.set(step, tokenCount / secondsOf(work));
};

const classes = loadWordClasses();
const syntax = new Syntax(classes);
const words = new Words(classes);
function eachSentence(visit: (textAt: (at: number) => string) => void): void {
  for (const [index, { tokens, sentences }] of segmented.entries()) {
    const { text } = articles[index]!;
    for (const { from, to } of sentences) {
      const textAt = (at: number) => text.slice(tokens[from + at]!.start, tokens[from + at]!.end);
      words.fill(to - from, textAt);
      visit(textAt);
    }
  }
}

measure('tokens and sentences', () => articles.forEach(segment));
measure('word attributes', () => eachSentence(() => {}));
measure('… and tags', () => eachSentence(() => syntax.tag(words)));
measure('… and lemmas and trees', () =>
  eachSentence(textAt => {
    syntax.tag(words);
    syntax.analyse(words, textAt);
  }),
);
measure('whole parse room', () => articles.forEach(parse));
const docs = articles.map(parse);
measure('extract room', () => docs.forEach(extract));
measure('raw text to Reading', () => {
  for (const article of articles) extract(parse(article));
});
const { audit } = createAuditor();
measure('extract and audit rooms', () => {
  for (const doc of docs) audit({ reading: extract(doc), doc });
});
const nlp = winkNlp(winkModel);
measure('wink-nlp, everything on', () => {
  for (const text of texts) nlp.readDoc(text);
});
measure('compromise', () => {
  for (const text of texts.slice(0, 20)) compromise(text).json();
});
rates.set('compromise', (rates.get('compromise')! * sizeOf(texts.slice(0, 20))) / sizeOf(texts));

function sizeOf(some: readonly string[]): number {
  return some.reduce((sum, text) => sum + text.length, 0);
}

console.log(`${articles.length} articles, ${tokenCount} tokens\n`);
for (const [step, rate] of rates)
  console.log(`${step.padEnd(26)}${Math.round(rate).toString().padStart(9)} tokens/s`);
const whole = rates.get('whole parse room')!;
for (const peer of ['wink-nlp, everything on', 'compromise']) {
  console.log(`whole parse room against ${peer}: ${(whole / rates.get(peer)!).toFixed(2)} times its speed`);
}
const share = (100 * rates.get('extract and audit rooms')!) / rates.get('extract room')!;
console.log(`extract with audit runs at ${share.toFixed(0)} in 100 of the speed of extract alone`);
console.log(
  `models and vocabulary load in ${loadTime.toFixed(0)} ms for parse and ${extractorLoadTime.toFixed(0)} ms for extract`,
);
console.log(
  `memory: ${megabytes(after.arrayBuffers - before.arrayBuffers)} of arrays, ${megabytes(after.heapUsed - before.heapUsed)} of heap for them`,
);
console.log(`memory of the process at the end: ${megabytes(process.memoryUsage().rss)}`);
console.log(`hearsay cluster: ${benchStories(1000, 'batch')}`);
