import type { CharSpan, Sentence, Token, TokenSpan } from '../../domain/index.ts';
import { loadWeights, loadWordClasses, SequenceModel, Words } from '../../learn/index.ts';
import { Syntax } from '../syntax.ts';
import { NameFinder, type NameKind, NameLabeller } from './finder.ts';
import { loadNameVocabulary } from './vocabulary.ts';

/** A name, in tokens of the article. */
export type ArticleName = TokenSpan & { readonly kind: NameKind };

/** An article's words with tags, lemmas and heads, and its names in order. */
export type TaggedArticle = {
  readonly tokens: readonly Token[];
  /** Each token's Penn tag. */
  readonly xpos: readonly string[];
  readonly names: readonly ArticleName[];
};

/** Makes what tags an article's words, builds its trees and finds its names. */
export function createNameTagger(): (
  text: string,
  spans: readonly CharSpan[],
  sentences: readonly Sentence[],
) => TaggedArticle {
  const classes = loadWordClasses();
  const words = new Words(classes);
  const syntax = new Syntax(classes);
  const finder = new NameFinder(loadNameVocabulary());
  const labeller = new NameLabeller(new SequenceModel(loadWeights('names')), finder);
  return (text, spans, sentences) => {
    const tokens: Token[] = [];
    const names: ArticleName[] = [];
    const textsOf = (first: number) => (at: number) =>
      text.slice(spans[first + at]!.start, spans[first + at]!.end);
    finder.start();
    for (const { from, to } of sentences) {
      words.fill(to - from, textsOf(from));
      finder.remember(words);
    }
    for (const { from: first, to: last } of sentences) {
      words.fill(last - first, textsOf(first));
      syntax.tag(words);
      for (const { from, to, kind } of labeller.label(words, syntax.tagHashes)) {
        names.push({ from: from + first, to: to + first, kind });
      }
      for (const [at, word] of syntax.analyse(words, textsOf(first)).entries()) {
        tokens.push({ ...spans[first + at]!, ...word, head: word.head < 0 ? -1 : word.head + first });
      }
    }
    return { tokens, xpos: tokens.map(({ xpos }) => xpos), names };
  };
}
