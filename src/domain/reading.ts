import type { Article } from './article.ts';
import type { CharSpan } from './span.ts';

/** Every kind of source, from the best named to the least. */
export const sourceKinds = [
  'person',
  'spokesperson',
  'organisation',
  'government',
  'document',
  'press',
  'anonymous',
  'unnamed-group',
  'unknown',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What a source does with the content. */
export const stances = [
  'asserts',
  'confirms',
  'denies',
  'disputes',
  'neither-confirms-nor-denies',
  'declines-to-comment',
  'did-not-respond',
  'could-not-be-reached',
  'alleges',
  'admits',
  'warns',
  'promises',
  'demands',
  'asks',
  'expects',
  'believes',
  'supports',
  'opposes',
] as const;
export type Stance = (typeof stances)[number];

export const isStance = (word: string): word is Stance => (stances as readonly string[]).includes(word);

/** On what terms a source goes unnamed, in the article's own words; null where the article does not say. */
export type Anonymity = {
  /** "spoke on condition of anonymity" */
  readonly terms: CharSpan | null;
  /** "because they weren't authorised to discuss it" */
  readonly reason: CharSpan | null;
};

/** Who speaks, and with what authority. */
export type Source = {
  /** The words that name the source in this statement, in order; not empty. */
  readonly spans: readonly CharSpan[];
  /** Those words, joined by one space. */
  readonly text: string;
  /** The entity of `Reading.entities` that the source is; null where that is unknown ("he", unresolved). */
  readonly entityId: string | null;
  /** The fullest name anywhere in the article; null for a source with no name. */
  readonly name: string | null;
  readonly kind: SourceKind;
  /** How an unnamed source is described ("a U.S. official"), or what a named one is ("the mayor of Lyon"). */
  readonly description: CharSpan | null;
  /** How the source knows ("briefed on the meeting"); null where the article does not say. */
  readonly basis: CharSpan | null;
  /** Null for a source that is not anonymous. */
  readonly anonymity: Anonymity | null;
  /** How many speak, as written: 2 for "two officials", 1 for "an official", null for "officials". */
  readonly count: number | null;
};

/** One saying in one article: `source` takes `stance` towards `content`. */
export type Statement = {
  /** Made from what the statement is and where it stands; unique in its article. */
  readonly id: string;
  /** `direct`: the content is wholly quotation; `mixed`: partly; `indirect`: not at all. */
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly source: Source | null;
  /** The word or words of saying; empty for a quotation without one. */
  readonly cue: readonly CharSpan[];
  /** What is said, quotation marks included, in order; empty for "declined to comment". */
  readonly content: readonly CharSpan[];
  readonly stance: Stance;
  /** The saying itself is negated: "did not say". A denial is a stance, not a negation. */
  readonly negated: boolean;
  /** Words in cue and content that weaken it: "reportedly", "appears to". */
  readonly hedges: readonly CharSpan[];
  /** From whom the source has it, nearest first, as far as the text says. */
  readonly via: readonly Source[];
  /** The statement within whose content this one stands. */
  readonly insideId: string | null;
  /** The rule or model that found it, with its version: `pattern/1:according-to`. */
  readonly madeBy: string;
  /** 0 to 1. */
  readonly confidence: number;
};

/** Someone or something that speaks in the article, with everywhere it is mentioned as a source. */
export type Entity = {
  readonly id: string;
  readonly kind: SourceKind;
  /** The fullest name in the article; null for one without. */
  readonly name: string | null;
  /** The mention that says most of who this is. */
  readonly description: CharSpan;
  readonly mentions: readonly CharSpan[];
};

/** What the article owes, in its own words, to another outlet or agency. */
export type Credit = {
  /** As the article names it: "The New York Times", "apnews". */
  readonly outlet: string;
  readonly kind: 'first-report' | 'report' | 'byline' | 'agency-line' | 'link';
  /** Null where the credit stands in `Article.byline`, outside the text: "By Ana Rao, Associated Press". */
  readonly span: CharSpan | null;
};

/** An article and everything that is said in it. */
export type Reading = {
  readonly article: Article;
  readonly entities: readonly Entity[];
  readonly statements: readonly Statement[];
  readonly credits: readonly Credit[];
};
