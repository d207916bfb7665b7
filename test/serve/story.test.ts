import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import test from 'node:test';
import type { Story } from '../../src/index.ts';
import { bridgeAccount, ferryAccount, recordOf } from './accounts.ts';
import { folderWith, hearsay, valuesOf } from './command.ts';

const files = { 'a.txt': bridgeAccount, 'b.txt': ferryAccount };
const storyOf = async (args: string[], cwd: string, input = '') => {
  const { code, stdout, stderr } = await hearsay(['story', ...args, '--format', 'json'], { cwd, input });
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  return JSON.parse(stdout) as Story;
};

test('a story is reported as text without colour when nobody looks', async context => {
  const cwd = folderWith(context, files);
  const { code, stdout, stderr } = await hearsay(['story', 'a.txt', 'b.txt'], { cwd });
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  assert.match(stdout, /Dora Pell/);
  assert.doesNotMatch(stdout, /\x1b/);
  assert.ok(stdout.split('\n').every(line => line.length <= 80));
});

test('colour can be forced, and forbidden', async context => {
  const cwd = folderWith(context, files);
  const report = (env: NodeJS.ProcessEnv) => hearsay(['story', 'a.txt', 'b.txt'], { cwd, env });
  assert.match((await report({ FORCE_COLOR: '1' })).stdout, /\x1b\[/);
  assert.doesNotMatch((await report({ FORCE_COLOR: '0' })).stdout, /\x1b/);
  assert.doesNotMatch((await report({ NO_COLOR: '1' })).stdout, /\x1b/);
});

test('--out takes its form from its ending, and leaves nothing else behind', async context => {
  const cwd = folderWith(context, { ...files, 'report.json': 'an older report' });
  const begins = {
    'report.html': /^<!doctype html>/i,
    'report.md': /^# /,
    'report.json': /^\{/,
    report: /^\w/,
  };
  for (const [out, beginning] of Object.entries(begins)) {
    const { code, stdout } = await hearsay(['story', 'a.txt', 'b.txt', '--out', out], { cwd });
    assert.deepEqual({ out, code, stdout }, { out, code: 0, stdout: '' });
    assert.match(readFileSync(`${cwd}/${out}`, 'utf8'), beginning);
  }
  assert.deepEqual(readdirSync(cwd).sort(), [...Object.keys(files), ...Object.keys(begins)].sort());
});

test('--format decides before the ending of --out', async context => {
  const cwd = folderWith(context, files);
  await hearsay(['story', 'a.txt', 'b.txt', '--format', 'json', '--out', 'report.txt'], { cwd });
  assert.equal(JSON.parse(readFileSync(`${cwd}/report.txt`, 'utf8')).accounts.length, 2);
  assert.equal(statSync(`${cwd}/report.txt`).mode & 0o111, 0);
});

test('--published dates only what has no date of its own', async context => {
  const dated = recordOf('dated', bridgeAccount, { published: '2024-03-01' });
  const cwd = folderWith(context, { 'a.jsonl': dated, 'b.txt': ferryAccount });
  const story = await storyOf(['a.jsonl', 'b.txt', '--published', '2024-11-15'], cwd);
  assert.deepEqual(
    story.accounts.map(({ article }) => article.published),
    ['2024-03-01', '2024-11-15'],
  );
});

test('each line of JSON lines is an account, beside whole files and standard input', async context => {
  const lines = recordOf('one', bridgeAccount) + recordOf('two', ferryAccount);
  const cwd = folderWith(context, {
    'two.jsonl': lines,
    'c.txt': `${bridgeAccount}\nThat was all that was said.\n`,
  });
  const story = await storyOf(['two.jsonl', 'c.txt', '-'], cwd, ferryAccount.replace('March', 'April'));
  assert.equal(story.accounts.length, 4);
  assert.deepEqual(
    story.accounts.slice(0, 2).map(({ article }) => article.id),
    ['one', 'two'],
  );
});

test('one account left is still a story, and the exit code tells of the other', async context => {
  const cwd = folderWith(context, files);
  const { code, stdout, stderr } = await hearsay(['story', 'a.txt', 'missing.txt'], { cwd });
  assert.equal(code, 1);
  assert.match(stdout, /Dora Pell/);
  assert.equal(stderr, 'hearsay: missing.txt: no such file; check its name and folder\n');
});

test('no account left is no story', async () => {
  const { code, stdout, stderr } = await hearsay(['story', 'missing.txt']);
  assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
  assert.match(stderr, /no account could be read, so there is no story to tell/);
});

test('an account that is named twice counts once', async context => {
  const cwd = folderWith(context, files);
  const { code, stdout, stderr } = await hearsay(['story', 'a.txt', 'b.txt', 'a.txt', '-f', 'json'], { cwd });
  assert.equal(code, 1);
  assert.equal(stderr, 'hearsay: a.txt: the same account as a.txt, counted once; name each account once\n');
  assert.equal(JSON.parse(stdout).accounts.length, 2);
});

test('two articles with one id are told apart by their lines', async () => {
  const input = recordOf('1', bridgeAccount) + recordOf('1', ferryAccount);
  const { code, stderr, stdout } = await hearsay(['align'], { input });
  assert.equal(code, 1);
  assert.equal(
    stderr,
    'hearsay: standard input:2: has the id of standard input:1; give each account an id of its own\n',
  );
  assert.equal((valuesOf(stdout)[0] as Story).accounts.length, 1);
});

test('a story can be reported from what align or story wrote', async context => {
  const cwd = folderWith(context, files);
  const direct = await hearsay(['story', 'a.txt', 'b.txt'], { cwd });
  const aligned = await hearsay(['align', 'a.txt', 'b.txt'], { cwd });
  assert.equal(valuesOf(aligned.stdout).length, 1);
  const json = await hearsay(['story', 'a.txt', 'b.txt', '--format', 'json'], { cwd });
  for (const input of [aligned.stdout, json.stdout])
    assert.deepEqual(await hearsay(['story', '-'], { input }), direct);
});
