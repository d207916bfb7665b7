import { makeAccounts } from '../../../lab/bench/made-accounts.ts';
import { createPipeline } from '../../../src/pipeline.ts';
import { createDesk } from '../../../src/serve/desk/create-desk.ts';
import { openStore } from '../../../src/store/index.ts';

// A bulk import that says what it has been told is safe, a line for each article, until somebody ends it.

const [address = '', seed = '1'] = process.argv.slice(2);
const store = await openStore(address);
const desk = createDesk({ store, pipeline: createPipeline(), clock: () => new Date(), threads: 0 });
let batch = [];
for (const article of makeAccounts(100, 4, Number(seed))) {
  batch.push({ ...article, id: `${seed}-${article.id}` });
  if (batch.length < 6) continue;
  for (const { articleId, storyId } of await desk.add(batch))
    process.stdout.write(`${articleId} ${storyId}\n`);
  batch = [];
}
await desk.close();
await store.close();
