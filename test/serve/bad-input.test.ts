import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import test from 'node:test';
import type { Reading } from '../../src/index.ts';
import { bridgeAccount, ferryAccount, recordOf } from './accounts.ts';
import { folderWith, hearsay, outcomeOf, start, valuesOf } from './command.ts';

const tooLong = 'The mayor said that the bridge would be closed. '.repeat(110_000);

type BadInput = readonly [file: string, content: string | Uint8Array, complaint: RegExp];

/** What a file may be that is not an account, and what is said of it. */
const badInputs: readonly BadInput[] = [
  ['empty.txt', '', /empty/],
  ['blank.txt', ' \n\n\t\n', /empty/],
  ['empty.jsonl', '', /empty/],
  ['noise.bin', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), /binary/],
  [
    'picture.png',
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49),
    /not text: it looks like a picture/,
  ],
  ['latin.txt', Buffer.from('The caf\xe9 was closed, officials said.', 'latin1'), /UTF-8/],
  ['wide.txt', Buffer.from('\ufeffThe café was closed, officials said.', 'utf16le'), /UTF-16|UTF-8/],
  [
    'french.txt',
    'Le maire a déclaré lundi que le pont serait fermé pendant toute la semaine. '.repeat(3),
    /English/,
  ],
  ['menu.html', '<!doctype html><html><body><nav><a href="/">Home</a></nav></body></html>', /no article/],
  ['long.txt', tooLong, /5 MB/],
  ['list.json', `[${recordOf('1', bridgeAccount).trim()}]`, /a JSON list, not JSON lines/],
];

test('each kind of bad input gets one line with its name, a reason and a way out', async context => {
  const cwd = folderWith(context, Object.fromEntries(badInputs));
  const names = badInputs.map(([name]) => name);
  const { code, stdout, stderr } = await hearsay(['extract', ...names], { cwd });
  const lines = stderr.trimEnd().split('\n');
  assert.equal(code, 1);
  assert.equal(stdout, '');
  assert.equal(lines.length, badInputs.length, stderr);
  for (const [at, [name, , complaint]] of badInputs.entries()) {
    assert.match(lines[at]!, new RegExp(`^hearsay: ${name}: [^;]+; .+`));
    assert.match(lines[at]!, complaint);
  }
});

test('the others still run, in order', async context => {
  const cwd = folderWith(context, {
    ...Object.fromEntries(badInputs),
    'a.txt': bridgeAccount,
    'b.txt': ferryAccount,
  });
  const { code, stdout } = await hearsay(['extract', 'a.txt', ...badInputs.map(([name]) => name), 'b.txt'], {
    cwd,
  });
  const texts = (valuesOf(stdout) as Reading[]).map(({ article }) => article.text);
  assert.equal(code, 1);
  assert.deepEqual(texts, [bridgeAccount, ferryAccount]);
});

test('missing files, folders and devices without articles are told apart', async context => {
  const cwd = folderWith(context, {});
  mkdirSync(`${cwd}/folder`);
  const { code, stderr } = await hearsay(['read', 'missing.txt', 'folder/', '/dev/null'], { cwd });
  assert.equal(code, 1);
  const [missing, folder, device] = stderr.split('\n');
  assert.equal(missing, 'hearsay: missing.txt: no such file; check its name and folder');
  assert.equal(folder, 'hearsay: folder/: a folder, not a file; name the files in it: folder/*');
  assert.match(device!, /^hearsay: \/dev\/null: empty/);
});

test('a file that may not be read is named', async context => {
  if (process.getuid?.() === 0) return context.skip('root may read everything');
  const cwd = folderWith(context, { 'secret.txt': bridgeAccount, 'a.txt': ferryAccount });
  chmodSync(`${cwd}/secret.txt`, 0);
  const { code, stdout, stderr } = await hearsay(['read', 'secret.txt', 'a.txt'], { cwd });
  assert.equal(code, 1);
  assert.match(stderr, /^hearsay: secret\.txt: no permission to read it; /);
  assert.equal(valuesOf(stdout).length, 1);
});

test('bad lines are named by number, and the lines around them run', async () => {
  const input = [
    recordOf('1', bridgeAccount),
    '{"id": "2", "text": "The mayor sa\n',
    '\n',
    'null\n',
    '{"id": "5"}\n',
    recordOf('6', tooLong),
    recordOf('7', ferryAccount),
    '{"id": "8", "article": {"text": "The mayor said so."}}\n',
  ].join('');
  const { code, stdout, stderr } = await hearsay(['extract'], { input });
  assert.equal(code, 1);
  assert.deepEqual(
    (valuesOf(stdout) as Reading[]).map(({ article }) => article.id),
    ['1', '7'],
  );
  const complaints = stderr.trimEnd().split('\n');
  const expected = [
    /^hearsay: standard input:2: broken JSON.*; .+/,
    /^hearsay: standard input:4: null, not an object; .+/,
    /^hearsay: standard input:5: no "text"; .+/,
    /^hearsay: standard input:6: .*5 MB.*; .+/,
    /^hearsay: standard input:8: neither an article nor what .* writes; .+/,
  ];
  assert.equal(complaints.length, expected.length, stderr);
  for (const [at, pattern] of expected.entries()) assert.match(complaints[at]!, pattern);
});

test('a line in another encoding, or with a broken character, is named', async () => {
  const input = Buffer.concat([
    Buffer.from(recordOf('1', 'The café was closed, the mayor said.'), 'latin1'),
    Buffer.from(recordOf('2', bridgeAccount)),
  ]);
  const { code, stdout, stderr } = await hearsay(['read'], { input });
  assert.equal(code, 1);
  assert.match(stderr, /^hearsay: standard input:1: not in UTF-8; /);
  assert.equal(valuesOf(stdout).length, 1);
});

test('a line longer than any article is passed over without being held', async () => {
  const child = start(['read'], { nodeOptions: ['--max-old-space-size=32'] });
  const outcome = outcomeOf(child);
  child.stdin?.write('{"id": "1", "text": "');
  const part = 'a'.repeat(2 ** 20);
  for (let megabytes = 0; megabytes < 140; megabytes++)
    if (!child.stdin?.write(part)) await new Promise(resolve => child.stdin?.once('drain', resolve));
  child.stdin?.end(`"}\n${recordOf('2', bridgeAccount)}`);
  const { code, stdout, stderr } = await outcome;
  assert.equal(code, 1);
  assert.match(stderr, /^hearsay: standard input:1: a line over 128 MB; an article may have 5 MB of text\n$/);
  assert.equal(valuesOf(stdout).length, 1);
});

test('odd but honest text goes through unchanged', async context => {
  const odd =
    `The mayor\u0000 said\ufeff that \u202ethe bridge\u202c was "closed".\r\nThat was on Monday. `.repeat(3);
  const cwd = folderWith(context, { 'odd.txt': `\ufeff${odd}` });
  const { code, stdout } = await hearsay(['extract', 'odd.txt', '-'], {
    cwd,
    input: recordOf('1', `${odd}\ud800`),
  });
  const [ofFile, ofLine] = valuesOf(stdout) as Reading[];
  assert.equal(code, 0);
  assert.equal(ofFile?.article.text.replace(/^\ufeff/, ''), odd);
  assert.equal(ofLine?.article.text, `${odd}\ud800`);
});

test('a name with control characters cannot steer the terminal', async () => {
  const { stderr } = await hearsay(['read', 'a\u001b[31m\nb.txt']);
  assert.equal(stderr, 'hearsay: a [31m b.txt: no such file; check its name and folder\n');
});

test('records that were tampered with are refused', async context => {
  const cwd = folderWith(context, { 'a.txt': bridgeAccount });
  const { stdout } = await hearsay(['extract', 'a.txt'], { cwd });
  const reading = JSON.parse(stdout);
  const spoilt = {
    ...reading,
    statements: [{ ...reading.statements[0], content: [{ start: 5, end: 1e6 }] }],
  };
  writeFileSync(`${cwd}/spoilt.jsonl`, `${JSON.stringify(spoilt)}\n${stdout}`);
  const { code, stderr } = await hearsay(['align', 'spoilt.jsonl'], { cwd });
  assert.equal(code, 1);
  assert.match(stderr, /^hearsay: spoilt\.jsonl:1: neither an article nor what .* writes; .+\n$/);
});

test('a pipe with a name is an input like any other', async context => {
  const cwd = folderWith(context, {});
  execFileSync('mkfifo', [`${cwd}/pipe`]);
  const outcome = hearsay(['read', 'pipe'], { cwd });
  await writeFile(`${cwd}/pipe`, bridgeAccount);
  const { code, stdout } = await outcome;
  assert.equal(code, 0);
  assert.equal(valuesOf(stdout).length, 1);
});
