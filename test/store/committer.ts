import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/index.ts';
import { at, firstVersion, madeClaim, madeReading, madeStory, nothing } from './made.ts';

// A process of its own that adds COUNT articles to its story, one a commit, and prints the id of each one that was acknowledged.
const [address = '', name = '', count = '0'] = process.argv.slice(2);
const store = await openStore(address);
writeSync(1, 'open\n');
for (let index = 0; index < Number(count); index++) {
  const reading = madeReading(`${name}-${index}`, {
    sayings: [
      { speaker: `Speaker ${index % 5}`, named: true, words: `what ${name} tells in its ${index}th article` },
      { speaker: 'an official', words: 'something else' },
    ],
  });
  for (let done = false; !done; ) {
    const after = await store.head();
    const accounts = [...((await store.story(name))?.story.accounts ?? []), reading];
    const claims = accounts
      .slice(-3)
      .map(account => madeClaim(`${name} claim of ${account.article.id}`, accounts));
    const result = await store.commit({
      ...nothing,
      after,
      at: at(index),
      articles: [firstVersion(reading, name)],
      stories: [{ id: name, story: madeStory(name, accounts, claims), title: name, mergedInto: null }],
      changes: [{ storyId: name, articleId: reading.article.id, event: { kind: 'article-added' } }],
    });
    done = result.ok;
  }
  writeSync(1, `${reading.article.id}\n`);
}
await store.close();
