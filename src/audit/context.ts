import {
  type Block,
  type CharSpan,
  type Doc,
  overlaps,
  type Reading,
  type Sentence,
  type Statement,
  type Story,
  type TokenSpan,
  textOf,
} from '../domain/index.ts';
import { createPhraseFinder, type PhraseFinder } from './phrases.ts';
import { quotationsOf } from './quotations.ts';
import { firstWithEndAfter } from './search.ts';

/** One article to be audited. */
export type AuditInput = {
  readonly reading: Reading;
  readonly doc: Doc;
  /** Joins it with the accounts that it is held against; without them, those rules are silent. */
  readonly story?: Story | null;
  /** The file that it was read from, for lines, columns and comments: without it, the article's text. */
  readonly source?: string | null;
};

/** A sentence with its place in the text. */
export type PlacedSentence = Sentence & CharSpan;

/** What all rules share, made once an article. */
export type AuditContext = {
  readonly reading: Reading;
  readonly doc: Doc;
  readonly story: Story | null;
  readonly text: string;
  /** The article's words, on one line. */
  readonly textOf: (span: CharSpan) => string;
  /** Of each token, in lower case with straight apostrophes. */
  readonly lower: readonly string[];
  readonly sentences: readonly PlacedSentence[];
  /** Without title and headings. */
  readonly paragraphs: readonly Block[];
  /** The first paragraph; null in an article of headings. */
  readonly lead: Block | null;
  /** In the order in which they begin. */
  readonly statements: readonly Statement[];
  /** The sentence around a place; else the next one, null after the last. */
  readonly sentenceAt: (offset: number) => PlacedSentence | null;
  /** The paragraph around a place, by index into `paragraphs`; -1 in a heading. */
  readonly paragraphAt: (offset: number) => number;
  /** What stands in quotation marks, marks included, and blocks that are quotations, in order. Costs a pass over the text at first. */
  readonly quotations: () => readonly CharSpan[];
  /** The tokens of a span; those that it cuts count. */
  readonly tokensIn: (span: CharSpan) => TokenSpan;
  /** Every phrase of a lexicon in a span, in order, none within another. The rule that asks names the lexicon. */
  readonly phrases: PhraseFinder;
};

/** Loads the lexicons once and gives what makes a context. */
export function createContextMaker(lexicons: readonly string[]): (input: AuditInput) => AuditContext {
  const findPhrases = createPhraseFinder(lexicons);
  return ({ reading, doc, story = null }) => {
    const { text, blocks } = reading.article;
    let quotations: readonly CharSpan[] | undefined;
    const lower = doc.tokens.map(token => textOf(text, token).toLowerCase().replaceAll('’', "'"));
    const sentences = doc.sentences.map(sentence => ({
      ...sentence,
      start: doc.tokens[sentence.from]!.start,
      end: doc.tokens[sentence.to - 1]!.end,
    }));
    const paragraphs = blocks.filter(({ kind }) => kind !== 'title' && kind !== 'heading');
    const paragraphAt = (offset: number): number => {
      const at = firstWithEndAfter(paragraphs, offset);
      return (paragraphs[at]?.start ?? Number.POSITIVE_INFINITY) <= offset ? at : -1;
    };
    const tokensIn = (span: CharSpan): TokenSpan => {
      const from = firstWithEndAfter(doc.tokens, span.start);
      let to = from;
      while (to < doc.tokens.length && overlaps(doc.tokens[to]!, span)) to++;
      return { from, to };
    };
    return {
      reading,
      doc,
      story,
      text,
      textOf: span => textOf(text, span).replace(/\s+/g, ' ').trim(),
      lower,
      sentences,
      paragraphs,
      lead: paragraphs[0] ?? null,
      statements: reading.statements.toSorted((a, b) => startOf(a) - startOf(b)),
      sentenceAt: offset => sentences[firstWithEndAfter(sentences, offset)] ?? null,
      paragraphAt,
      quotations: () => {
        quotations ??= blocks.flatMap(block => quotationsOf(text, block));
        return quotations;
      },
      tokensIn,
      phrases: findPhrases(doc, lower, tokensIn),
    };
  };
}

/** Where a statement begins: with its source, cue or content. */
const startOf = ({ source, cue, content }: Statement): number =>
  Math.min(...[...(source?.spans ?? []), ...cue, ...content].map(({ start }) => start));
