import { overlaps } from '../../domain/index.ts';
import type { AuditContext, PlacedSentence } from '../context.ts';
import type { PhraseFound } from '../phrases.ts';
import type { Rule } from '../rule.ts';
import { spanOf } from '../spans.ts';
import { unquotedPhrases } from '../voice.ts';

/** "Local media reported that the dam had cracked": somebody found it out, and is not named. */
export const rule: Rule = {
  id: 'vague-press-credit',
  lexicons: ['vague-press', 'press-outlets', 'wire-services'],
  check: context =>
    unquotedPhrases(context, 'vague-press')
      .filter(phrase => {
        const sentence = context.sentenceAt(phrase.start);
        return (
          sentence !== null &&
          !namesOutlet(context, sentence, phrase) &&
          isWhole(context, phrase) &&
          says(context, phrase)
        );
      })
      .map(phrase => ({ span: spanOf(phrase) })),
};

/** "according to media", and not "according to media trackers". */
const isWhole = ({ doc, lower }: AuditContext, { tokens: { from, to } }: PhraseFound): boolean =>
  !(
    (doc.tokens[to - 1]?.upos === 'NOUN' || lower[from] === 'it') &&
    /^(?:NOUN|PROPN|ADJ|ADV)$/.test(doc.tokens[to]?.upos ?? '')
  );

/** "media reports said", "named in media reports", and not "relaying media reports". */
const says = ({ lower, statements }: AuditContext, phrase: PhraseFound): boolean =>
  phrase.columns[0] !== 'source' ||
  [-1, -2].some(back => /^(?:in|to)$/.test(lower[phrase.tokens.from + back] ?? '')) ||
  statements.some(({ source }) => source?.spans.some(span => overlaps(span, phrase)));

/** "Local media, the Courier first among them": and "local media" is no name. */
const namesOutlet = (context: AuditContext, sentence: PlacedSentence, phrase: PhraseFound): boolean =>
  context.reading.credits.some(({ span }) => span !== null && overlaps(span, sentence)) ||
  context.statements.some(
    ({ source }) =>
      source?.kind === 'press' &&
      source.name !== null &&
      source.spans.some(span => overlaps(span, sentence) && !overlaps(span, phrase)),
  ) ||
  ['press-outlets', 'wire-services'].some(lexicon => context.phrases(lexicon, sentence).length > 0);
