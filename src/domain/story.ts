import type { TimeExpression } from './doc.ts';
import type { Reading, SourceKind, Stance } from './reading.ts';
import type { CharSpan } from './span.ts';

/** A place in one of the story's accounts. */
export type Passage = CharSpan & { readonly articleId: string };

/** A claim as one account puts it. */
export type Telling = Passage & {
  /** The statements that carry it; empty where the outlet says it in its own voice. */
  readonly statementIds: readonly string[];
};

/** What somebody says to a claim, rather than in telling it: a denial, a refusal to comment. */
export type Response = Passage & { readonly statementId: string; readonly stance: Stance };

/**
 * One way in which two tellings of a claim differ by more than wording. `before` stands in the earlier account of the
 * two, as far as their order is known. Where one side lacks the thing (a lost hedge, a dropped reason), its passage is
 * the telling that lacks it. Only `detail-only` has its sides without regard to order: `before` is a date, number or
 * name that stands in no other account, `after` the telling most like it in another account.
 */
export type Difference = { readonly kind: DifferenceKind; readonly before: Passage; readonly after: Passage };
export const differenceKinds = [
  'number',
  'date',
  'polarity',
  'hedge-lost',
  'hedge-added',
  'source-dropped',
  'source-changed',
  'reason-dropped',
  'detail-only',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A distinct source on which a claim rests, with every account that rests on it. */
export type Origin = {
  /** The member of `Story.cast`; null for an outlet's own voice. */
  readonly castId: string | null;
  readonly articleIds: readonly string[];
};

/** What the evidence for a claim amounts to. Not a score: each is a row of the table in docs/standing.md. */
export const standings = [
  'disputed',
  'corroborated',
  'on-the-record',
  'several-unnamed-sources',
  'one-unnamed-source',
  'press-report-only',
  'no-source-given',
] as const;
export type StandingKind = (typeof standings)[number];

export type Standing = {
  readonly kind: StandingKind;
  /** The words that it rests on. */
  readonly evidence: readonly Passage[];
};

/** One thing told by one or more accounts. */
export type Claim = {
  readonly id: string;
  /** The telling that puts it best: the claim has no words but the accounts' own. */
  readonly wording: Passage;
  /** In the order of the accounts, then of the text. */
  readonly tellings: readonly Telling[];
  readonly responses: readonly Response[];
  readonly differences: readonly Difference[];
  readonly origins: readonly Origin[];
  readonly standing: Standing;
};

/** The same words of the same speaker, quoted in several accounts: shared words of a public statement, not copying. */
export type SharedQuotation = {
  readonly castId: string | null;
  readonly passages: readonly Telling[];
  /** Whether the words are the same in all, but for punctuation and spelling variants. */
  readonly verbatim: boolean;
};

/** How much of one account's own wording is found in another: 0 to 1 of its words, quotations left out. */
export type Overlap = {
  readonly articleId: string;
  readonly foundIn: string;
  readonly share: number;
  readonly passages: readonly Passage[];
};

/** One account owes another account, or an outlet that is not in the story, what it tells. */
export type Debt = {
  readonly articleId: string;
  /** The account that is owed; null where the credited outlet has no account in the story. */
  readonly toArticleId: string | null;
  readonly toOutlet: string;
  /** `credit`: the account says so; `wording`: it shares wording and is later. */
  readonly because: 'credit' | 'wording';
  readonly kind: 'first-report' | 'report' | 'agency' | 'rewrite';
  /** The words of the credit, or of what is shared; null where the credit stands in the byline, outside the text. */
  readonly passage: Passage | null;
};

/** Who took it from whom. */
export type Lineage = { readonly overlaps: readonly Overlap[]; readonly debts: readonly Debt[] };

/** Someone who speaks in the story, in however many accounts. */
export type CastMember = {
  readonly id: string;
  /** The fullest name, or the fullest description, in the accounts' words. */
  readonly name: string;
  readonly kind: SourceKind;
  readonly named: boolean;
  readonly entities: readonly { readonly articleId: string; readonly entityId: string }[];
};

/** A publication, or a date that an account mentions. Entries with a value come first, in order of time. */
export type TimelineEntry =
  | { readonly kind: 'published'; readonly articleId: string; readonly value: string }
  | { readonly kind: 'mentioned'; readonly articleId: string; readonly time: TimeExpression };

/** What the accounts of one story say together. */
export type Story = {
  readonly id: string;
  /** In order of publication, those without a date last in the order given. Reports number them from 1. */
  readonly accounts: readonly Reading[];
  readonly claims: readonly Claim[];
  readonly quotations: readonly SharedQuotation[];
  readonly lineage: Lineage;
  readonly cast: readonly CastMember[];
  readonly timeline: readonly TimelineEntry[];
};
