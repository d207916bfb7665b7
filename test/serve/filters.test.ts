import assert from 'node:assert/strict';
import test from 'node:test';
import type { Article, Doc, Reading } from '../../src/index.ts';
import { bridgeAccount, ferryAccount, recordOf } from './accounts.ts';
import { folderWith, hearsay, valuesOf } from './command.ts';

const files = { 'a.txt': bridgeAccount, 'b.txt': ferryAccount };

test('each filter reads what the one before writes, and gets to the same end', async context => {
  const cwd = folderWith(context, files);
  const read = await hearsay(['read', 'a.txt', 'b.txt'], { cwd });
  const parsed = await hearsay(['parse'], { input: read.stdout });
  const extracted = await hearsay(['extract'], { input: parsed.stdout });
  assert.deepEqual(
    (valuesOf(read.stdout) as Article[]).map(({ text }) => text),
    Object.values(files),
  );
  assert.ok((valuesOf(parsed.stdout) as Doc[]).every(({ tokens }) => tokens.length > 50));
  assert.ok((valuesOf(extracted.stdout) as Reading[]).every(({ statements }) => statements.length > 0));
  assert.deepEqual(await hearsay(['extract', 'a.txt', 'b.txt'], { cwd }), extracted);
  assert.deepEqual(await hearsay(['extract'], { input: read.stdout }), extracted);
  assert.deepEqual(await hearsay(['extract'], { input: extracted.stdout }), extracted);
  assert.deepEqual(await hearsay(['read'], { input: extracted.stdout }), read);
});

test('extract keeps ids, facts and order', async () => {
  const rest = {
    title: 'Bridge to close',
    outlet: 'Courier',
    url: 'https://example.org/1',
    published: '2024-03-01',
  };
  const input = recordOf('z', bridgeAccount, rest) + recordOf('a', ferryAccount);
  const { code, stdout } = await hearsay(['extract', '-'], { input });
  const readings = valuesOf(stdout) as Reading[];
  assert.equal(code, 0);
  assert.deepEqual(
    readings.map(({ article }) => article.id),
    ['z', 'a'],
  );
  assert.deepEqual({ ...rest, ...readings[0]?.article }, { ...readings[0]?.article, ...rest });
});

test('text for people instead of JSON lines', async context => {
  const cwd = folderWith(context, files);
  for (const command of ['parse', 'extract']) {
    const { code, stdout } = await hearsay([command, 'a.txt', 'b.txt', '--format', 'text'], { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /Pell/);
    assert.doesNotMatch(stdout, /^\{/);
  }
});

test('a date that is given late is used in what was parsed without it', async context => {
  const cwd = folderWith(context, files);
  const parsed = await hearsay(['parse', 'a.txt'], { cwd });
  const late = await hearsay(['parse', '--published', '2024-11-15'], { input: parsed.stdout });
  assert.deepEqual(late, await hearsay(['parse', 'a.txt', '--published', '2024-11-15'], { cwd }));
  assert.notEqual(late.stdout, parsed.stdout);
});

test('what a file is, its content decides', async context => {
  const paragraphs = bridgeAccount.split('\n\n').map(text => `<p>${text.trim()}</p>`);
  const cwd = folderWith(context, {
    page: `<!doctype html><html><head><title>Bridge</title></head><body><nav>Home</nav><article>${paragraphs.join('\n')}</article></body></html>`,
    'lines.txt': recordOf('1', bridgeAccount) + recordOf('2', ferryAccount),
    'whole.json': JSON.stringify({ id: '3', text: ferryAccount }, null, 2),
    'text.html': bridgeAccount,
  });
  const { code, stdout, stderr } = await hearsay(['read', 'page', 'lines.txt', 'whole.json', 'text.html'], {
    cwd,
  });
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  const articles = valuesOf(stdout) as Article[];
  assert.deepEqual(
    articles.slice(1, 4).map(({ id }) => id),
    ['1', '2', '3'],
  );
  assert.doesNotMatch(articles[0]!.text, /<p>|Home/);
  assert.match(articles[0]!.text, /Mayor Dora Pell said on Monday/);
  assert.equal(articles[4]!.text, bridgeAccount);
});
