import { hashText, loadWeights, loadWordClasses, Words } from '../../src/learn/index.ts';
import { Tagger, tagLabelOf } from '../../src/parse/tag/tagger.ts';

/** A sentence's words as models read them: one sentence at a time, the arrays are used again. */
export type TaggedWords = { readonly words: Words; readonly tags: Int32Array };

/** Reads sentences as the parse room does, from given words instead of an article. */
export function createWordReader(): (texts: readonly string[]) => TaggedWords {
  const words = new Words(loadWordClasses());
  const tagger = new Tagger(loadWeights('tags'));
  const hashes = tagger.tags.map(tag => hashText(tagLabelOf(tag)));
  return texts => {
    words.fill(texts.length, at => texts[at]!);
    const numbers = new Uint8Array(texts.length);
    tagger.tag(words, numbers);
    return { words, tags: Int32Array.from(numbers, number => hashes[number]!) };
  };
}
