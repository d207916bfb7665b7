import type { Article } from './article.ts';
import type { DocEntity, Mention } from './mention.ts';
import type { CharSpan, TokenSpan } from './span.ts';

/**
 * The smallest unit that later stages count in: a word, number, punctuation mark or clitic (`'s`, `n't`), with its
 * place in the sentence's grammar as a trained parser sees it.
 */
export type Token = CharSpan & {
  /** Universal part of speech: `NOUN`, `PROPN`, `VERB`, `AUX` … */
  readonly upos: string;
  /** Penn Treebank tag: `NNS`, `VBD` … */
  readonly xpos: string;
  /** The form a dictionary has: "said" → "say", "Ministries" → "ministry", "Rao" → "Rao". */
  readonly lemma: string;
  /** Index into `Doc.tokens` of the word in the same sentence that this one hangs on; -1 for the sentence's one root. */
  readonly head: number;
  /** Universal Dependencies relation to the head, with subtype: `nsubj:pass`; `root` for the root. */
  readonly relation: string;
};

/** A sentence never leaves its block. */
export type Sentence = TokenSpan & {
  /** Index into `Article.blocks`. */
  readonly block: number;
};

/** What a time expression was counted from: the publication date, or another date in the text. */
export type TimeAnchor = { readonly from: 'publication' | 'text'; readonly date: string };

/**
 * A date, time, duration or repeated time in the text.
 *
 * `value` follows TIMEX3 (ISO-TimeML, ISO 8601 with weeks, seasons and parts of day): `2024-11-11`, `2024-10`,
 * `2024-SU`, `2024-11-11TNI`, `P3D`. It is null where the text alone does not settle it, as for "Monday" in an
 * article with no publication date: nothing is guessed.
 */
export type TimeExpression = CharSpan & {
  readonly kind: 'date' | 'time' | 'duration' | 'set';
  readonly value: string | null;
  /** Null where the words stand for themselves ("14 October 2024") or no value was reached. */
  readonly anchor: TimeAnchor | null;
};

/** An article with its language laid open. Tokens are in order and between them is only white space. */
export type Doc = {
  readonly article: Article;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** In order of their starts; of two that start together, the longer one first. */
  readonly mentions: readonly Mention[];
  /** In order of their first mentions. */
  readonly entities: readonly DocEntity[];
  readonly times: readonly TimeExpression[];
};
