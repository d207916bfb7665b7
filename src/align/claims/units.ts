import type { Account } from '../accounts.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { createClauseCutter } from './clauses.ts';
import { ownUnits, spokenFor } from './own-voice.ts';
import { createClauseTest } from './statements.ts';
import { statementUnits } from './told.ts';
import type { Unit } from './unit.ts';

export type UnitFinder = (account: Account) => Unit[];

/** Makes the finder of everything an account tells, in order of the text; no two of its units share a token. */
export function createUnitFinder(vocabulary: Vocabulary): UnitFinder {
  const isClause = createClauseTest(vocabulary);
  const cutClauses = createClauseCutter(vocabulary);
  return account => {
    const told = statementUnits(account, statement => isClause(account.text, statement), cutClauses);
    const own = ownUnits(account, spokenFor(account, told), vocabulary, cutClauses);
    return [...told, ...own]
      .filter(({ tokens }) => tokens.to > tokens.from)
      .sort((a, b) => a.span.start - b.span.start);
  };
}
