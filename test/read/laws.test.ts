import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/domain/index.ts';
import { readArticle, readArticleRecord } from '../../src/read/index.ts';

const names = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.json', '-', '');

/** Pieces that formats are made of, in any order. */
const scraps = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('The mayor said so.', 'Who pays', '\n', '\n\n', '\r\n', '\r', '  ', '\u2028', '\u0000'),
      fc.constantFrom(
        '\uFEFF',
        '\ud800',
        '# ',
        '## Heading\n',
        '- item\n',
        '> ',
        '**',
        '](',
        '---\n',
        'title: x\n',
      ),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div>',
        '<!--',
        '-->',
        '<br>',
        '<html>',
        '<body>',
        '&amp;',
        '<script>',
        '<li>',
      ),
      fc.constantFrom('{"text":"', '"}', '[', '`', '|a|b|\n|-|-|\n', '1. ', 'By Ann Rowe\n', '15 Nov 2024\n'),
    ),
    { maxLength: 40 },
  )
  .map(pieces => pieces.join(''));

function assertLaws({ text, blocks }: Article): void {
  let reached = 0;
  for (const { start, end } of blocks) {
    assert.ok(start >= reached && end <= text.length, 'blocks are in order and inside the text');
    assert.notEqual(text.slice(start, end).trim(), '', 'blocks are not empty');
    assert.equal(text.slice(reached, start).trim(), '', 'between blocks is only white space');
    reached = end;
  }
  assert.equal(text.slice(reached).trim(), '', 'blocks reach the end');
}

test('law: odd bytes are read or refused, never an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), names, (bytes, name) => {
      const result = readArticle({ name, bytes });
      if (result.ok) assertLaws(result.article);
      else assert.ok(result.problem.reason !== '' && result.problem.advice !== '');
    }),
    { numRuns: 300 },
  );
});

test('law: blocks hold all of an odd text but white space, in order', () => {
  fc.assert(
    fc.property(scraps, names, (text, name) => {
      const result = readArticle({ name, bytes: new TextEncoder().encode(text) });
      if (result.ok) assertLaws(result.article);
    }),
    { numRuns: 400 },
  );
});

test('law: a record keeps its text, and what was read is read again the same', () => {
  fc.assert(
    fc.property(scraps, fc.option(fc.string()), (text, title) => {
      const result = readArticleRecord({ text, title });
      if (!result.ok) return;
      assert.equal(result.article.text, text);
      assertLaws(result.article);
      assert.deepEqual(readArticleRecord(JSON.parse(JSON.stringify(result.article))), result);
    }),
    { numRuns: 300 },
  );
});

test('law: any JSON value is an article or a problem', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const result = readArticleRecord(value);
      assert.equal(typeof (result.ok ? result.article.id : result.problem.reason), 'string');
    }),
    { numRuns: 200 },
  );
});
