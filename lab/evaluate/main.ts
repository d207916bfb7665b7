import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { corporaArePresent, corpusFile } from '../corpora/files.ts';
import type { Evaluation } from './evaluation.ts';

const evaluations: Readonly<Record<string, () => Promise<{ readonly evaluation: Evaluation }>>> = {
  attribution: () => import('./attribution.ts'),
  authority: () => import('./authority.ts'),
  claims: () => import('./claims.ts'),
  coreference: () => import('./coreference.ts'),
  dates: () => import('./dates.ts'),
  names: () => import('./names.ts'),
  numbers: () => import('./numbers.ts'),
  stories: () => import('./stories.ts'),
  stance: () => import('./stance.ts'),
  reuse: () => import('./reuse.ts'),
  parsing: () => import('./parsing.ts'),
  tagging: () => import('./tagging.ts'),
  tokens: () => import('./tokens.ts'),
};

type Floor = {
  readonly evaluation: string;
  /** In the corpora folder; the evaluation's own file, if left out. */
  readonly file?: string;
  readonly figures: Readonly<Record<string, number>>;
};

const usage = `usage: npm run evaluate -- NAME [FILE]   one of: ${Object.keys(evaluations).join(', ')}
       npm run evaluate -- --floors     all of lab/evaluate/floors.json, failing below a floor`;

const noCorpora =
  'The corpora are not beside this checkout (../shared/corpora), so there is nothing to measure on.';

async function evaluate(name: string, file: string | undefined): Promise<Readonly<Record<string, number>>> {
  const load = evaluations[name];
  if (!load) throw new Error(`no evaluation "${name}"\n${usage}`);
  const { evaluation } = await load();
  const { listing, figures } = await evaluation.run(file ?? fileOf(evaluation));
  if (listing) console.log(listing);
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, Math.round(value * 100) / 100]),
  );
  console.log(JSON.stringify(rounded));
  return rounded;
}

function fileOf({ defaultFile }: Evaluation): string {
  if (typeof defaultFile !== 'string') return fileURLToPath(defaultFile);
  if (!corporaArePresent()) throw new Error(noCorpora);
  return corpusFile(defaultFile);
}

async function holdFloors(): Promise<number> {
  if (!corporaArePresent()) throw new Error(noCorpora);
  const floors = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')) as Floor[];
  let below = 0;
  for (const floor of floors) {
    console.log(`\n# ${floor.evaluation} ${floor.file ?? ''}`);
    const figures = await evaluate(
      floor.evaluation,
      floor.file === undefined ? undefined : corpusFile(floor.file),
    );
    for (const [figure, least] of Object.entries(floor.figures)) {
      const reached = figures[figure];
      if (reached !== undefined && reached >= least) continue;
      below++;
      console.log(`BELOW THE FLOOR: ${figure} is ${reached}, floor ${least}`);
    }
  }
  console.log(below === 0 ? '\nall floors hold' : `\n${below} below the floor`);
  return below === 0 ? 0 : 1;
}

const [name, file] = process.argv.slice(2);
if (name === undefined || (name !== '--floors' && !(name in evaluations))) {
  console.error(usage);
  process.exitCode = 2;
} else
  try {
    if (name === '--floors') process.exitCode = await holdFloors();
    else await evaluate(name, file);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
