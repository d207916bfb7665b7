import assert from 'node:assert/strict';
import test from 'node:test';
import { alternatives } from '../../src/learn/alternatives.ts';

test('a short form of a lexicon stands for every phrase that it allows', () => {
  assert.deepEqual(alternatives('did/does not (yet) reply'), [
    'did not yet reply',
    'did not reply',
    'does not yet reply',
    'does not reply',
  ]);
  assert.deepEqual(alternatives('not to be named (by name)'), ['not to be named by name', 'not to be named']);
  assert.deepEqual(alternatives('said'), ['said']);
});
