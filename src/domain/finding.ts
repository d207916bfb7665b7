import type { CharSpan } from './span.ts';

/** How much a finding matters, most first: `error` makes `hearsay audit` end with 1. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** A place in an article that a rule on sourcing speaks of. Not a verdict: an editor decides. */
export type Finding = {
  /** Id of the rule: `no-anonymity-reason`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly span: CharSpan;
  /**
   * Where the span starts in the file that was audited, counted from 1; columns in UTF-16 units. Without a file, in
   * `Article.text`.
   */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Exclusive. */
  readonly endColumn: number;
  /** What was found, with the article's words in quotation marks. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly advice: string;
  /** Other places that the finding rests on, in order: where the first count of sources stands, say. */
  readonly related: readonly CharSpan[];
};

/** A rule as its pack in `rules/*.yaml` describes it. */
export type RuleDescription = {
  /** Kebab case; also the name of its file in `src/audit/rules` and of its page in `docs/rules`. */
  readonly id: string;
  /** The pack: `anonymity`. */
  readonly pack: string;
  readonly severity: Severity;
  /** Whether it runs where no configuration speaks of it. */
  readonly on: boolean;
  /** What is found; `{words}` are the words of the span, other names are facts that the rule gives. */
  readonly message: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
  readonly advice: string;
  /** Which newsroom rules it follows, in our own words. */
  readonly from: string;
  /** How many of the findings that were read on news were right; null where none have been read. */
  readonly precision: { readonly right: number; readonly read: number; readonly date: string } | null;
  /** What may be set, with the values that hold where nothing is set. */
  readonly options: RuleOptions;
};

export type RuleOptions = Readonly<Record<string, number | string | boolean>>;

/** What a configuration says of one rule. */
export type RuleSetting =
  | Severity
  | 'off'
  | 'on'
  | readonly [severity: Severity | 'off' | 'on', options: RuleOptions];

/** A wish that a rule be silent about one block of the text: the one around `at`, else the next. */
export type Ignore = {
  readonly rule: string;
  /** Offset in `Article.text` where the wish stands. */
  readonly at: number;
  /** Why; an ignore without a reason ignores nothing. */
  readonly reason: string;
};

/** Which rules an audit runs and how; all that is left out is as the packs say. */
export type AuditConfig = {
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly ignores?: readonly Ignore[];
};

/** The findings in one input. */
export type AuditedAccount = {
  /** The file’s name as it was given. */
  readonly name: string;
  /** The line of JSON lines that the article stood on; null for a file of its own. */
  readonly inputLine: number | null;
  readonly articleId: string;
  readonly findings: readonly Finding[];
};
