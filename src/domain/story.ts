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
 * two, as far as their order is known. Where one side lacks the thing (a lost hedge, a dropped reason, a detail that is
 * added), its passage is the telling that lacks it. `detail-only` stands where nothing tells which account came first:
 * `before` is then the detail, `after` the telling without it.
 */
export type Difference = { readonly kind: DifferenceKind; readonly before: Passage; readonly after: Passage };
export const differenceKinds = [
  'number',
  'date',
  'place',
  'who',
  'polarity',
  'hedge-lost',
  'hedge-added',
  'source-dropped',
  'source-vaguer',
  'source-changed',
  'reason-dropped',
  'quotation-altered',
  'detail-added',
  'detail-dropped',
  'detail-only',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A distinct source on which a claim rests, with every account that rests on it. */
export type Origin = {
  /** `unresolved`: the account names a source, but not so that anybody could tell who it is ("he said"). */
  readonly kind: OriginKind;
  /** The member of `Story.cast`; null unless the origin is a source. */
  readonly castId: string | null;
  readonly articleIds: readonly string[];
};
export const originKinds = ['source', 'unresolved', 'own-voice'] as const;
export type OriginKind = (typeof originKinds)[number];

/** How many origins a claim has: `least` with every merge made, `most` with those that are not certain undone. */
export type OriginCount = { readonly least: number; readonly most: number };

/**
 * Why two accounts' giving of a claim counts as one origin: `credit` (the account says from whom it has it), `copy` (its
 * wording or its facts are the other's), or both name, describe or quote the same source.
 */
export type Merge = {
  readonly because: MergeReason;
  /** Whether nothing else can be meant: two unnamed officials of one description may still be two. */
  readonly certain: boolean;
  /** What gives the claim in the later account of the two: its words for the source or the credit, else its telling. */
  readonly from: Passage;
  /** The same in the account with which it was merged. */
  readonly into: Passage;
};
export const mergeReasons = [
  'credit',
  'copy',
  'same-name',
  'same-description',
  'same-quotation',
  'same-body',
] as const;
export type MergeReason = (typeof mergeReasons)[number];

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
  /** Articles that tell it of somebody else, of another place or with another number than its wording: who says it there does not count. */
  readonly otherwise: readonly string[];
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
  readonly originCount: OriginCount;
  /** What was merged on the way to `origins`, in the order of the accounts. */
  readonly merges: readonly Merge[];
  readonly standing: Standing;
};

/** The same words of the same speaker, quoted in several accounts: shared words of a public statement, not copying. */
export type SharedQuotation = {
  readonly castId: string | null;
  readonly passages: readonly Telling[];
  /** Whether the words are the same in all, but for punctuation, spelling variants and what one quotes less of. */
  readonly verbatim: boolean;
};

/** How much of one account is found in another, word for word: its own prose, and public words that both give. */
export type Overlap = {
  readonly articleId: string;
  readonly foundIn: string;
  /** Of its own prose, public words left out: 0 to 1. */
  readonly share: number;
  /** The shared prose, in order. */
  readonly passages: readonly Passage[];
  /** Of all its words, those of a quotation, statement, list or title that both accounts give: 0 to 1. */
  readonly publicShare: number;
  /** Those public words, in order: no sign of copying. */
  readonly publicPassages: readonly Passage[];
};

/**
 * One account owes another account, or an outlet that is not in the story, what it tells. Of `copy` and `rewrite` with
 * `directedBy: 'unknown'` only the kinship is known: the two are then in the order of the story's accounts.
 */
export type Debt = {
  readonly articleId: string;
  /** The account that is owed; null where the credited outlet has no account in the story. */
  readonly toArticleId: string | null;
  readonly toOutlet: string;
  readonly because: DebtReason;
  readonly kind: DebtKind;
  /** What tells who took from whom. */
  readonly directedBy: Direction;
  /** The words of the credit, or the longest of what is shared; null where the credit stands in the byline, outside the text. */
  readonly passage: Passage | null;
  /** What shows a copy or a rewrite, in the order of the account; empty for a credit. */
  readonly traces: readonly Trace[];
  /** What the other gives with a source, and responses, that a copy or a rewrite leaves out; in the other account, in order. */
  readonly leftOut: readonly Passage[];
};
/** `credit`: the account says so; `wording`: it shares prose; `facts`: it tells the same things in the same order, in other words. */
export const debtReasons = ['credit', 'wording', 'facts'] as const;
export type DebtReason = (typeof debtReasons)[number];
/** `copy`: half or more of its own prose is the other's; `rewrite`: less, but it follows the other. */
export const debtKinds = ['first-report', 'report', 'agency', 'copy', 'rewrite'] as const;
export type DebtKind = (typeof debtKinds)[number];
/**
 * `credit`: it names the other, not the reverse; `agency`: the other is a news agency's, whose words are sold to be printed;
 * `time`: it was published later; `containment`: what it gives with a source is in the other, not the reverse.
 */
export const directions = ['credit', 'agency', 'time', 'containment', 'unknown'] as const;
export type Direction = (typeof directions)[number];

/**
 * A mark that one account left in another: the same prose; the same fact in the same place of the order; a detail, or an odd
 * spelling, that no third account has.
 */
export type Trace = { readonly kind: TraceKind; readonly passage: Passage; readonly in: Passage };
export const traceKinds = ['wording', 'fact', 'detail', 'spelling'] as const;
export type TraceKind = (typeof traceKinds)[number];

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
