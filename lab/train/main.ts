import { corporaArePresent } from '../corpora/files.ts';

/** One file a model: its `train` writes models/NAME and prints scores on held-out text. */
const trainings: Readonly<Record<string, () => Promise<{ readonly train: () => void | Promise<void> }>>> = {
  words: () => import('./words.ts'),
  tags: () => import('./tags.ts'),
  lemmas: () => import('./lemmas.ts'),
  trees: () => import('./trees.ts'),
  names: () => import('./names.ts'),
  stories: () => import('./stories.ts'),
  attributions: () => import('./attributions.ts'),
  claims: () => import('./claims.ts'),
};

const [name = ''] = process.argv.slice(2);
const load = trainings[name];
if (!load) {
  console.error(`usage: npm run train -- NAME   one of: ${Object.keys(trainings).join(', ')}`);
  process.exitCode = 2;
} else if (!corporaArePresent()) {
  console.error(
    'The corpora are not beside this checkout (../shared/corpora), so there is nothing to train on.',
  );
  process.exitCode = 1;
} else {
  const started = Date.now();
  await (await load()).train();
  console.log(`trained in ${Math.round((Date.now() - started) / 1000)} s`);
}
