import type { CharSpan, Statement } from '../../domain/index.ts';
import { covers, overlaps } from '../../domain/index.ts';
import { type Account, spanOf } from '../accounts.ts';
import { tokensIn } from '../words/account-words.ts';
import type { ClauseCutter } from './clauses.ts';
import { isResponse, partsOf, tells } from './statements.ts';
import { contentSpan, contentSpans, sayingSpan, withoutThat } from './told-spans.ts';
import { hull, isInProse, type Unit } from './unit.ts';

/**
 * What the outermost statements tell, titles and headings left out. Where two contents share words, the first has them.
 */
export function statementUnits(
  account: Account,
  isClause: (statement: Statement) => boolean,
  cutClauses: ClauseCutter,
): Unit[] {
  const units: Unit[] = [];
  const { statements } = account.reading;
  const byId = new Map(statements.map(statement => [statement.id, statement]));
  const isTold = ({ insideId }: Statement): boolean => {
    const outer = insideId === null ? undefined : byId.get(insideId);
    return outer !== undefined && (tells(outer) || isTold(outer));
  };
  for (const statement of statements) {
    if (!tells(statement) || isTold(statement) || !isInProse(account, statement.content[0]!)) continue;
    if (isAllResponse(statement, statements) || isAllSource(statement, account)) continue;
    const isSaying = !isClause(statement);
    const spans = isSaying
      ? [clauseOf(account, statement, sayingSpan(account, statement), cutClauses)]
      : contentSpans(statement)
          .map(span => withoutThat(account.text, span))
          .flatMap(span => (statement.kind === 'direct' ? [span] : clausesIn(account, span, cutClauses)));
    const inside = statements.filter(each => each.insideId === statement.id && tells(each));
    for (const span of spans) {
      if (units.some(unit => overlaps(unit.span, span))) continue;
      units.push({
        account,
        span,
        tokens: tokensIn(account.doc, span),
        statements: [
          statement,
          ...inside.filter(({ content }) => content.some(each => overlaps(each, span))),
        ],
        isSaying,
      });
    }
  }
  return units;
}

/** The one clause of a sentence in which something is said; all of it where that is in several. */
function clauseOf(
  account: Account,
  { cue, content }: Statement,
  span: CharSpan,
  cutClauses: ClauseCutter,
): CharSpan {
  const said = hull([...cue, ...content]);
  return clausesIn(account, span, cutClauses).find(clause => covers(clause, said)) ?? span;
}

/** The clauses of a content that lies in one sentence; else the whole of it, and so where it is not cut. */
function clausesIn(account: Account, span: CharSpan, cutClauses: ClauseCutter): readonly CharSpan[] {
  const { from, to } = tokensIn(account.doc, span);
  const isOneSentence = account.doc.sentences.some(sentence => sentence.from <= from && to <= sentence.to);
  const parts = isOneSentence && to > from ? cutClauses(account, { from, to }) : [];
  return parts.length < 2 ? [span] : parts.map(part => spanOf(account.doc, part));
}

/** "According to the agency, the minister denied it" tells no more than the denial. */
function isAllResponse(statement: Statement, statements: readonly Statement[]): boolean {
  const content = contentSpan(statement);
  return statements.some(
    other =>
      other.insideId === statement.id &&
      isResponse(other) &&
      lengthOf(hull(partsOf(other))) > lengthOf(content) / 2,
  );
}

/** "The paper, citing two officials" tells no more than who speaks. */
function isAllSource(statement: Statement, { reading: { statements } }: Account): boolean {
  const content = contentSpan(statement);
  const sources = statements.flatMap(({ source, via }) => [
    ...(source?.spans ?? []),
    ...via.flatMap(({ spans }) => spans),
  ]);
  return sources.some(span => span.start === content.start && lengthOf(span) * 2.5 > lengthOf(content));
}

const lengthOf = ({ start, end }: CharSpan): number => end - start;
