import type { Sentence, Token, TokenSpan } from '../../domain/index.ts';
import { loadWeights, loadWordClasses, SequenceModel, Words } from '../../learn/index.ts';
import { Tagger } from '../tag/tagger.ts';
import { NameFinder, type NameKind, NameLabeller } from './finder.ts';
import { loadNameVocabulary } from './vocabulary.ts';

/** A name, in tokens of the article. */
export type ArticleName = TokenSpan & { readonly kind: NameKind };

/** Each token's Penn tag, and the names in order. */
export type TaggedArticle = { readonly xpos: readonly string[]; readonly names: readonly ArticleName[] };

/** Makes what tags an article's words and finds its names. */
export function createNameTagger(): (
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
) => TaggedArticle {
  const words = new Words(loadWordClasses());
  const tagger = new Tagger(loadWeights('tags'));
  const finder = new NameFinder(loadNameVocabulary());
  const labeller = new NameLabeller(new SequenceModel(loadWeights('names')), finder);
  return (text, tokens, sentences) => {
    const fill = ({ from, to }: Sentence): void =>
      words.fill(to - from, at => text.slice(tokens[from + at]!.start, tokens[from + at]!.end));
    const xpos: string[] = [];
    const names: ArticleName[] = [];
    finder.start();
    for (const sentence of sentences) {
      fill(sentence);
      finder.remember(words);
    }
    for (const sentence of sentences) {
      fill(sentence);
      const tags = new Uint8Array(words.length);
      tagger.tag(words, tags);
      for (const tag of tags) xpos.push(tagger.tags[tag]!.xpos);
      const hashes = Int32Array.from(tags, tag => tagger.hashes[tag]!);
      for (const { from, to, kind } of labeller.label(words, hashes))
        names.push({ from: from + sentence.from, to: to + sentence.from, kind });
    }
    return { xpos, names };
  };
}
