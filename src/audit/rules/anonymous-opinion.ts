import type { Source, Statement } from '../../domain/index.ts';
import { anonymityLexicons, whenConfidential } from '../anonymous.ts';
import type { AuditContext } from '../context.ts';
import { describe, isAppositive, placeOf } from '../description.ts';
import type { PhraseFound } from '../phrases.ts';
import type { Rule } from '../rule.ts';

/** "“He is a disaster,” said one aide": a low judgement for which nobody stands with a name. */
export const rule: Rule = {
  id: 'anonymous-opinion',
  lexicons: [...anonymityLexicons, 'pejoratives'],
  check: context => {
    const seen = new Set<number>();
    return context.statements.flatMap(({ source, content, insideId, stance }) => {
      if (!source || insideId !== null || !isUnnamed(context, source) || unowned.has(stance)) return [];
      const judgement = content
        .flatMap(part => context.phrases('pejoratives', part))
        .find(each => !isNegated(context, each));
      if (!judgement || seen.has(judgement.start)) return [];
      seen.add(judgement.start);
      const place = placeOf(context, source);
      const { start, end } = judgement;
      return [{ span: { start, end }, facts: { source: context.textOf(place) }, related: [place] }];
    });
  },
};

/** What is denied or asked is not held. */
const unowned: ReadonlySet<Statement['stance']> = new Set(['denies', 'disputes', 'asks']);

/** Somebody whom the reporter asked, or who might have been: "the man" may have been named, and a "clown" is whom they speak of. */
function isUnnamed(context: AuditContext, source: Source): boolean {
  if (source.kind !== 'anonymous' || source.name !== null) return false;
  const place = placeOf(context, source);
  if (isAppositive(context, place) || context.phrases('pejoratives', place).length > 0) return false;
  const description = describe(context, source);
  return (
    Boolean(source.anonymity?.terms) ||
    (!description.isDefinite && whenConfidential(context, source, description) !== null)
  );
}

/** "not a fool"; and "he called her a liar" is his judgement, not the source’s. */
function isNegated({ lower, sentenceAt }: AuditContext, { tokens, start }: PhraseFound): boolean {
  const before = lower.slice(sentenceAt(start)?.from ?? 0, tokens.from);
  return (
    before.slice(-4).some(word => /^(?:not|n't|never|no)$/.test(word)) ||
    before.some(word => /^(?:call|calls|called|calling)$/.test(word))
  );
}
