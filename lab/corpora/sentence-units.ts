import type { Account } from '../../src/align/accounts.ts';
import type { Profile } from '../../src/align/claims/profile.ts';
import { type WeighedProfile, weighAlone, weighInStory } from '../../src/align/claims/story-weights.ts';
import type { Unit } from '../../src/align/claims/unit.ts';
import { wordsOf } from '../../src/align/words/account-words.ts';
import type { Vocabulary } from '../../src/align/words/vocabulary.ts';
import { createParser } from '../../src/parse/index.ts';
import type { ClaimPair } from './claim-pairs.ts';
import { articleOf } from './plain-article.ts';

/** Makes a sentence of a corpus one unit of an account of its own, parsed as accounts are; each once. */
export function createSentenceUnits(vocabulary: Vocabulary): (sentence: string) => Unit {
  const parse = createParser();
  const made = new Map<string, Unit>();
  const make = (sentence: string): Unit => {
    const article = articleOf('sentence', sentence);
    const doc = parse(article);
    const reading = { article, entities: [], statements: [], credits: [] };
    const account: Account = {
      doc,
      reading,
      given: reading,
      articleId: article.id,
      text: sentence,
      words: wordsOf(doc, vocabulary),
      quoted: [],
      publishedAt: null,
    };
    const tokens = { from: 0, to: doc.tokens.length };
    return { account, span: { start: 0, end: sentence.length }, tokens, statements: [], isSaying: false };
  };
  return sentence => {
    const known = made.get(sentence) ?? make(sentence);
    made.set(sentence, known);
    return known;
  };
}

/**
 * Gives the profiles of a pair's sentences. Where a file says of what stories they are, all its sentences of a story are
 * weighed together, as a story's units are.
 */
export function createPairProfiles(
  pairs: readonly ClaimPair[],
  profileOf: (sentence: string) => Profile,
): (pair: ClaimPair) => [WeighedProfile, WeighedProfile] {
  const sentences = new Map<string, Set<string>>();
  for (const { a, b, stories } of pairs)
    for (const [sentence, story] of stories
      ? ([
          [a, stories[0]],
          [b, stories[1]],
        ] as const)
      : [])
      sentences.set(story, (sentences.get(story) ?? new Set()).add(sentence));
  const alone = new Map<string, Profile>();
  const profileAlone = (sentence: string): Profile => {
    const made = alone.get(sentence) ?? profileOf(sentence);
    alone.set(sentence, made);
    return made;
  };
  const inStories = new Map<string, ReadonlyMap<string, WeighedProfile>>();
  const inStory = (story: string): ReadonlyMap<string, WeighedProfile> => {
    const known = inStories.get(story);
    if (known) return known;
    const own = [...sentences.get(story)!];
    const weighed = weighInStory(own.map(profileAlone));
    const made = new Map(own.map((sentence, at) => [sentence, weighed[at]!] as const));
    inStories.set(story, made);
    return made;
  };
  return ({ a, b, stories }) =>
    stories === null
      ? [weighAlone(profileAlone(a)), weighAlone(profileAlone(b))]
      : [inStory(stories[0]).get(a)!, inStory(stories[1]).get(b)!];
}
