import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = 'examples/iran-musk-meeting';
const accounts = readdirSync(join(root, folder))
  .filter(file => /^\d/.test(file))
  .map(file => join(folder, file));

const printedBy = (program: string, ...args: string[]): string =>
  execFileSync(process.execPath, [join('examples', program), ...args], { cwd: root, encoding: 'utf8' });

test('the example program says who says what', () => {
  const printed = printedBy('who-says-what.ts', join(folder, '4-denial.md'));
  assert.match(printed, /^.*Baghaei.* denies: /m);
});

test('the denial changes the standing of the meeting', () => {
  assert.equal(accounts.length, 4);
  assert.match(
    printedBy('what-changed.ts', ...accounts),
    / met .*\n {2}was several-unnamed-sources, is disputed$/m,
  );
  assert.doesNotMatch(printedBy('what-changed.ts', ...accounts.slice(0, 3)), / met .*\n.* is disputed/);
});

test('every example program is tested here', () => {
  const programs = readdirSync(join(root, 'examples')).filter(file => file.endsWith('.ts'));
  assert.deepEqual(programs, ['what-changed.ts', 'who-says-what.ts']);
});
