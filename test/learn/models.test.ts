import { equal, match, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { ModelMeta } from '../../lab/train/model-folder.ts';
import { pairFeaturesVersion } from '../../src/align/stories/pair-features.ts';
import { packageFile } from '../../src/learn/index.ts';
import { lemmaFeaturesVersion } from '../../src/parse/lemma/features.ts';
import { tagFeaturesVersion } from '../../src/parse/tag/features.ts';
import { treeFeaturesVersion } from '../../src/parse/tree/features.ts';

const featuresVersions: Readonly<Record<string, number>> = {
  tags: tagFeaturesVersion,
  lemmas: lemmaFeaturesVersion,
  trees: treeFeaturesVersion,
  stories: pairFeaturesVersion,
};
const read = (path: string) => readFileSync(packageFile(`models/${path}`));
const jobs = readdirSync(packageFile('models/'));

for (const job of jobs) {
  test(`models/${job}: weights, meta and card belong together`, () => {
    const meta: ModelMeta = JSON.parse(read(`${job}/meta.json`).toString());
    const card = read(`${job}/card.md`).toString();
    equal(meta.job, job);
    equal(
      meta.sha256,
      createHash('sha256')
        .update(read(`${job}/weights.bin`))
        .digest('hex'),
    );
    equal(meta.featuresVersion, featuresVersions[job] ?? meta.featuresVersion);
    ok(card.startsWith(`# ${job}, version ${meta.version}\n`));
    ok(card.includes(meta.command) && card.includes(meta.date));
    for (const { file, licence } of meta.corpora) ok(card.includes(`${file} (${licence})`));
    match(meta.command, new RegExp(`^npm run train -- ${job}$`));
  });
}

const sizeOf = (some: readonly string[]): number =>
  some.reduce((sum, job) => sum + read(`${job}/weights.bin`).length, 0);

test('models: all weights together are small', () => {
  const language = sizeOf(['words', 'tags', 'lemmas', 'trees', 'names']);
  ok(language <= 20e6, `those of the parse room are ${(language / 1e6).toFixed(1)} MB`);
  ok(sizeOf(jobs) <= 30e6, `all are ${(sizeOf(jobs) / 1e6).toFixed(1)} MB`);
});
