import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticksBetween } from '../../src/report/html/timeline-ticks.ts';

const labels = (from: string, to: string, width: number): readonly string[] =>
  ticksBetween(Date.parse(from), Date.parse(to), width).map(({ label }) => label);

test('timeline: every day has its line where there is room, else every so many', () => {
  assert.deepEqual(labels('2024-02-28', '2024-03-02', 400), ['28 Feb', '29 Feb', '1 Mar', '2 Mar']);
  assert.deepEqual(labels('2024-02-28', '2024-03-05', 200), ['28 Feb', '1 Mar', '3 Mar', '5 Mar']);
});

test('timeline: over weeks, lines are at Mondays; over months, at their first days', () => {
  assert.deepEqual(labels('2024-05-09', '2024-05-29', 300), ['13 May', '20 May', '27 May']);
  assert.deepEqual(labels('1969-12-25', '1970-01-14', 300), ['29 Dec', '5 Jan', '12 Jan']);
  assert.deepEqual(labels('2024-05-09', '2024-08-02', 300), ['1 Jun', '1 Jul', '1 Aug']);
});

test('timeline: over years, lines are even parts of the years apart', () => {
  assert.deepEqual(labels('2023-05-09', '2024-08-02', 300), ['Jul 2023', 'Jan 2024', 'Jul 2024']);
  assert.deepEqual(labels('1960-05-09', '2024-08-02', 300), ['Jan 1980', 'Jan 2000', 'Jan 2020']);
});
