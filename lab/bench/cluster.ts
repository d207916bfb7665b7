import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { benchStories, type Way } from './stories.ts';

// Each figure from a process of its own, so that its memory is its own.
const [first, way] = process.argv.slice(2);
if (way === 'batch' || way === 'online') console.log(benchStories(Number(first), way));
else
  for (const size of first === undefined ? ['1000', '10000'] : process.argv.slice(2))
    for (const each of ['batch', 'online'] satisfies Way[])
      spawnSync(process.execPath, [fileURLToPath(import.meta.url), size, each], { stdio: 'inherit' });
