import type { Article, Difference, DifferenceKind, Passage, Story } from '../domain/index.ts';
import type { AuditContext } from './context.ts';
import type { Violation } from './rule.ts';
import { spanOf } from './spans.ts';

/** A difference as it stands in this article: the passage here, and the one in the other account. */
export type DifferenceHere = {
  readonly difference: Difference;
  readonly here: Passage;
  readonly there: Passage;
};

/** How this article differs in some ways from the accounts that it is held against, whichever of the two came first. */
export const differencesOf = (
  { story, reading }: AuditContext,
  kinds: readonly DifferenceKind[],
): DifferenceHere[] =>
  (story?.claims ?? [])
    .flatMap(({ differences }) => differences)
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(difference => {
      const { before, after } = difference;
      if (after.articleId === reading.article.id) return [{ difference, here: after, there: before }];
      return before.articleId === reading.article.id ? [{ difference, here: before, there: after }] : [];
    });

/** What an audit says of such differences: one for each place, in order. */
export function violationsOf({ story }: AuditContext, found: readonly DifferenceHere[]): Violation[] {
  const violations = found.map(({ here, there }) => {
    const other = accountOf(story, there);
    const words = (other?.text ?? '').slice(there.start, there.end).replace(/\s+/g, ' ');
    return { span: spanOf(here), facts: { other: words, outlet: other?.outlet ?? 'another account' } };
  });
  return [...new Map(violations.map(violation => [violation.span.start, violation])).values()].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

const accountOf = (story: Story | null, { articleId }: Passage): Article | undefined =>
  story?.accounts.find(({ article }) => article.id === articleId)?.article;

/** Whether both accounts have a date, so that the order of the two is known. */
export const isDated = ({ story }: AuditContext, { here, there }: DifferenceHere): boolean =>
  [here, there].every(passage => (accountOf(story, passage)?.published ?? null) !== null);
