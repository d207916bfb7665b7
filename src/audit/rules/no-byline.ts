import { anonymityLexicons, anonymousSources } from '../anonymous.ts';
import type { AuditContext } from '../context.ts';
import { placeOf } from '../description.ts';
import type { Rule } from '../rule.ts';

/** An article that rests on unnamed sources and names no reporter or agency either. */
export const rule: Rule = {
  id: 'no-byline',
  lexicons: anonymityLexicons,
  check: context => {
    const [first] = anonymousSources(context);
    return first && !isSigned(context) ? [{ span: placeOf(context, first.source) }] : [];
  },
};

/** By the input’s own word, by an agency’s line, or by a line near the top: "By Ana Rao". */
function isSigned({ reading: { article, credits }, textOf }: AuditContext): boolean {
  const top = article.blocks.slice(0, 4).map(textOf);
  return (
    article.byline !== null ||
    credits.some(({ kind }) => kind === 'byline' || kind === 'agency-line') ||
    top.some(line => line.length < 100 && /^by\s+\p{L}/iu.test(line) && !/[.!?]$/.test(line))
  );
}
