import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article, Doc, Token } from '../../src/domain/index.ts';
import { createPipeline } from '../../src/pipeline.ts';
import { renderDoc } from '../../src/report/index.ts';
import { displayWidth } from '../../src/report/text/width.ts';
import { expectedFile } from './expected.ts';
import { islanderDoc } from './ferry-story.ts';

const options = { width: 80, colour: false };

test('report: a doc on the terminal is as expected', () => {
  const printed = renderDoc(islanderDoc, options);
  assert.equal(printed, expectedFile('doc.txt', printed));
});

/** One sentence of the words, each with its head's place or -1. */
function docOf(words: readonly string[], heads: readonly number[]): Doc {
  const text = words.join(' ');
  let end = -1;
  const tokens = words.map((word, at): Token => {
    const start = end + 1;
    end = start + word.length;
    const relation = heads[at]! < 0 ? 'root' : 'dep';
    return { start, end, upos: 'X', xpos: 'FW', lemma: word, head: heads[at]!, relation };
  });
  const article: Article = {
    ...islanderDoc.article,
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  };
  return {
    article,
    tokens,
    sentences: [{ from: 0, to: words.length, block: 0 }],
    mentions: [],
    entities: [],
    times: [],
  };
}

const treeOf = (doc: Doc, width = 80): string[] =>
  renderDoc(doc, { width, colour: false })
    .split('\n')
    .filter(each => / {2}FW/.test(each))
    .map(each => each.replace(/^ {2}tree/, '      ').trimEnd());

test('doc report: words stand in order, those before their head above it and the others below', () => {
  const doc = docOf(['The', 'old', 'ferry', 'left', 'Holm', 'early'], [2, 2, 3, -1, 3, 3]);
  assert.deepEqual(
    treeOf(doc).map(each => each.trim().replace(/\s{2,}(?:dep|root).*/, '')),
    ['┌─The', '├─old', '┌─ferry', 'left', '├─Holm', '└─early'],
  );
  assert.deepEqual(
    treeOf(doc).map(each => each.search(/[A-Za-z]/) - treeOf(doc)[3]!.search(/[A-Za-z]/)),
    [4, 4, 2, 0, 2, 2],
  );
});

test('doc report: a lemma is shown where it is another form', () => {
  const doc = docOf(['Ferries', 'leave'], [1, -1]);
  const [first, second] = doc.tokens;
  const printed = treeOf({ ...doc, tokens: [{ ...first!, lemma: 'ferry' }, second!] });
  assert.match(printed[0]!, /FW +ferry$/);
  assert.match(printed[1]!, /FW$/);
});

test('doc report: a tree that is deeper than the terminal is wide stays in it, and says what it leaves out', () => {
  const words = Array.from({ length: 3000 }, (_, at) => `w${at}`);
  const heads = words.map((_, at) => at - 1);
  for (const width of [60, 80, 200]) {
    const printed = treeOf(docOf(words, heads), width);
    assert.equal(printed.length, 3000);
    for (const each of printed) assert.ok(displayWidth(each) <= width, each);
    assert.match(printed.at(-1)!, /on w2998$/);
  }
});

test('doc report: heads that go round in a circle still print every word', () => {
  assert.equal(treeOf(docOf(['a', 'b', 'c'], [1, 0, 1])).length, 3);
});

const strangeTexts = [
  '👩‍🚒🔥 !!! ??? …',
  'שלום עולם. مرحبا.',
  'x'.repeat(5000),
  '\u202e\x1b[31mred',
  '- – — ’s',
];

for (const text of strangeTexts)
  test(`doc report: ${JSON.stringify(text.slice(0, 20))} is shown without what a terminal would obey`, () => {
    const parse = createPipeline().parse;
    const blocks = [{ kind: 'paragraph', start: 0, end: text.length }] as const;
    const printed = renderDoc(parse({ ...islanderDoc.article, text, blocks }), options);
    assert.doesNotMatch(printed, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    assert.match(printed, /SENTENCES\n\n {2}1 /);
  });
