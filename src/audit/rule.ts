import type { CharSpan, RuleOptions } from '../domain/index.ts';
import type { AuditContext } from './context.ts';

/** A place where an article breaks a rule. */
export type Violation = {
  /** What the finding quotes; not empty. */
  readonly span: CharSpan;
  /** What the pack's message names in braces, besides `{words}`. */
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly related?: readonly CharSpan[];
};

/** One rule on sourcing. Its words for people are in `rules/PACK.yaml`, under its id. */
export type Rule = {
  readonly id: string;
  /** Lexicons that `context.phrases` may be asked for: names of files in `lexicons`. */
  readonly lexicons?: readonly string[];
  /** Pure, and costs about as much as one pass over the statements or the tokens. */
  readonly check: (context: AuditContext, options: RuleOptions) => readonly Violation[];
};
