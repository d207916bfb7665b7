import assert from 'node:assert/strict';
import test from 'node:test';
import { filesLike, textOfFile } from './project.ts';

const testFiles = filesLike(/^test\/.*\.ts$/);

test('no two tests have the same name', () => {
  const files = new Map<string, string[]>();
  for (const file of testFiles)
    for (const [, , name = ''] of textOfFile(file).matchAll(
      /^\s*(?:test|it)\(\s*(['"`])((?:\\.|(?!\1).)+)\1/gm,
    ))
      if (!name.includes('${')) files.set(name, [...(files.get(name) ?? []), file]);
  assert.ok(files.size > 20);
  assert.deepEqual(
    [...files].filter(([, where]) => where.length > 1),
    [],
  );
});

test('no test is switched off or runs alone', () => {
  const pattern = /\b(?:test|it|describe)\.(?:only|skip|todo)\(|\b(?:only|todo|skip): true\b/;
  assert.deepEqual(
    testFiles.filter(file => pattern.test(textOfFile(file))),
    [],
  );
});

test('every file of tests is found by npm test', () => {
  const holdsTests = testFiles.filter(file =>
    /^import (test|\{[^}]*\b(test|it)\b[^}]*\}).* from 'node:test'/m.test(textOfFile(file)),
  );
  assert.deepEqual(
    holdsTests.filter(file => !file.endsWith('.test.ts')),
    [],
  );
});
