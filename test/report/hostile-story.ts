import type { Story } from '../../src/domain/index.ts';
import { ferryStory } from './ferry-story.ts';

/** Of the same length as the words that they stand in for, so that no span moves. */
const swaps: readonly (readonly [string, string])[] = [
  ['Ferry service', '\x1b]0;ferry\x07\u202ess'],
  ['The Holm ferry', '<script>&"\x1b[2J'],
  ['a port official', '<b>a [p](u) *o*'],
  ['ten winters', '\x9b31m\u202en\x07\x00\ud800'],
  ['company', '<img a>'],
  ['as first reported', '<a href="x">#_`~|'],
];

/** The ferry story with markup, escape codes and half characters in its texts, names and titles. */
export const hostileStory: Story = JSON.parse(JSON.stringify(ferryStory), (key, value) => {
  if (typeof value !== 'string' || key.endsWith('Id') || key === 'id' || key === 'kind') return value;
  return swaps
    .reduce((text, [from, to]) => text.replaceAll(from, to), value)
    .replace(/^Coast Wire$/, '- <i>\x1b[1m*Coast*');
});
