import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { createParser } from '../../src/parse/index.ts';
import { articleOfBlock, articleOfLines } from './article.ts';

const parse = createParser();

/** Pieces that the tokeniser and the splitter have rules for, and that break a careless one. */
const piece = fc.constantFrom(
  ...'.!?,;:-–—…\'"’‘”“`()[]{}<>/\\@#$€%&*+=_~^|'.split(''),
  ...[
    '...',
    "''",
    '``',
    "n't",
    "'s",
    '’ll',
    'U.S.',
    'a.m.',
    'Mr.',
    'No.',
    'J.',
    'etc.',
    'http://a.b',
    'a@b.co',
  ],
  ...[' ', '  ', '\n', '\t', '\u00a0', '\ufeff', '\u2028', '\u200b', '\u200d', '\u0301', '\0', '\r'],
  ...[
    'The',
    'said',
    'I',
    'anti-',
    'cannot',
    '1',
    '12',
    '1,000',
    '9/11',
    '5pm',
    '$5m',
    '1990s',
    '[6]',
    'GENEVA — ',
  ],
  ...['😀', '👩‍👧', '🇫🇷', '\ud800', '\udc00', '\ufe0f', 'é', 'שלום', '中文', '𝒜', 'ß'],
);
const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join('')),
  fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 30 }).map(pieces => pieces.join(' ')),
);

test('tokens lie in their block in order, with only white space between them', () => {
  fc.assert(
    fc.property(strange, text => {
      const article = articleOfBlock(text);
      let end = 0;
      for (const token of parse(article).tokens) {
        assert.ok(token.end > token.start, 'not empty');
        assert.match(text.slice(end, token.start), /^\s*$/);
        assert.doesNotMatch(text.slice(token.start, token.end), /^\s|\s$/);
        end = token.end;
      }
      assert.match(text.slice(end), /^\s*$/);
    }),
    { numRuns: 2000 },
  );
});

test('sentences share out the tokens of each block, none of them empty', () => {
  fc.assert(
    fc.property(fc.array(strange, { maxLength: 4 }), texts => {
      const article = articleOfLines(texts.join('\n'));
      const { tokens, sentences } = parse(article);
      let from = 0;
      for (const sentence of sentences) {
        assert.equal(sentence.from, from);
        assert.ok(sentence.to > sentence.from);
        const block = article.blocks[sentence.block]!;
        assert.ok(tokens[sentence.from]!.start >= block.start && tokens[sentence.to - 1]!.end <= block.end);
        from = sentence.to;
      }
      assert.equal(from, tokens.length);
    }),
    { numRuns: 1000 },
  );
});

test('the same text gives the same Doc whatever was parsed before', () => {
  fc.assert(
    fc.property(strange, strange, (text, other) => {
      const first = parse(articleOfBlock(text));
      parse(articleOfBlock(other));
      assert.deepEqual(parse(articleOfBlock(text)), first);
    }),
    { numRuns: 500 },
  );
});

test('a token that ends in a block does not depend on the text after the block', () => {
  fc.assert(
    fc.property(strange, strange, (text, after) => {
      const alone = articleOfBlock(text);
      const followed = { ...alone, text: text + after };
      assert.deepEqual(parse(followed).tokens, parse(alone).tokens);
    }),
    { numRuns: 1000, examples: [['etc.', '...']] },
  );
});
