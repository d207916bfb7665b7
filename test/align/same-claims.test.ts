import assert from 'node:assert/strict';
import test from 'node:test';
import { createPipeline, type Passage, type Story } from '../../src/index.ts';
import { articlesFrom } from './story-text.ts';

const { extract, parse, align } = createPipeline();

const accounts = articlesFrom(`## Courier, 2024-11-11
Norwick lost its ferry on Monday, two officials said.

## Herald, 2024-11-12
A vessel went down off Pell Point, the coastguard said.

## Gazette, 2024-11-13
The shipping company denied any accident at sea.`);
const readings = accounts.map(article => extract(parse(article)));

/** Where words stand in one of the accounts. */
function placeOf(words: string): Passage {
  const article = accounts.find(({ text }) => text.includes(words));
  assert.ok(article, words);
  const start = article.text.indexOf(words);
  return { articleId: article.id, start, end: start + words.length };
}

const told = ({ claims }: Story): string[] =>
  claims.map(({ tellings, standing, originCount }) =>
    [standing.kind, originCount.least, ...tellings.map(({ articleId }) => articleId)].join(' '),
  );

const ferry = placeOf('lost its ferry');
const vessel = placeOf('went down off Pell Point');
const denial = placeOf('denied any accident');

test('what a person says is one claim is one, with the origins and the standing of one', () => {
  assert.deepEqual(told(align(readings)).slice(0, 2), [
    'several-unnamed-sources 1 Courier',
    'on-the-record 1 Herald',
  ]);
  const joined = align(readings, { sameClaims: [[ferry, vessel]] });
  assert.equal(told(joined)[0], 'corroborated 2 Courier Herald');
  assert.deepEqual(align(readings, { sameClaims: [[vessel, ferry]] }), joined);
});

test('a denial that a person says is of a claim makes that disputed', () => {
  const { claims } = align(readings, { sameClaims: [[vessel, denial]] });
  const claim = claims.find(({ wording }) => wording.articleId === 'Herald');
  assert.deepEqual(
    [claim?.standing.kind, claim?.responses.map(({ articleId }) => articleId)],
    ['disputed', ['Gazette']],
  );
  assert.ok(claims.every(({ tellings }) => tellings.every(({ articleId }) => articleId !== 'Gazette')));
});

test('same claims are followed from one to the next', () => {
  const [first] = told(
    align(readings, {
      sameClaims: [
        [ferry, vessel],
        [ferry, denial],
      ],
    }),
  );
  assert.equal(first, 'disputed 2 Courier Herald');
});

test('a place at which nothing is told changes nothing', () => {
  const nowhere = { articleId: 'Chronicle', start: 0, end: 10 };
  const beyond = { articleId: 'Herald', start: 5000, end: 5010 };
  for (const sameClaims of [[[ferry, nowhere]], [[beyond, vessel]], [[ferry, ferry]]] as const)
    assert.deepEqual(align(readings, { sameClaims }), align(readings));
});
