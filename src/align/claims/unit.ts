import type { CharSpan, Statement, TokenSpan } from '../../domain/index.ts';
import { overlaps } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';

/** What can be a telling: the content of a statement, or a clause in the outlet's own voice. */
export type Unit = {
  readonly account: Account;
  readonly span: CharSpan;
  readonly tokens: TokenSpan;
  /** The statement that carries it first, then those inside it; empty for the outlet's own voice. */
  readonly statements: readonly Statement[];
  /** Whether the span holds the saying too, because what is said cannot stand without it: "praised (the deal)". */
  readonly isSaying: boolean;
};

/** From the first start to the last end. */
export const hull = (spans: readonly CharSpan[]): CharSpan => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

/** Whether a span stands outside titles and headings, which repeat what the text tells. */
export const isInProse = ({ doc: { article } }: Account, span: CharSpan): boolean =>
  !article.blocks.some(
    ({ kind, start, end }) => (kind === 'title' || kind === 'heading') && overlaps({ start, end }, span),
  );
