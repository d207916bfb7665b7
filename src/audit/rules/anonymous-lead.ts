import { overlaps } from '../../domain/index.ts';
import { anonymityLexicons, anonymousSources } from '../anonymous.ts';
import { placeOf } from '../description.ts';
import type { Rule } from '../rule.ts';
import { partsOf } from '../voice.ts';

/** The first paragraph says what an unnamed source says, and nobody with a name says it with them. */
export const rule: Rule = {
  id: 'anonymous-lead',
  lexicons: anonymityLexicons,
  check: context => {
    const { lead, statements } = context;
    if (!lead) return [];
    const told = statements.filter(
      statement => statement.insideId === null && partsOf(statement).some(part => overlaps(part, lead)),
    );
    const unnamed = anonymousSources(context).find(source =>
      source.statements.some(statement => told.includes(statement)),
    );
    const isBacked = told.some(({ source }) => source !== null && !isUnnamed.has(source.kind));
    return unnamed && !isBacked ? [{ span: placeOf(context, unnamed.source) }] : [];
  },
};

const isUnnamed: ReadonlySet<string> = new Set(['anonymous', 'unnamed-group', 'unknown']);
