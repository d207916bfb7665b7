import type { CharSpan } from '../../domain/index.ts';
import { anonymityLexicons, anonymousSources } from '../anonymous.ts';
import { placeOf } from '../description.ts';
import { quotationsIn } from '../quoted.ts';
import type { Rule } from '../rule.ts';

/** "“We were told to lie,” said one clerk": the exact words of somebody whom no reader can ask. */
export const rule: Rule = {
  id: 'anonymous-quotation',
  lexicons: anonymityLexicons,
  check: (context, { leastWords }) =>
    anonymousSources(context)
      .flatMap(({ statements }) => statements)
      .filter(({ id }) => !context.statements.some(({ insideId }) => insideId === id))
      .flatMap(({ source, content }) => {
        const quoted = content.flatMap(part => quotationsIn(context, part));
        const words = (span: CharSpan): number => context.textOf(span).split(' ').length;
        const span = quoted.find(each => words(each) >= Number(leastWords));
        const place = placeOf(context, source);
        return span ? [{ span, facts: { source: context.textOf(place) }, related: [place] }] : [];
      }),
};
