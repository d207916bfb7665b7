import type { CharSpan, Overlap, Story } from '../../domain/index.ts';
import type { Rule, Violation } from '../rule.ts';
import { spanOf } from '../spans.ts';
import { wordsOf } from '../statement-places.ts';

/** Another outlet's sentences, word for word, and no word of that outlet. Only with accounts to hold the article against. */
export const rule: Rule = {
  id: 'reuse-without-credit',
  check: ({ story, reading, text }, { leastShare, leastWords }) => {
    if (!story) return [];
    const { id, byline, outlet: own } = reading.article;
    return story.lineage.overlaps
      .filter(overlap => overlap.articleId === id && overlap.share >= Number(leastShare))
      .filter(overlap => {
        const outlet = outletOf(story, overlap.foundIn);
        const isOwn = own !== null && own === outlet;
        return !isOwn && !isOwed(story, overlap) && !isCredited(`${text} ${byline ?? ''}`, outlet);
      })
      .flatMap(overlap => violationOf(story, overlap))
      .filter(({ span }) => wordsOf(text.slice(span.start, span.end)).length >= Number(leastWords));
  },
};

function violationOf(story: Story, { passages, foundIn, share }: Overlap): Violation[] {
  const longest = passages.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  if (!longest) return [];
  const facts = { outlet: outletOf(story, foundIn) ?? 'another account', percent: Math.round(share * 100) };
  return [
    { span: spanOf(longest), facts, related: passages.filter(passage => passage !== longest).map(spanOf) },
  ];
}

const lengthOf = ({ start, end }: CharSpan): number => end - start;

/** The other took it from this one, or both have it from an agency that this one credits. */
const isOwed = ({ lineage }: Story, { articleId, foundIn }: Overlap): boolean =>
  lineage.debts.some(
    debt =>
      (debt.articleId === foundIn && debt.toArticleId === articleId && debt.directedBy !== 'unknown') ||
      (debt.articleId === articleId &&
        debt.because === 'credit' &&
        (debt.toArticleId === foundIn || debt.kind === 'agency')),
  );

const isCredited = (text: string, outlet: string | null): boolean => {
  const name = wordsOf(outlet)
    .filter(word => word !== 'the')
    .join(' ');
  return name !== '' && wordsOf(text).join(' ').includes(name);
};

const outletOf = ({ accounts }: Story, id: string): string | null =>
  accounts.find(({ article }) => article.id === id)?.article.outlet ?? null;
