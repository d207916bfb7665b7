import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toIsoDate } from '../../src/read/index.ts';

for (const [written, expected] of [
  ['2024-11-15', '2024-11-15'],
  ['2024-11-15T18:20:00.123Z', '2024-11-15T18:20:00Z'],
  ['2024-11-15T18:20:00+0100', '2024-11-15T18:20:00+01:00'],
  ['2024-11-15 18:20', '2024-11-15T18:20'],
  ['20241115', '2024-11-15'],
  ['Nov. 15, 2024', '2024-11-15'],
  ['15 November 2024 10:03 GMT', '2024-11-15T10:03Z'],
  ['Fri, 15 Nov 2024 10:03:00 +0000', '2024-11-15T10:03:00+00:00'],
  ['Fri Nov 15 2024 10:03:00 GMT+0100 (CET)', '2024-11-15T10:03:00+01:00'],
  ['Friday, November 15, 2024 at 3:05 PM EST', '2024-11-15T15:05-05:00'],
  ['Published 12:05 a.m. ET, Nov 15, 2024', '2024-11-15T00:05'],
  ['May 3rd, 2013 | 8:20am', '2013-05-03T08:20'],
  ['15/11/2024', '2024-11-15'],
  ['11/15/2024', '2024-11-15'],
  ['3/4/2024', null],
  ['30 Feb 2024', null],
  ['2024-11-15T25:00Z', null],
  ['2 hours ago', null],
  ['The siege of 15 November 2024', null],
  ['November 2024', null],
] as const)
  test(`date: ${written}`, () => {
    assert.equal(toIsoDate(written), expected);
  });
