import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { PairQuestion } from '../../src/align/claims/scorer.ts';
import { readJsonLines } from './files.ts';

/** The formats of the claims corpora, told apart by their fields; each asks its own question of two sentences. */
export type PairFormat = 'mrpc' | 'units' | 'sts' | 'ecb';

/** What a format asks, as the scorer of claims has it. */
export const questionOf: Readonly<Record<PairFormat, PairQuestion>> = {
  mrpc: 'paraphrase',
  units: 'unit',
  sts: 'equivalence',
  ecb: 'event',
};

/** Two sentences of news, and whether they tell the same. */
export type ClaimPair = {
  readonly format: PairFormat;
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  /** What sort of a pair it is, where the file says so: ECB's `kind`, the STS benchmark's `genre`. */
  readonly kind: string | null;
  readonly topic: string | null;
  /** The stories of `a` and of `b`, where the file says them. */
  readonly stories: readonly [string, string] | null;
  /** 0 to 5; null in all formats but the STS benchmark's. */
  readonly score: number | null;
  /** Never trained on. */
  readonly isHeldBack: boolean;
};

type Row = {
  readonly a: string;
  readonly b: string;
  readonly same?: number;
  readonly label?: number;
  readonly score?: number;
  readonly genre?: string;
  readonly kind?: string;
  readonly topic?: string;
  readonly subtopic?: string;
  readonly subtopicB?: string;
  readonly claims?: unknown;
};

/** From this score on, two sentences say the same but for unimportant details (Agirre and others 2016, table 1). */
export const sameScore = 4;
/** One in so many topics, or pairs where there are no topics, is held back. */
const heldBackShare = 10;
const topicShare = 5;

function formatOf(row: Row): PairFormat {
  if (row.score !== undefined) return 'sts';
  if (row.label !== undefined) return 'ecb';
  return row.claims === undefined ? 'mrpc' : 'units';
}

function isHeldBack(row: Row, format: PairFormat): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest().readUInt32LE(0);
  return format === 'units' || format === 'ecb'
    ? hash(`topic ${row.topic}`) % topicShare === 0
    : hash(`${row.a} ${row.b}`) % heldBackShare === 0;
}

function storiesOf({ topic, subtopic = topic, subtopicB = subtopic }: Row): [string, string] | null {
  return subtopic === undefined || subtopicB === undefined ? null : [subtopic, subtopicB];
}

/** The pairs of a file in any of the formats. */
export const readClaimPairs = (file: string): ClaimPair[] =>
  readJsonLines<Row>(file).map(row => {
    const format = formatOf(row);
    return {
      format,
      a: row.a,
      b: row.b,
      same: row.score === undefined ? (row.same ?? row.label) === 1 : row.score >= sameScore,
      kind: row.kind ?? row.genre ?? null,
      topic: row.topic ?? null,
      stories: storiesOf(row),
      score: row.score ?? null,
      isHeldBack: isHeldBack(row, format),
    };
  });

/** The files that the scorer of claims is trained on, but for what is held back. */
export const claimTrainingFiles = [
  'claims/mrpc-train.jsonl.gz',
  'claims/summary-units-train.jsonl.gz',
  'claims/stsb-train.jsonl.gz',
  'claims/ecb-sentence-pairs-traindev.jsonl.gz',
] as const;

/** Whether a file is one that the scorer is trained on, by its name. */
export const isTrainedOn = (file: string): boolean =>
  claimTrainingFiles.some(name => basename(name) === basename(file));
