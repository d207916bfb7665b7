import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  assertIdsPointToWhatIsThere,
  assertSpansLieInText,
  assertStatementsAreInOrder,
  readable,
} from './reading-laws.ts';
import { readingOf } from './rendering.ts';

test('every span of a reading of odd text is in the text and not empty', () => {
  fc.assert(fc.property(readable, text => assertSpansLieInText(readingOf(text))));
});

test('ids are unique in a reading of odd text, and what points to one finds it', () => {
  fc.assert(fc.property(readable, text => assertIdsPointToWhatIsThere(readingOf(text))));
});

test('a reading of odd text is the same after JSON, and the same again', () => {
  fc.assert(
    fc.property(readable, text => {
      const reading = readingOf(text);
      assert.deepEqual(JSON.parse(JSON.stringify(reading)), reading);
      assert.deepEqual(readingOf(text), reading);
    }),
  );
});

test('statements of odd text stand in the order of the text, each with confidence from 0 to 1', () => {
  fc.assert(fc.property(readable, text => assertStatementsAreInOrder(readingOf(text))));
});
