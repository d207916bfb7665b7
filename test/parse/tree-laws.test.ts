import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Doc } from '../../src/domain/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { articleOfLines } from './article.ts';

const parse = createParser();

/** One root for each sentence, every head in the same sentence, and every word comes from the root. */
function holdTrees({ tokens, sentences }: Doc): void {
  for (const { from, to } of sentences) {
    const sentence = tokens.slice(from, to);
    equal(sentence.filter(({ head }) => head === -1).length, 1);
    for (const [at, token] of sentence.entries()) {
      equal(token.relation === 'root', token.head === -1);
      let above = from + at;
      for (let steps = 0; above !== -1; steps++) {
        ok(steps <= to - from, 'heads go round in a circle');
        above = tokens[above]!.head;
        ok(above === -1 || (above >= from && above < to));
      }
    }
  }
}

test('trees: each sentence is one tree, whatever the text', () => {
  const words = fc.constantFrom(
    'Rao',
    'said',
    'the',
    'ferry',
    '“',
    '”',
    ',',
    '.',
    '…',
    '😀',
    'שלום',
    '--',
    "n't",
    '1,200',
    'NO',
  );
  const line = fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' })), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), lines => {
      holdTrees(parse(articleOfLines(lines.map(some => some.join(' ')).join('\n'))));
    }),
    { numRuns: 100 },
  );
});

test('trees: a sentence of thousands of words is one tree', () => {
  const doc = parse(articleOfLines(`${'the bridge and the ferry or '.repeat(700)}the end`));
  equal(doc.sentences.length, 1);
  holdTrees(doc);
});

test('words: each has tags, a lemma and a relation', () => {
  for (const token of parse(articleOfLines('Ms Rao, who had denied it, said so.')).tokens) {
    ok(token.upos !== '' && token.xpos !== '' && token.lemma !== '' && token.relation !== '');
  }
});
