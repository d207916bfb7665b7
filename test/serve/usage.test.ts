import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { bridgeAccount, ferryAccount } from './accounts.ts';
import { command, folderWith, hearsay } from './command.ts';

const commands = ['story', 'read', 'parse', 'extract', 'cluster', 'align', 'audit'];

test('help says what there is, with examples, and ends with 0', async () => {
  const { code, stdout, stderr } = await hearsay(['--help']);
  assert.equal(code, 0);
  assert.equal(stderr, '');
  for (const name of commands) assert.match(stdout, new RegExp(`^ {2}${name} `, 'm'));
  assert.match(stdout, /Examples:\n {2}hearsay /);
  assert.match(stdout, /Exit codes: 0 done, 1 some input failed, 2 wrong usage/);
});

test('each command explains itself, with examples', async () => {
  for (const name of commands) {
    const { code, stdout } = await hearsay([name, '--help']);
    assert.equal(code, 0);
    assert.match(stdout, new RegExp(`^Usage: hearsay ${name} `));
    assert.match(stdout, /Examples:\n {2}hearsay /);
  }
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  assert.deepEqual(await hearsay(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
});

const wrongUsage: readonly (readonly [args: string[], complaint: RegExp])[] = [
  [[], /Usage: hearsay/],
  [['stroy', 'a.txt'], /unknown command 'stroy'\n\(Did you mean story\?\)/],
  [['story'], /missing required argument 'file'/],
  [['story', 'a.txt', '--colour'], /unknown option '--colour'/],
  [
    ['story', 'a.txt', '--format', 'pdf'],
    /'pdf' is invalid\. Allowed choices are text, markdown, html, json/,
  ],
  [['extract', 'a.txt', '--format', 'html'], /'html' is invalid\. Allowed choices are jsonl, text/],
  [
    ['audit', 'a.txt', '--format', 'html'],
    /'html' is invalid\. Allowed choices are text, json, sarif, github/,
  ],
  [['audit', 'a.txt', '--max-warnings', 'few'], /'few' is invalid\. Write a whole number/],
  [['audit', 'a.txt', '--config', 'none.json'], /none\.json: no such file; check its name and folder/],
  [['story', 'a.txt', '--published', 'Friday'], /'Friday' is invalid\. Write it as in 2024-11-15/],
  [['story', 'a.txt', '--published', '2024-02-30'], /'2024-02-30' is invalid/],
  [
    ['story', 'a.txt', '--out', 'nowhere/report.txt'],
    /nowhere\/report\.txt: no folder nowhere; make it first/,
  ],
  [['story', 'a.txt', '--out', '.'], /\.: a folder, not a file; name a file in it/],
];

test('wrong usage is explained on standard error and ends with 2', async context => {
  const cwd = folderWith(context, { 'a.txt': bridgeAccount });
  for (const [args, complaint] of wrongUsage) {
    const { code, stdout, stderr } = await hearsay(args, { cwd });
    assert.match(stderr, complaint);
    assert.deepEqual({ args, code, stdout }, { args, code: 2, stdout: '' });
  }
});

test('an input is never written over, by whatever name it goes', async context => {
  const cwd = folderWith(context, { 'a.txt': bridgeAccount, 'b.txt': ferryAccount });
  for (const out of ['b.txt', './b.txt', `${cwd}/b.txt`]) {
    const { code, stderr } = await hearsay(['story', 'a.txt', 'b.txt', '--out', out], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /b\.txt: also an input, which would be lost; choose another --out/);
  }
  const redirected = spawnSync(
    'sh',
    ['-c', `'${process.execPath}' '${command}' story - --out b.txt < b.txt`],
    { cwd },
  );
  assert.equal(redirected.status, 2);
  assert.equal(readFileSync(`${cwd}/b.txt`, 'utf8'), ferryAccount);
});
