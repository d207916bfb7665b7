import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { Ajv } from 'ajv';
import type { AuditedAccount } from '../../src/index.ts';
import { folderWith, hearsay } from './command.ts';

const bare = 'The port will be sold within a month, a source said.';
const clean =
  'By Ana Rao\n\nThe port will be sold within a month, said Mayor Dora Pell, who owns a share of it.';
const secretive =
  'By Ana Rao\n\nThe harbour board met on Monday.\n\nThe port will be sold, a harbour official said.';

const audit = async (cwd: string, ...args: string[]) => {
  const { code, stdout, stderr } = await hearsay(['audit', ...args], { cwd });
  return { code, stdout, stderr };
};
const foundBy = async (cwd: string, ...args: string[]): Promise<string[]> => {
  const { stdout } = await audit(cwd, ...args, '--format', 'json');
  return (JSON.parse(stdout) as AuditedAccount[]).flatMap(({ findings }) => findings.map(({ rule }) => rule));
};

test('an error ends with 1, nothing found with 0', async context => {
  const cwd = folderWith(context, { 'bare.txt': bare, 'clean.txt': clean });
  const failed = await audit(cwd, 'bare.txt');
  assert.equal(failed.code, 1);
  assert.match(
    failed.stdout,
    /^bare\.txt\n {2}1:39 {2}error {2}undescribed-source\n {4}“a source” goes unnamed/m,
  );
  assert.match(failed.stdout, /^ {4}Why: A source of whom nothing is told/m);
  assert.match(failed.stdout, /^ {4}Do: Say as much/m);
  assert.deepEqual(await audit(cwd, 'clean.txt'), { code: 0, stdout: 'no findings\n', stderr: '' });
});

test('warnings fail only beyond --max-warnings', async context => {
  const cwd = folderWith(context, { 'a.txt': secretive });
  assert.deepEqual(await foundBy(cwd, 'a.txt'), ['no-anonymity-reason']);
  assert.equal((await audit(cwd, 'a.txt')).code, 0);
  assert.equal((await audit(cwd, 'a.txt', '--max-warnings', '1')).code, 0);
  const { code, stderr } = await audit(cwd, 'a.txt', '--max-warnings', '0');
  assert.equal(code, 1);
  assert.match(stderr, /1 warning, and --max-warnings allows 0/);
});

test('a configuration is found from here upwards, extends others and has the last word', async context => {
  const cwd = folderWith(context, {
    'a.txt': secretive,
    'b.txt': bare,
    'desk.json': '{ "rules": { "no-anonymity-reason": "off", "no-byline": "off" } }',
    'hearsay.config.json':
      '{ "extends": "desk.json", "rules": { "no-anonymity-reason": "error" }, "ignore": ["b.*"] }',
    'own.json': '{ "rules": { "no-anonymity-reason": ["info", {}] } }',
  });
  assert.equal((await audit(cwd, 'a.txt')).code, 1);
  assert.equal((await audit(cwd, 'b.txt')).stdout, 'no findings\n');
  assert.match((await audit(cwd, 'a.txt', '--config', 'own.json')).stdout, / info {2}no-anonymity-reason/);
});

const badConfigs: readonly (readonly [content: string, complaint: RegExp])[] = [
  ['{', /bad\.json: could not be read as JSON/],
  ['[]', /bad\.json: not a JSON object/],
  ['{ "rule": {} }', /bad\.json: unknown field "rule"/],
  ['{ "rules": [] }', /bad\.json: "rules" is not an object/],
  ['{ "rules": { "no-such": "error" } }', /bad\.json: there is no rule "no-such"/],
  ['{ "rules": { "no-byline": "loud" } }', /bad\.json: rule "no-byline": not one of error, warning/],
  [
    '{ "rules": { "anonymous-quotation": ["on", { "leastWords": "5" }] } }',
    /option "leastWords" is not a number/,
  ],
  ['{ "rules": { "no-byline": ["on", { "size": 1 }] } }', /no option "size"/],
  ['{ "extends": "bad.json" }', /bad\.json: extends itself/],
  ['{ "extends": "none.json" }', /none\.json: no such file/],
  ['{ "ignore": [1] }', /"ignore" is not a list of strings/],
];

test('a configuration that cannot be used ends with 2 and says why', async context => {
  for (const [content, complaint] of badConfigs) {
    const cwd = folderWith(context, { 'a.txt': bare, 'bad.json': content });
    const { code, stdout, stderr } = await audit(cwd, 'a.txt', '--config', 'bad.json');
    assert.match(stderr, complaint);
    assert.deepEqual({ content, code, stdout }, { content, code: 2, stdout: '' });
  }
});

test('a comment silences a rule in its paragraph or the next, in every format of text', async context => {
  const comment = '<!-- hearsay-ignore no-anonymity-reason: agreed with the editor -->';
  const sentence = 'The port will be sold, a harbour official said.';
  const other = 'It was sold before, a harbour insider said.';
  const cwd = folderWith(context, {
    'next.txt': `By Ana Rao\n\nThe board met.\n\n${comment}\n${sentence}\n\n${other}\n`,
    'same.txt': `By Ana Rao\n\nThe board met.\n\n${sentence} ${comment}\n\n${other}\n`,
    'a.md': `# Port\n\nThe *board* met in [the hall](http://example.org/the-hall).\n\n${comment}\n\n${sentence}\n\n${other}\n`,
    'a.html': `<html><body><article><h1>Port</h1><p>The board met, as it does every week, in the hall.</p>${comment}<p>${sentence}</p><p>${other}</p></article></body></html>`,
  });
  for (const file of ['next.txt', 'same.txt', 'a.md', 'a.html']) {
    const { stdout } = await audit(cwd, file, '--format', 'json');
    const [{ findings }] = JSON.parse(stdout) as [AuditedAccount];
    const silenced = findings.filter(({ rule }) => rule === 'no-anonymity-reason');
    assert.deepEqual(
      { file, found: silenced.map(({ message }) => /“([^”]*)/.exec(message)?.[1]) },
      { file, found: ['a harbour insider'] },
    );
    assert.ok(!findings.some(({ rule }) => rule === 'unused-ignore'), file);
  }
});

test('lines and columns are those of the file', async context => {
  const cwd = folderWith(context, {
    'a.md':
      '---\ntitle: Port to be sold\n---\n\nThe *board* met in\n[the hall](http://example.org/a/long/way).\n\nThe port will be sold, **a source** said.\n',
  });
  const { stdout } = await audit(cwd, 'a.md', '--format', 'github');
  assert.match(
    stdout,
    /^::error file=a\.md,line=8,col=26,endLine=8,endColumn=34,title=undescribed-source::“a source”/m,
  );
});

test('JSON lines are audited by article and placed by line', async context => {
  const lines = [
    { id: '1', text: clean, byline: 'Ana Rao' },
    { id: '2', text: bare, byline: 'Ana Rao' },
  ];
  const cwd = folderWith(context, { 'a.jsonl': lines.map(line => JSON.stringify(line)).join('\n') });
  const { stdout } = await audit(cwd, 'a.jsonl', '--format', 'github');
  assert.match(stdout, /^::error file=a\.jsonl,line=2,col=1,/m);
  assert.doesNotMatch(stdout, /line=1,/);
});

test('workflow commands cannot be broken out of', async context => {
  const cwd = folderWith(context, { 'a,b%.txt': 'The “50%\u2028::error::” plan failed, a source said.' });
  const { stdout } = await audit(cwd, 'a,b%.txt', '--format', 'github');
  assert.match(stdout, /^::error file=a%2Cb%25\.txt,line=1,/m);
  assert.ok(stdout.split('\n').every(line => line === '' || /^::(error|warning|notice) file=/.test(line)));
});

/** As Microsoft publishes it (sarif-js-sdk, MIT); draft-04, of which ajv reads all that this schema uses but `id`. */
const { $schema, id, ...sarif } = JSON.parse(
  readFileSync(new URL('sarif-2.1.0.schema.json', import.meta.url), 'utf8'),
);
const isSarif = new Ajv({
  strict: false,
  unicodeRegExp: false,
  validateFormats: false,
  allErrors: true,
}).compile(sarif);

test('SARIF keeps to the published schema, and points to the words', async context => {
  const cwd = folderWith(context, { 'a b.txt': bare, 'clean.txt': clean });
  const { code, stdout } = await audit(cwd, 'a b.txt', 'clean.txt', '--format', 'sarif');
  const log = JSON.parse(stdout);
  assert.equal(code, 1);
  assert.deepEqual(isSarif(log) ? [] : isSarif.errors, []);
  const [run] = log.runs;
  const result = run.results.find((each: { ruleId: string }) => each.ruleId === 'undescribed-source');
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  assert.equal(artifactLocation.uri, 'a%20b.txt');
  assert.deepEqual(region, { startLine: 1, startColumn: 39, endLine: 1, endColumn: 47 });
  assert.equal(bare.slice(38, 46), 'a source');
  assert.equal(run.tool.driver.rules[result.ruleIndex].id, 'undescribed-source');
  assert.equal(isSarif({ ...log, runs: [{ ...run, results: [{ ruleId: 'x' }] }] }), false);
});

test('a rule explains itself, and one that there is not is wrong usage', async context => {
  const cwd = folderWith(context, {});
  const page = readFileSync(new URL('../../docs/rules/no-byline.md', import.meta.url), 'utf8');
  assert.deepEqual(await audit(cwd, '--explain', 'no-byline'), { code: 0, stdout: page, stderr: '' });
  const { code, stderr } = await audit(cwd, '--explain', 'no-such');
  assert.equal(code, 2);
  assert.match(stderr, /no rule "no-such"; the rules are .*no-byline/);
});

test('an input that fails is named, and the others are audited', async context => {
  const cwd = folderWith(context, { 'clean.txt': clean });
  const { code, stdout, stderr } = await audit(cwd, 'none.txt', 'clean.txt');
  assert.deepEqual({ code, stdout }, { code: 1, stdout: 'no findings\n' });
  assert.match(stderr, /none\.txt: no such file/);
});

test('against other accounts, what is owed to them is found', async context => {
  const agency =
    'NORWICK (Reuters) - The harbour board will sell the port within a month, its chairwoman told shareholders on Monday, after losses in four of the past five years and a failed search for a partner abroad.';
  const copy = `By Ana Rao\n\n${agency.replace('NORWICK (Reuters) - ', '')}\n\nThe city owns a share.`;
  const cwd = folderWith(context, { 'copy.txt': copy, 'agency.txt': agency });
  const alone = await foundBy(cwd, 'copy.txt');
  const beside = await foundBy(cwd, 'copy.txt', '--against', join(cwd, 'agency.txt'));
  assert.ok(!alone.includes('reuse-without-credit'));
  assert.ok(beside.includes('reuse-without-credit'), beside.join());
});
