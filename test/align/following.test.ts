import assert from 'node:assert/strict';
import test from 'node:test';
import { followClaims } from '../../src/align/following/claims.ts';
import { type Claim, createPipeline, type StandingChange, type Story, textOf } from '../../src/index.ts';
import { articlesFrom, storyFrom } from './story-text.ts';

const { follow, story: makeStory } = createPipeline();

const courier = `## Courier, 2024-11-11
The Norwick ferry sank off Pell Point on Monday, two officials said. The harbour will be closed until Friday.`;
const herald = `## Herald, 2024-11-12
The Norwick ferry sank off Pell Point on Monday, the coastguard said. Twelve people were rescued by a trawler.`;
const denial = `## Gazette, 2024-11-13
The ferry company denied that the Norwick ferry sank off Pell Point on Monday.`;

const wordingOf = ({ accounts }: Story, { wording }: Claim): string =>
  textOf(accounts.find(({ article }) => article.id === wording.articleId)!.article.text, wording);

const claimWith = (story: Story, words: string): Claim => {
  const found = story.claims.find(claim => wordingOf(story, claim).includes(words));
  assert.ok(found, `no claim has “${words}”`);
  return found;
};

const shown = ({ before, after, wording }: StandingChange): string => `${before} > ${after}: ${wording}`;

const started = () => follow(null, storyFrom(courier));

test('all claims of a new story are new, with ids that no story of the same words elsewhere has', () => {
  const aligned = storyFrom(courier);
  const { story, changes } = follow(null, aligned);
  assert.equal(story.id, aligned.id);
  assert.deepEqual(
    changes.map(({ before, after, claimId }) => [before, after, claimId]),
    story.claims.map(({ id, standing }) => [null, standing.kind, id]),
  );
  const elsewhere = follow(null, { ...aligned, id: 'another' }).story;
  const ids = [...story.claims, ...elsewhere.claims].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('a story that is aligned again as it was changes nothing', () => {
  const { story } = started();
  assert.deepEqual(follow(story, storyFrom(courier)), { story, changes: [] });
});

test('claims go on under their ids when another account comes, and what it alone tells is new', () => {
  const first = started().story;
  const { story, changes } = follow(first, storyFrom(`${courier}\n${herald}`));
  assert.equal(story.id, first.id);
  for (const words of ['sank off', 'harbour will be closed'])
    assert.equal(claimWith(story, words).id, claimWith(first, words).id);
  assert.deepEqual(
    changes.filter(({ before }) => before === null).map(({ wording }) => wording),
    [wordingOf(story, claimWith(story, 'Twelve people'))],
  );
});

test('a denial that comes late changes the standing of the claim that is denied', () => {
  const first = follow(null, storyFrom(`${courier}\n${herald}`)).story;
  const { story, changes } = follow(first, storyFrom(`${courier}\n${herald}\n${denial}`));
  const sank = claimWith(first, 'sank off');
  const change = changes.find(({ claimId }) => claimId === sank.id);
  assert.equal(change?.before, sank.standing.kind);
  assert.equal(change?.after, 'disputed');
  assert.equal(change?.origins, claimWith(story, 'sank off').originCount.least);
});

test('in a new version of an article claims go on by their words', () => {
  const first = started().story;
  const [article] = articlesFrom(courier);
  const later = articlesFrom(
    courier
      .replace(
        'The Norwick ferry',
        'Snow had fallen on the hills above the town for three days. The Norwick ferry',
      )
      .replace('until', 'up to'),
  )[0]!;
  const { story, changes } = follow(first, makeStory([{ ...later, id: article!.id }]));
  for (const words of ['sank off', 'harbour will be closed'])
    assert.equal(claimWith(story, words).id, claimWith(first, words).id);
  assert.deepEqual(changes.map(shown), [
    'null > no-source-given: Snow had fallen on the hills above the town for three days',
  ]);
});

test('what nobody tells any more is gone, and what is told instead gets an id of its own', () => {
  const first = started().story;
  const later = storyFrom(
    courier.replace(
      'The harbour will be closed until Friday',
      'A tug lay idle near the lighthouse all morning',
    ),
  );
  const { story, changes } = follow(first, later);
  assert.deepEqual(changes.map(shown), [
    'null > no-source-given: A tug lay idle near the lighthouse all morning',
    'no-source-given > null: The harbour will be closed until Friday',
  ]);
  assert.equal(changes[1]?.origins, 0);
  assert.notEqual(claimWith(story, 'tug').id, claimWith(first, 'harbour').id);
});

/** The story with all tellings of its second claim in its first. */
const joined = (story: Story): Story => {
  const [one, other, ...rest] = story.claims;
  const tellings = [...one!.tellings, ...other!.tellings];
  return { ...story, claims: [{ ...one!, tellings }, ...rest] };
};

test('a claim whose tellings went into another is gone, and comes back under another id than those that are there', () => {
  const first = started().story;
  const together = follow(first, joined(storyFrom(courier)));
  assert.deepEqual(
    together.changes.map(({ claimId, after }) => [claimId, after]),
    [[first.claims[1]?.id, null]],
  );
  const apart = follow(together.story, storyFrom(courier));
  assert.equal(apart.changes.length, 1);
  assert.equal(new Set(apart.story.claims.map(({ id }) => id)).size, first.claims.length);
});

test('one claim goes on as one: the one that shares most', () => {
  const whole = joined(storyFrom(courier));
  const apart = storyFrom(courier);
  const goesOn = followClaims(whole, apart);
  assert.equal(goesOn.size, 1);
  assert.deepEqual([...goesOn.values()], [whole.claims[0]?.id]);
});

test('a claim does not take the id that another claim of the story goes on under', () => {
  const aligned = storyFrom(courier);
  const [one, other] = aligned.claims;
  const ids = follow(null, aligned).story.claims.map(({ id }) => id);
  // The first claim goes on under the id that the second would get as a new one.
  const before = { ...aligned, claims: [{ ...one!, id: ids[1]! }] };
  const { story } = follow(before, { ...aligned, claims: [one!, other!] });
  assert.equal(story.claims[0]?.id, ids[1]);
  assert.notEqual(story.claims[1]?.id, ids[1]);
});

test('a new claim does not take an id that is taken elsewhere', () => {
  const { story } = started();
  const ids = story.claims.map(({ id }) => id);
  const again = follow(null, storyFrom(courier), ids).story;
  assert.ok(again.claims.every(({ id }) => !ids.includes(id)));
});
