import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printCredits, readingOf } from './rendering.ts';

const text = 'The mayor of the harbour town said on Friday that the bridge would stay closed.';

for (const [byline, credits] of [
  ['Ana Rao, Associated Press', 'byline | Associated Press | byline'],
  ['By Ana Rao and Karl Lund | Reuters', 'byline | Reuters | byline'],
  ['Ana Rao for The Guardian', 'byline | The Guardian | byline'],
  ['AFP', 'byline | AFP | byline'],
  ['Ana Rao', 'none'],
  ['Ana Bloomberg', 'none'],
  ['Ana Rao, Political Correspondent', 'none'],
] as const)
  test(`the byline "${byline}" credits ${credits}`, () =>
    assert.equal(printCredits(readingOf(text, byline)), credits));

test('an outlet that the text and the byline name in the same words is credited once', () => {
  const reading = readingOf(`${text}\n\nAdditional reporting by Reuters.`, 'Ana Rao, Reuters');
  assert.equal(printCredits(reading), 'byline | Reuters | Reuters');
});
