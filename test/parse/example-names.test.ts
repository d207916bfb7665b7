import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { type Doc, entityKinds } from '../../src/domain/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { readArticle } from '../../src/read/index.ts';
import { readCases } from '../cases.ts';
import { checkLine, written } from './who-is-who.ts';

const parse = createParser();

function docOf(file: string): Doc {
  const bytes = readFileSync(new URL(`../../examples/iran-musk-meeting/${file}`, import.meta.url));
  const result = readArticle({ name: file, bytes });
  assert.ok(result.ok);
  return parse(result.article);
}

/** Lines that begin with a kind of entity, or with "dates", are the whole list of them; the others are as in coreference. */
function checkList(doc: Doc, line: string): void {
  const [subject = '', list] = line.split(' = ');
  if (list === undefined) checkLine(doc, line);
  else if (subject === 'dates') assert.equal(doc.times.map(time => written(doc, time)).join(' | '), list);
  else {
    const named = doc.entities.filter(({ kind, name }) => kind === subject && name !== null);
    assert.equal(named.map(({ name }) => name).join(' | '), list);
    assert.ok((entityKinds as readonly string[]).includes(subject));
  }
}

for (const { name, input, expected } of readCases('names'))
  test(`names, dates and who is who in ${name}`, () => {
    const doc = docOf(input);
    for (const line of expected.split('\n')) checkList(doc, line);
  });
