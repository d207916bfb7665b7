import type { CharSpan } from '../../domain/index.ts';
import type { AuditContext } from '../context.ts';
import { type DifferenceHere, differencesOf, isDated, violationsOf } from '../differences.ts';
import type { Rule } from '../rule.ts';
import { wordsOf } from '../statement-places.ts';

/** "is reportedly ill" there, "is ill" here. Only with accounts to hold the article against. */
export const rule: Rule = {
  id: 'lost-hedge',
  lexicons: ['hedges'],
  check: context =>
    violationsOf(
      context,
      differencesOf(context, ['hedge-lost', 'hedge-added']).filter(
        found => isLostHere(context, found) && tellsTheSame(context, found),
      ),
    ),
};

/** The later account lost it; where no dates tell which is later, the one that lacks it may have. */
const isLostHere = (context: AuditContext, found: DifferenceHere): boolean => {
  const { difference, here } = found;
  return difference.kind === 'hedge-lost'
    ? here === difference.after
    : here === difference.before && !isDated(context, found);
};

/** Most words of what is said here stand in the sentence with the hedge: the two tell one thing, and no more. */
function tellsTheSame({ text, phrases, story }: AuditContext, { here, there }: DifferenceHere): boolean {
  const other = story?.accounts.find(({ article }) => article.id === there.articleId)?.article.text ?? '';
  const hedged = new Set(longWords(sentenceAround(other, there)));
  const told = longWords(text.slice(here.start, here.end));
  const shared = told.filter(word => hedged.has(word)).length;
  return phrases('hedges', here).length === 0 && told.length > 0 && shared * 5 >= told.length * 3;
}

const longWords = (words: string): string[] => wordsOf(words).filter(word => word.length > 3);

const sentenceAround = (text: string, { start, end }: CharSpan): string => {
  const before =
    text
      .slice(0, start)
      .split(/[.!?]["”]?\s|\n/)
      .at(-1) ?? '';
  const after = text.slice(end).split(/[.!?]["”]?\s|\n/)[0] ?? '';
  return `${before}${text.slice(start, end)}${after}`;
};
