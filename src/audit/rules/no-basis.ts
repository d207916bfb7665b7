import type { Stance } from '../../domain/index.ts';
import {
  anonymityLexicons,
  anonymousSources,
  isBlank,
  servesSomebody,
  whenConfidential,
} from '../anonymous.ts';
import { isPlacedBefore, placeOf } from '../description.ts';
import type { Rule } from '../rule.ts';

/** "a senior official said": the article never says how the source would know. */
export const rule: Rule = {
  id: 'no-basis',
  lexicons: [...anonymityLexicons, 'vague-descriptions'],
  check: context =>
    anonymousSources(context)
      .filter(
        each =>
          isBlank(context, each) &&
          whenConfidential(context, each.source, each.description) === 'always' &&
          !servesSomebody(context, each) &&
          !isPlacedBefore(context, each.description) &&
          each.statements.some(({ stance }) => claims.has(stance)),
      )
      .map(({ source }) => ({ span: placeOf(context, source) })),
};

/** What takes knowledge to say. */
const claims: ReadonlySet<Stance> = new Set(['asserts', 'confirms', 'alleges']);
