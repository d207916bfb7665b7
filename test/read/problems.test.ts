import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readArticle, readArticleRecord, readProblemCodes } from '../../src/read/index.ts';

type Outcome = ReturnType<typeof readArticle>;

const read = (bytes: Uint8Array | string, name = 'account.txt'): Outcome =>
  readArticle({ name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes });

const code = (result: Outcome): string => (result.ok ? 'read' : result.problem.code);
const reason = (result: Outcome): string => (result.ok ? 'read' : result.problem.reason);
const latin = (text: string): Uint8Array => Uint8Array.from(text, sign => sign.charCodeAt(0));

const said = 'The mayor said on Monday that the bridge will open in May.';

test('problem: an empty file, one of white space, and one of front matter alone', () => {
  for (const text of ['', ' \r\n\t\n', '\uFEFF', '---\ntitle: A bridge\n---\n'])
    assert.equal(code(read(text)), 'empty');
});

test('problem: binary data', () => {
  const bytes = Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 32);
  assert.equal(code(read(bytes)), 'binary');
});

test('problem: files of other formats are named', () => {
  assert.match(reason(read(latin('%PDF-1.7 and more'))), /PDF/);
  assert.match(reason(read(latin('PK\x03\x04 and more'))), /office document/);
  assert.match(reason(read('<?xml version="1.0"?><rss><channel/></rss>')), /XML/);
  assert.match(reason(read(`MIME-Version: 1.0\n\n${said}`)), /web archive/);
});

test('problem: UTF-16, with and without a mark', () => {
  const utf16 = Buffer.from(said, 'utf16le');
  assert.match(reason(read(utf16)), /UTF-16/);
  assert.match(reason(read(Buffer.concat([Uint8Array.of(0xff, 0xfe), utf16]))), /UTF-16/);
});

test('problem: other encodings are named, with the line', () => {
  assert.match(reason(read(latin(`${said}\nA caf\xe9 owner disagreed.`))), /Latin-1 \(line 2\)/);
  assert.match(reason(read(latin('\x93No,\x94 she said to the reporters.'))), /Windows-1252 \(line 1\)/);
});

test('problem: more than 5 MB', () => {
  assert.equal(code(read(`${said}\n`.repeat(90_000))), 'too-large');
  assert.equal(code(readArticleRecord({ text: `${said}\n`.repeat(90_000) })), 'too-large');
});

test('problem: broken JSON', () => {
  assert.equal(code(read('{"id": 1, "text": "The mayor')), 'broken-json');
});

test('problem: a list of articles in one file', () => {
  assert.match(reason(read(JSON.stringify([{ text: said }]))), /a list/);
});

for (const [field, record] of [
  ['text', { id: 'a' }],
  ['text', { text: 7 }],
  ['id', { id: true, text: said }],
  ['title', { text: said, title: ['A bridge'] }],
  ['published', { text: said, published: 1731628800 }],
  ['outlet', { text: said, outlet: {} }],
] as const)
  test(`problem: a record names its wrong field: ${JSON.stringify(record).slice(0, 30)}`, () => {
    const result = readArticleRecord(record);
    assert.equal(code(result), 'not-an-article');
    assert.ok(reason(result).includes(`"${field}"`), reason(result));
  });

for (const value of [null, 7, 'text', [said]])
  test(`problem: not a record: ${JSON.stringify(value).slice(0, 10)}`, () => {
    assert.equal(code(readArticleRecord(value)), 'not-an-article');
  });

test('odd text that is no problem: NUL, lone surrogates, marks inside, CRLF', () => {
  const text = `${said}\r\n\u0000 and \uFEFF the port.\r\n`;
  const result = read(text);
  assert.equal(result.ok && result.article.text, text);
  const record = readArticleRecord({ text: `${said} \ud800 and \udc00.` });
  assert.equal(record.ok && record.article.text, `${said} \ud800 and \udc00.`);
});

test('a surrogate that was encoded alone is kept', () => {
  const result = read(Buffer.concat([Buffer.from(said), Uint8Array.of(0xed, 0xa0, 0x80), Buffer.from('.')]));
  assert.equal(result.ok && result.article.text, `${said}\ud800.`);
});

test('every problem is in docs/inputs.md', () => {
  const page = readFileSync(new URL('../../docs/inputs.md', import.meta.url), 'utf8');
  assert.deepEqual(
    [...page.matchAll(/^\| `([\w-]+)`/gm)].map(match => match[1]),
    [...readProblemCodes],
  );
});
