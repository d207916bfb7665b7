import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pathWithThisNode } from '../serve/command.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'hearsay-package-'));
after(() => rmSync(temporary, { recursive: true, force: true }));

// npm passes its settings down to what it runs; this npm is to behave as in somebody's shell.
const env = Object.fromEntries(
  Object.entries({ ...process.env, PATH: pathWithThisNode }).filter(([name]) => !/^npm_/i.test(name)),
);
const run = (cwd: string, command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/**
 * Puts the packed package into an empty folder as `npm install` would, but without a network: what the lockfile says
 * it depends on, and nothing else, is copied from the checkout.
 */
function install(): string {
  run(root, 'npm', 'pack', '--silent', '--pack-destination', temporary);
  const [tarball = ''] = readdirSync(temporary).filter(file => file.endsWith('.tgz'));
  const app = join(temporary, 'app');
  const home = join(app, 'node_modules', 'hearsay');
  mkdirSync(home, { recursive: true });
  run(home, 'tar', 'xzf', join(temporary, tarball), '--strip-components=1');
  for (const path of runtimeDependencies()) copyPackage(join(root, path), join(app, path));
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "version": "1.0.0", "type": "module" }');
  run(app, 'npm', 'rebuild', '--ignore-scripts', '--offline');
  return app;
}

function runtimeDependencies(): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.keys(lock.packages).filter(path => path !== '' && !lock.packages[path].dev);
}

const copyPackage = (from: string, to: string): void =>
  cpSync(from, to, {
    recursive: true,
    filter: path => !path.slice(from.length).includes('node_modules'),
  });

const app = install();
const accounts = readdirSync(join(root, 'examples/iran-musk-meeting'))
  .filter(file => /^\d/.test(file))
  .map(file => join(root, 'examples/iran-musk-meeting', file));
const fromCheckout = (...args: string[]): string =>
  run(root, process.execPath, 'src/serve/cli/main.ts', ...args);

test('the packed package holds what it needs to run and to be understood, and no more', () => {
  const inside = readdirSync(join(app, 'node_modules/hearsay'));
  for (const needed of [
    'dist',
    'lexicons',
    'rules',
    'docs',
    'examples',
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
  ])
    assert.ok(inside.includes(needed), `${needed} is missing`);
  for (const other of ['src', 'test', 'lab']) assert.ok(!inside.includes(other), `${other} is packed`);
});

test('the installed command does what the checkout does', () => {
  assert.equal(run(app, 'npx', '--offline', 'hearsay', '--help'), fromCheckout('--help'));
  const story = ['story', ...accounts, '--published', '2024-11-15'];
  assert.equal(run(app, 'npx', '--offline', 'hearsay', ...story), fromCheckout(...story));
  const audit = ['audit', accounts[0]!, '--format', 'json'];
  assert.equal(run(app, 'npx', '--offline', 'hearsay', ...audit), fromCheckout(...audit));
  const page = ['audit', '--explain', 'no-byline'];
  assert.equal(run(app, 'npx', '--offline', 'hearsay', ...page), fromCheckout(...page));
});

test('the installed library does what the checkout does, and brings its types', () => {
  const program = readFileSync(join(root, 'examples/who-says-what.ts'), 'utf8');
  writeFileSync(join(app, 'program.ts'), program.replace("'../src/index.ts'", "'hearsay'"));
  assert.equal(
    run(app, process.execPath, 'program.ts', accounts[1]!),
    run(root, process.execPath, 'examples/who-says-what.ts', accounts[1]!),
  );
  const { exports } = JSON.parse(readFileSync(join(app, 'node_modules/hearsay/package.json'), 'utf8'));
  for (const { types, default: code } of [exports['.'], exports['./domain']])
    for (const file of [types, code])
      assert.ok(readFileSync(join(app, 'node_modules/hearsay', file)).length > 0);
});

test('an older Node is told which one is needed', () => {
  // The check reads the version that Node states, so a stated version is all it takes to see it at work.
  const main = JSON.stringify(join(app, 'node_modules/hearsay/dist/serve/cli/main.js'));
  const code = `Object.defineProperty(process.versions, 'node', { value: '20.20.2' }); await import(${main});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  assert.equal(status, 2);
  assert.match(stderr, /^hearsay: needs Node 24 or newer, and this is Node 20\.20\.2; .+\n$/);
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.equal(engines.node, '>=24');
});
