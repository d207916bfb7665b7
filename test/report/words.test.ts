import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenDate, writtenPeriod } from '../../src/report/dates.ts';
import { displayWidth } from '../../src/report/text/width.ts';
import { clean, quotable, shorten } from '../../src/report/words.ts';
import { spanOf } from './ferry-story.ts';

/** Whole text, the words of the span, how they stand between quotation marks. */
const quotations = [
  ['She said “go home”.', '“go home”', 'go home'],
  ['“Go home,” she said.', '“Go home,”', 'Go home'],
  ['“Go home,” she said, “and stay.”', '“Go home,” she said', '‘Go home,’ she said'],
  ['“Go home,” she said.', 'Go home,” she said', '‘Go home,’ she said'],
  ['He said, “we left at noon,” and sat.', 'said, “we left at noon', 'said, ‘we left at noon,’'],
  ['Iran’s mission spoke.', '’s mission spo', 'Iran’s mission spoke'],
  ['It is a "tired" plan.', 'a "tired" plan', 'a "tired" plan'],
  ['“The first part.\n\n“The second part.”', '“The first part.', 'The first part.'],
] as const;

for (const [text, words, quoted] of quotations)
  test(`report words: ${JSON.stringify(words)} of ${JSON.stringify(text)} is quoted`, () =>
    assert.equal(quotable(text, [spanOf(text, words)], 100), quoted));

test('report words: several spans are joined by an ellipsis', () => {
  const text = '“Go,” she said, “and stay.”';
  assert.equal(quotable(text, [spanOf(text, '“Go,”'), spanOf(text, '“and stay.”')], 100), 'Go … and stay.');
});

const shortenings = [
  ['one two three', 20, 'one two three'],
  ['one two three', 8, 'one two\u00a0…'],
  ['one, two three', 6, 'one\u00a0…'],
  ['unbreakable', 4, 'unbreakable'],
  ['unbreakable word', 4, 'unbreakable\u00a0…'],
] as const;

for (const [text, limit, short] of shortenings)
  test(`report words: ${text} in ${limit} is cut at a word's edge`, () =>
    assert.equal(shorten(text, limit), short));

test('report words: control characters show, and what directs the writing goes', () => {
  assert.equal(clean(' a\n\tb\u00a0c '), 'a b c');
  assert.equal(clean('\x1b[31mred\x9b0m'), '\ufffd[31mred\ufffd0m');
  assert.equal(clean('a\u202eb\u200bc\ufeff\ud800'), 'abc\ufffd');
});

const widths = [
  ['ferry', 5],
  ['café', 4],
  ['cafe\u0301', 4],
  ['東京', 4],
  ['👩‍🚒', 2],
  ['“x”', 3],
] as const;

for (const [text, width] of widths)
  test(`report words: ${JSON.stringify(text)} takes ${width} columns`, () =>
    assert.equal(displayWidth(text), width));

const dates = [
  ['2024', '2024'],
  ['2024-11', 'November 2024'],
  ['2024-11-05', '5 November 2024'],
  ['2024-11-15T09:30:00Z', '15 November 2024, 09:30 UTC'],
  ['2024-11-15T09:30:00+01:00', '15 November 2024, 09:30 +01:00'],
  ['2024-SU', 'summer 2024'],
  ['2024-W45', 'week of 4 November 2024'],
  ['2026-W01', 'week of 29 December 2025'],
  ['2024-W45-WE', 'weekend of 9 November 2024'],
  ['2024-Q3', 'third quarter of 2024'],
  ['2020-H1', 'first half of 2020'],
  ['2024-11-11TNI', '11 November 2024, night'],
  ['PAST_REF', 'PAST_REF'],
  ['2024-13', '2024-13'],
] as const;

for (const [value, written] of dates)
  test(`report words: ${value} is written as a date`, () => assert.equal(writtenDate(value), written));

test('report words: a period says what its ends share once', () => {
  assert.equal(writtenPeriod('2024-11-14', '2024-11-16T10:00:00Z'), '14–16 November 2024');
  assert.equal(writtenPeriod('2024-10-30', '2024-11-01'), '30 October – 1 November 2024');
  assert.equal(writtenPeriod('2024-11-14', '2024-11-14'), '14 November 2024');
});
