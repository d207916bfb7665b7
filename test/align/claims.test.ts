import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { createSentenceUnits } from '../../lab/corpora/sentence-units.ts';
import { createClauseCutter } from '../../src/align/claims/clauses.ts';
import { createClaimScorer } from '../../src/align/claims/scorer.ts';
import { type WeighedProfile, weighInStory } from '../../src/align/claims/story-weights.ts';
import { createVocabulary } from '../../src/align/words/vocabulary.ts';
import { readCases } from '../cases.ts';

const vocabulary = createVocabulary();
const unitOf = createSentenceUnits(vocabulary);
const { profileOf, score } = createClaimScorer(vocabulary);
const cutClauses = createClauseCutter(vocabulary);

/** All the cases' sentences are one story's units; the first two of each case are compared. */
const pairs = readCases('pairs');
const sentences = [...new Set(pairs.flatMap(({ input }) => input.split('\n')))];
const profiles = weighInStory(sentences.map(sentence => profileOf(unitOf(sentence))));
const profileIn = (sentence = ''): WeighedProfile => profiles[sentences.indexOf(sentence)]!;

for (const { name, input, expected } of pairs)
  test(`same claim, ${name}`, () => {
    const [a, b] = input.split('\n').map(profileIn) as [WeighedProfile, WeighedProfile];
    const probable = score(a, b, 'unit');
    equal(probable >= 0.5 ? 'same' : 'different', expected, `${probable}`);
    ok(Math.abs(score(b, a, 'unit') - probable) < 0.01, 'whichever comes first');
  });

for (const { name, input, expected } of readCases('clauses'))
  test(`cut into clauses, ${name}`, () => {
    const { account, tokens } = unitOf(input);
    const clauses = cutClauses(account, tokens).map(({ from, to }) =>
      input.slice(account.doc.tokens[from]!.start, account.doc.tokens[to - 1]!.end),
    );
    equal(clauses.join('\n'), expected);
  });

test('clauses of any text are runs of its tokens, in order', () => {
  for (const text of ['— — and and ; while', '( ( which but', `${'and he left, '.repeat(2000)}.`]) {
    const { account, tokens } = unitOf(text);
    if (tokens.to === tokens.from) continue;
    let end = tokens.from;
    for (const { from, to } of cutClauses(account, tokens)) {
      ok(end <= from && from <= to && to <= tokens.to);
      end = to;
    }
  }
});
