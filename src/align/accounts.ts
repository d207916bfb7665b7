import type { CharSpan, Doc, Passage, Reading, Statement, TokenSpan } from '../domain/index.ts';
import { quotedSpans } from './wording/quoted.ts';
import { type AccountWords, wordsOf } from './words/account-words.ts';
import type { Vocabulary } from './words/vocabulary.ts';

/** One account as it is given to the aligner: an article laid open, and what is said in it. */
export type AccountInput = { readonly doc: Doc; readonly reading: Reading };

/** An account with its place in the story, from 0, and the keys of its words. Its `reading` has what is compared. */
export type Account = AccountInput & {
  /** The reading as it was given, with every statement. */
  readonly given: Reading;
  readonly index: number;
  readonly articleId: string;
  readonly text: string;
  readonly words: AccountWords;
  /** What stands in quotation marks, in order. */
  readonly quoted: readonly CharSpan[];
  /** Milliseconds since 1970; null where the article has no date that can be read. */
  readonly publishedAt: number | null;
};

const isoDate = /^\d{4}-\d{2}(-\d{2})?(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A date without a time is the start of its day; a time without a zone is read as UTC, so that no machine's zone counts. */
function instantOf(published: string | null): number | null {
  const match = published === null ? null : isoDate.exec(published);
  if (!published || !match) return null;
  const time = Date.parse(match[2] && !match[5] ? `${published}Z` : published);
  return Number.isNaN(time) ? null : time;
}

/**
 * The accounts in order of publication, undated ones last as given. An article given twice is one account; what
 * does not say what is said is left out of what is compared.
 */
export function orderAccounts(
  inputs: readonly AccountInput[],
  vocabulary: Vocabulary,
  saysWhat: (text: string, statement: Statement) => boolean,
): Account[] {
  const byId = new Map<string, AccountInput>();
  for (const input of inputs) {
    const { id } = input.reading.article;
    if (!byId.has(id)) byId.set(id, input);
  }
  return [...byId.values()]
    .map(input => ({ ...input, publishedAt: instantOf(input.reading.article.published) }))
    .sort((a, b) => (a.publishedAt ?? Infinity) - (b.publishedAt ?? Infinity) || 0)
    .map(({ reading, ...input }, index) => {
      const { id: articleId, text } = reading.article;
      const statements = reading.statements.filter(statement => saysWhat(text, statement));
      const words = wordsOf(input.doc, vocabulary);
      const quoted = quotedSpans(reading.article);
      return {
        ...input,
        index,
        articleId,
        text,
        words,
        quoted,
        given: reading,
        reading: { ...reading, statements },
      };
    });
}

/** Whether `a` was published after `b`, as far as both dates are known; a date without a time may be any time of that day. */
export function isLater(a: Account, b: Account): boolean {
  if (a.publishedAt === null || b.publishedAt === null) return false;
  const hasTime = (account: Account) => /T/.test(account.reading.article.published ?? '');
  const [day, other] = [a, b].map(({ publishedAt }) => Math.floor(publishedAt! / millisecondsADay));
  return hasTime(a) && hasTime(b) ? a.publishedAt > b.publishedAt : day! > other!;
}

const millisecondsADay = 86_400_000;

export const passageOf = ({ articleId }: Account, { start, end }: CharSpan): Passage => ({
  articleId,
  start,
  end,
});

/** The text of a run of tokens, which is not empty. */
export const spanOf = ({ tokens }: Doc, { from, to }: TokenSpan): CharSpan => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
});
