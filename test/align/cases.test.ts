import assert from 'node:assert/strict';
import test from 'node:test';
import { readCases } from '../cases.ts';
import { shows, storyFrom } from './story-text.ts';

for (const { name, options, input, expected } of readCases('align')) {
  test(`align ${name}`, () => {
    const show = shows[options.show ?? 'claims'];
    assert.ok(show, `no show=${options.show}`);
    assert.equal(show(storyFrom(input)).join('\n'), expected);
  });
}
