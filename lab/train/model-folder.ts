import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageFile } from '../../src/learn/index.ts';
import { packWeights, type TrainedWeights } from './weights-file.ts';

/** A corpus that a model was trained on: its path in the corpora folder, and what lets its weights ship. */
export type TrainingCorpus = { readonly file: string; readonly licence: string };

/** What a model's folder tells of it, beside the weights. */
export type ModelFacts = {
  readonly job: string;
  readonly version: number;
  /** Of the feature code: weights only fit the features that they were trained with. */
  readonly featuresVersion: number;
  readonly corpora: readonly TrainingCorpus[];
  readonly seed: number;
  /** 0 to 100, by name. */
  readonly scores: Readonly<Record<string, number>>;
  /** What the model does, how, and where it fails: paragraphs of the card. */
  readonly card: string;
};

export type ModelMeta = Omit<ModelFacts, 'card'> & {
  readonly command: string;
  readonly date: string;
  readonly sha256: string;
};

/** Writes `models/JOB`: weights.bin, meta.json, card.md. */
export function writeModel({ card, ...facts }: ModelFacts, weights: TrainedWeights): void {
  const folder = packageFile(`models/${facts.job}/`);
  mkdirSync(folder, { recursive: true });
  const bytes = packWeights(weights);
  const meta: ModelMeta = {
    ...facts,
    command: `npm run train -- ${facts.job}`,
    date: new Date().toISOString().slice(0, 10),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  writeFileSync(new URL('weights.bin', folder), bytes);
  writeFileSync(new URL('meta.json', folder), `${JSON.stringify(meta, null, 2)}\n`);
  writeFileSync(new URL('card.md', folder), cardText(meta, card, bytes.length));
  console.log(`${fileURLToPath(folder)}: ${(bytes.length / 1e6).toFixed(2)} MB`);
  console.log(JSON.stringify(facts.scores));
}

const cardText = (meta: ModelMeta, card: string, size: number): string =>
  `# ${meta.job}, version ${meta.version}

${card.trim()}

| | |
| --- | --- |
| trained by | \`${meta.command}\`, seed ${meta.seed}, ${meta.date} |
| features | version ${meta.featuresVersion} |
| size | ${(size / 1e6).toFixed(2)} MB |
${Object.entries(meta.scores)
  .map(([name, score]) => `| ${name} | ${score.toFixed(2)} |\n`)
  .join('')}
Trained on:

${meta.corpora.map(({ file, licence }) => `- ${file} (${licence})\n`).join('')}`;
