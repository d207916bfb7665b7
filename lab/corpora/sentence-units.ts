import type { Account } from '../../src/align/accounts.ts';
import type { Unit } from '../../src/align/claims/unit.ts';
import { wordsOf } from '../../src/align/words/account-words.ts';
import type { Vocabulary } from '../../src/align/words/vocabulary.ts';
import { createParser } from '../../src/parse/index.ts';
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
      index: 0,
      articleId: article.id,
      text: sentence,
      words: wordsOf(doc, vocabulary),
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
