import type { CharSpan, Doc, Passage, Reading, Statement, TokenSpan } from '../domain/index.ts';
import { quotedSpans } from './wording/quoted.ts';
import { type AccountWords, wordsOf } from './words/account-words.ts';
import type { Vocabulary } from './words/vocabulary.ts';

/** One account as it is given to the aligner: an article laid open, and what is said in it. */
export type AccountInput = { readonly doc: Doc; readonly reading: Reading };

/** An account with the keys of its words: the same one in every story that the reading stands in. Its `reading` has what is compared. */
export type Account = AccountInput & {
  /** The reading as it was given, with every statement. */
  readonly given: Reading;
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

/** Makes accounts of readings; what does not say what is said is left out of what is compared. */
export function createAccountMaker(
  vocabulary: Vocabulary,
  saysWhat: (text: string, statement: Statement) => boolean,
): (input: AccountInput) => Account {
  const known = new WeakMap<Reading, Account>();
  const make = ({ doc, reading }: AccountInput): Account => {
    const { id: articleId, text, published } = reading.article;
    const statements = reading.statements.filter(statement => saysWhat(text, statement));
    return {
      doc,
      reading: { ...reading, statements },
      given: reading,
      articleId,
      text,
      words: wordsOf(doc, vocabulary),
      quoted: quotedSpans(reading.article),
      publishedAt: instantOf(published),
    };
  };
  return input => {
    const found = known.get(input.reading);
    if (found?.doc === input.doc) return found;
    const made = make(input);
    known.set(input.reading, made);
    return made;
  };
}

/** In order of publication, undated ones last as given. An article given twice is one account. */
export function orderAccounts(given: readonly Account[]): Account[] {
  const byId = new Map<string, Account>();
  for (const account of given) if (!byId.has(account.articleId)) byId.set(account.articleId, account);
  return [...byId.values()].sort((a, b) => (a.publishedAt ?? Infinity) - (b.publishedAt ?? Infinity) || 0);
}

/** Where each stands in the story, from 0. */
export const placesOf = (accounts: readonly Account[]): ReadonlyMap<Account, number> =>
  new Map(accounts.map((account, place) => [account, place] as const));

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
