import type { CharSpan, Doc, TokenSpan } from '../domain/index.ts';
import { alternatives, createPhrases, loadLexicon } from '../learn/index.ts';

/** A phrase in the text, with the other columns of its lexicon. */
export type PhraseFound = CharSpan & { readonly tokens: TokenSpan; readonly columns: readonly string[] };

/** Every phrase of a lexicon in a span, in order, none within another. */
export type PhraseFinder = (lexicon: string, span: CharSpan) => readonly PhraseFound[];

/**
 * Loads the lexicons once. In a phrase, "/" parts words of which one stands, and one in brackets may be missing.
 * Asking for a lexicon that was not named is an error.
 */
export function createPhraseFinder(
  lexicons: readonly string[],
): (doc: Doc, lower: readonly string[], tokensIn: (span: CharSpan) => TokenSpan) => PhraseFinder {
  const finders = new Map(lexicons.map(name => [name, createPhrases(everyForm(name))]));
  return (doc, lower, tokensIn) => (lexicon, span) => {
    const phraseAt = finders.get(lexicon);
    if (!phraseAt) throw new Error(`no rule names the lexicon "${lexicon}"`);
    const { from, to } = tokensIn(span);
    const found: PhraseFound[] = [];
    for (let at = from; at < to; at++) {
      const phrase = phraseAt(lower, at);
      if (!phrase || phrase.to > to) continue;
      const [, ...columns] = phrase.row;
      const { start } = doc.tokens[at]!;
      found.push({
        start,
        end: doc.tokens[phrase.to - 1]!.end,
        tokens: { from: at, to: phrase.to },
        columns,
      });
      at = phrase.to - 1;
    }
    return found;
  };
}

const everyForm = (name: string): string[][] =>
  loadLexicon(name).flatMap(([short = '', ...columns]) =>
    alternatives(short).map(phrase => [phrase, ...columns]),
  );
