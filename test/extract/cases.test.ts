import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Reading } from '../../src/domain/index.ts';
import { readCases } from '../cases.ts';
import { printCredits, printSources, printStances, printStatements, readingOf } from './rendering.ts';

const subjects: Readonly<Record<string, (reading: Reading) => string>> = {
  statements: printStatements,
  stance: printStances,
  authority: printSources,
  credits: printCredits,
};

for (const [subject, print] of Object.entries(subjects))
  describe(`cases of ${subject}`, () => {
    for (const { name, input, expected } of readCases(subject))
      test(name, () => assert.equal(print(readingOf(input)), expected));
  });
