import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Reading, Story } from '../../src/domain/index.ts';
import { renderReading, renderStory } from '../../src/report/index.ts';
import { displayWidth } from '../../src/report/text/width.ts';
import { expectedFile } from './expected.ts';
import { ferryStory } from './ferry-story.ts';
import { hostileStory } from './hostile-story.ts';

const options = { width: 80, colour: false };

test('report: a story on the terminal is as expected', () => {
  const printed = renderStory(ferryStory, 'text', options);
  assert.equal(printed, expectedFile('story.txt', printed));
});

test('report: a story on a narrow terminal is as expected', () => {
  const printed = renderStory(ferryStory, 'text', { width: 40, colour: false });
  assert.equal(printed, expectedFile('story-narrow.txt', printed));
});

test('report: readings on the terminal are as expected', () => {
  const printed = ferryStory.accounts.map(reading => renderReading(reading, options)).join('\n');
  assert.equal(printed, expectedFile('readings.txt', printed));
});

test('report: accounts that share the same words with one stand together, the first eight by number', () => {
  const [courier] = ferryStory.accounts;
  const [overlap] = ferryStory.lineage.overlaps;
  const others = Array.from(
    { length: 10 },
    (_, at): Reading => ({
      ...courier!,
      article: { ...courier!.article, id: `more-${at}` },
    }),
  );
  const overlaps = others.map(({ article }, at) => ({
    ...overlap!,
    foundIn: article.id,
    share: 0.9 - at / 20,
  }));
  const story: Story = {
    ...ferryStory,
    accounts: [...ferryStory.accounts, ...others],
    lineage: { ...ferryStory.lineage, overlaps },
  };
  const printed = renderStory(story, 'text', options).replace(/\s+/g, ' ');
  const numbers = others.slice(1, 8).map((_, at) => `${85 - 5 * at}% in [${at + 5}]`);
  assert.ok(
    printed.includes(
      `90% of its own words are found in [4], ${numbers.join(', ')}, and up to 50% in 2 more, as in “people use it each Monday`,
    ),
    printed,
  );
});

test('report: colour adds codes and nothing else', () => {
  const coloured = renderStory(ferryStory, 'text', { width: 80, colour: true });
  assert.match(coloured, /\x1b\[1mDISPUTED\x1b\[22m/);
  assert.equal(coloured.replace(/\x1b\[\d+m/g, ''), renderStory(ferryStory, 'text', options));
});

test('report: control characters of the accounts do not reach the terminal', () => {
  for (const format of ['text', 'markdown', 'html', 'json'] as const)
    assert.doesNotMatch(renderStory(hostileStory, format, options), /[\x00-\x09\x0b-\x1f\x7f-\x9f]/, format);
  assert.doesNotMatch(renderStory(hostileStory, 'text', options), /[\u202a-\u202e\u2066-\u2069]/);
  const readings = hostileStory.accounts.map(reading => renderReading(reading, options)).join('');
  assert.doesNotMatch(readings, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
});

test('report: no line is wider than the terminal unless one word alone is', () => {
  const words = fc.array(fc.oneof(fc.string(), fc.constantFrom('東京', 'ferry', '“no”', 'é', '👩‍🚒')), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 140 }), (parts, width) => {
      const printed = renderStory(storyWithText(parts.join(' ')), 'text', { width, colour: false });
      for (const each of printed.split('\n'))
        assert.ok(displayWidth(each) <= Math.max(20, width) || lastWordAlone(each), JSON.stringify(each));
    }),
    { numRuns: 200 },
  );
});

/** Whether the line has only one word that the line before did not have room for, after its label and indent. */
const lastWordAlone = (each: string): boolean =>
  !/\S \S/.test(each.replace(/^ *(?:[a-z :]+ {2,})?(?:\[\d+\] )?/, ''));

test('report: what is left out of a long list is counted', () => {
  const claims = Array.from({ length: 40 }, (_, at) => ({ ...ferryStory.claims[0]!, id: `claim ${at}` }));
  const printed = renderStory({ ...ferryStory, claims }, 'text', options);
  assert.match(printed, /^ {2}and 25 more \(--format json lists all\)$/m);
});

test('report: a story of nothing is still a report', () => {
  const lineage = { overlaps: [], debts: [] };
  const empty: Story = {
    id: 'empty',
    accounts: [],
    claims: [],
    quotations: [],
    lineage,
    cast: [],
    timeline: [],
  };
  assert.match(renderStory(empty, 'text', options), /^A story without claims\n0 accounts/);
});

/** The ferry story with other words in an account of the same length, title and outlet included. */
function storyWithText(text: string): Story {
  const [first, ...others] = ferryStory.accounts;
  const length = first!.article.text.length;
  const filled = text.slice(0, length).padEnd(length, ' x');
  const article = { ...first!.article, text: filled, title: text, outlet: text };
  const reading: Reading = { ...first!, article };
  return { ...ferryStory, accounts: [reading, ...others] };
}
