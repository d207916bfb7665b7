import assert from 'node:assert/strict';
import test from 'node:test';
import { filesLike, textOfFile } from './project.ts';

const lexicons = filesLike(/^lexicons\//);
const source = filesLike(/^src\/.*\.ts$/).map(textOfFile);

const linesOf = (file: string): string[] => textOfFile(file).split('\n');
const rowsOf = (file: string): string[] =>
  linesOf(file).filter(line => line.trim() !== '' && !line.startsWith('#'));

test('every lexicon is a text file that begins by saying what it is', () => {
  for (const file of lexicons) {
    assert.match(file, /^lexicons\/[a-z-]+\.txt$/);
    const head = linesOf(file).findIndex(line => !line.startsWith('#'));
    assert.ok(linesOf(file).slice(0, head).join(' ').length > 60, `${file} needs a head comment`);
  }
});

test('columns of a lexicon are separated by one tab, with nothing around them', () => {
  for (const file of lexicons)
    for (const row of rowsOf(file)) {
      assert.equal(row, row.trim(), `${file}: "${row}" has space around it`);
      for (const column of row.split('\t'))
        assert.ok(
          column === column.trim() && column !== '',
          `${file}: "${row}" has an empty or padded column`,
        );
      assert.doesNotMatch(row, / {2}/, `${file}: "${row}" has two spaces together`);
    }
});

test('no lexicon says a thing of a word twice', () => {
  for (const file of lexicons) {
    // A word may have several classes, one a row.
    const keys = rowsOf(file).map(row => row.split('\t').slice(0, 2).join(' '));
    assert.deepEqual(
      keys.filter((key, at) => keys.indexOf(key) !== at),
      [],
      file,
    );
  }
});

test('every lexicon is loaded, and what is loaded is there', () => {
  const loaded = source.flatMap(code =>
    [...code.matchAll(/loadLexicon\(\s*'([\w-]+)'/g)].map(match => match[1]),
  );
  for (const name of loaded) assert.ok(lexicons.includes(`lexicons/${name}.txt`), `lexicons/${name}.txt`);
  for (const file of lexicons) {
    const name = file.replace(/^lexicons\/|\.txt$/g, '');
    assert.ok(
      source.some(code => code.includes(`'${name}'`)),
      `${file} is loaded by nobody`,
    );
  }
});
