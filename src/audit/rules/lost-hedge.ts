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

/** Most words of what is said here stand in the sentence with the hedge, and what the hedge is on stands here. */
function tellsTheSame({ text, phrases, story }: AuditContext, { here, there }: DifferenceHere): boolean {
  const other = story?.accounts.find(({ article }) => article.id === there.articleId)?.article.text ?? '';
  const [before, after] = sentenceAround(other, there);
  const told = longWords(text.slice(here.start, here.end));
  return (
    phrases('hedges', here).length === 0 &&
    shareIn(told, longWords(`${before} ${after}`)) >= 0.6 &&
    shareIn(longWords(after).slice(0, 4), told) >= 0.5
  );
}

/** How many of some words are among others, 0 to 1; 0 of none. */
const shareIn = (words: readonly string[], others: readonly string[]): number =>
  words.length > 0 ? words.filter(word => others.includes(word)).length / words.length : 0;

const longWords = (words: string): string[] => wordsOf(words).filter(word => word.length > 3);

/** What comes before and after some words in their sentence. */
const sentenceAround = (text: string, { start, end }: CharSpan): readonly [string, string] => [
  text.slice(0, start).split(sentenceEnd).at(-1) ?? '',
  text.slice(end).split(sentenceEnd)[0] ?? '',
];

const sentenceEnd = /[.!?]["”]?\s|\n/;
