import type { Article, Doc, Sentence, TimeExpression, Token } from '../../domain/index.ts';
import type { TaggedArticle } from '../names/article-names.ts';
import { assemble } from './assemble.ts';
import { findCandidates } from './candidates.ts';
import { Clusters } from './clusters.ts';
import { joinNames, settleKinds } from './name-sieve.ts';
import { joinNominals, joinOwned } from './nominal-sieve.ts';
import { joinPronouns } from './pronoun-sieve.ts';
import { joinNeighbours } from './role-sieve.ts';
import { loadMentionVocabulary } from './vocabulary.ts';
import { wordingOf } from './wording.ts';

/**
 * Makes what finds mentions and works out which of them mean the same, in passes from the surest to the least sure
 * (Lee et al. 2013): names, neighbours, noun phrases, pronouns. Linear in the text: every pass looks back a fixed way.
 */
export function createMentionFinder(): (
  article: Article,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  tagged: TaggedArticle,
  times: readonly TimeExpression[],
) => Pick<Doc, 'mentions' | 'entities'> {
  const vocabulary = loadMentionVocabulary();
  return (article, tokens, sentences, tagged, times) => {
    const wording = wordingOf(article, tokens, sentences, tagged, times, vocabulary);
    const candidates = findCandidates(wording, vocabulary);
    const clusters = new Clusters(candidates, settleKinds(candidates, vocabulary));
    const passage = { wording, vocabulary, candidates, clusters, descriptions: new Set<number>() };
    joinNames(passage);
    joinNeighbours(passage);
    joinNominals(passage);
    joinPronouns(passage);
    joinOwned(passage);
    return assemble(passage);
  };
}
