import { overlaps, type Statement } from '../../domain/index.ts';
import { anonymityLexicons, anonymousSources, type Spoken } from '../anonymous.ts';
import type { AuditContext } from '../context.ts';
import { placeOf } from '../description.ts';
import type { PhraseFound } from '../phrases.ts';
import type { Rule } from '../rule.ts';

/** "he took bribes, an aide said": a charge that could ruin somebody, on the word of one person without a name. */
export const rule: Rule = {
  id: 'single-source-allegation',
  lexicons: [...anonymityLexicons, 'grave-charges'],
  check: context =>
    anonymousSources(context).flatMap(({ source, statements }) => {
      if (source.count !== 1) return [];
      const place = placeOf(context, source);
      const charge = statements
        .flatMap(statement => chargesIn(context, statement))
        .find(each => isAlone(context, each, statements));
      return charge ? [{ span: charge, facts: { source: context.textOf(place) }, related: [place] }] : [];
    }),
};

/** The charges that a source makes. One that it denies is none, nor is what it fears for itself: why it goes unnamed. */
const chargesIn = (context: AuditContext, { source, content, stance }: Spoken): PhraseFound[] =>
  stance === 'denies' || stance === 'disputes'
    ? []
    : content
        .flatMap(part => context.phrases('grave-charges', part))
        .filter(
          charge =>
            !isNegated(context, charge) &&
            ![source.anonymity?.terms, source.anonymity?.reason].some(part => part && overlaps(part, charge)),
        );

const isNegated = ({ lower, sentenceAt }: AuditContext, { start, tokens }: PhraseFound): boolean =>
  lower
    .slice(Math.max(sentenceAt(start)?.from ?? 0, tokens.from - 4), tokens.from)
    .some(word => /^(?:not|no|never|n't|without|nor)$/.test(word));

/** Whether nobody but the source of these statements speaks of the charge, nor anybody within what it says. */
function isAlone(context: AuditContext, charge: PhraseFound, of: readonly Statement[]): boolean {
  const told = of.flatMap(({ content }) => content);
  const others = context.statements.filter(
    ({ source, content }) => source && !content.some(part => told.some(each => overlaps(part, each))),
  );
  return !others
    .flatMap(({ content }) => content)
    .flatMap(part => context.phrases('grave-charges', part))
    .some(other => stemOf(context, other) === stemOf(context, charge));
}

/** "bribed" and "bribes" begin alike. */
const stemOf = ({ lower }: AuditContext, { tokens }: PhraseFound): string => lower[tokens.from]!.slice(0, 4);
