import type { CharSpan } from '../../domain/index.ts';
import type { AuditContext } from '../context.ts';
import type { PhraseFound } from '../phrases.ts';
import type { Rule } from '../rule.ts';

/** "three officials", "the two officials": sources that the article counts. */
type Counted = CharSpan & {
  readonly noun: string;
  readonly count: number;
  readonly isDefinite: boolean;
  readonly isInTitle: boolean;
};

/** "Three officials said … . The two officials": the same sources, counted in two ways. */
export const rule: Rule = {
  id: 'count-changes',
  lexicons: ['confidential-sources', 'number-words'],
  check: context => {
    const counted = countedIn(context);
    return counted.flatMap(mention => {
      const others = counted.filter(
        other =>
          other.noun === mention.noun && (mention.isInTitle ? !other.isInTitle : other.start < mention.start),
      );
      return others.length > 0 && pointsBack(mention) && !agrees(mention.count, others)
        ? [{ span: mention, facts: { other: context.textOf(others[0]!) }, related: [others[0]!] }]
        : [];
    });
  },
};

/** A title counts whom the text below it counts. */
const pointsBack = ({ isDefinite, isInTitle }: Counted): boolean => isDefinite || isInTitle;

/** "two officials", "one more official": all of them are three. */
function agrees(count: number, others: readonly Counted[]): boolean {
  const introduced = others.filter(({ isDefinite }) => !isDefinite);
  return (
    others.some(other => other.count === count) ||
    introduced.reduce((sum, other) => sum + other.count, 0) === count
  );
}

function countedIn(context: AuditContext): Counted[] {
  const whole = { start: 0, end: context.text.length };
  const numbers = context.phrases('number-words', whole).filter(({ columns }) => columns[0] === 'number');
  const numberAt = new Map(numbers.map(number => [number.tokens.from, Number(number.columns[1])]));
  return context
    .phrases('confidential-sources', whole)
    .filter(({ columns }) => columns[0] === 'always')
    .flatMap(noun => countedAt(context, noun, numberAt) ?? []);
}

function countedAt(
  { doc, lower, paragraphAt }: AuditContext,
  { tokens: { from: noun }, end }: PhraseFound,
  numberAt: ReadonlyMap<number, number>,
): Counted | null {
  let at = noun - 1;
  while (at > 0 && noun - at < 5 && !numberAt.has(at) && /^(?:ADJ|NOUN|PROPN)$/.test(doc.tokens[at]!.upos))
    at--;
  const both = lower[noun - 1] === 'both' && lower[noun]!.endsWith('s');
  const count = both ? 2 : numberAt.get(at);
  if (count === undefined) return null;
  const before = lower[at - 1] ?? '';
  // "the three other officials", "two more officials", "one of two officials": not all of them
  if (
    /^(?:of|other|first|last)$/.test(before) ||
    lower.slice(at, noun).some(word => /^(?:other|more|additional)$/.test(word))
  )
    return null;
  const isDefinite = both || /^(?:the|those|these)$/.test(before);
  const { start } = doc.tokens[isDefinite && !both ? at - 1 : both ? noun - 1 : at]!;
  return {
    start,
    end,
    noun: lower[noun]!.replace(/s$/, ''),
    count,
    isDefinite,
    isInTitle: paragraphAt(start) < 0,
  };
}
