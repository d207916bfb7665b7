import type { TokenSpan } from '../../domain/index.ts';
import { isStance } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { clauseEnd } from './content.ts';
import { subjectAfter } from './subject.ts';

/** "according to Rao": the source follows, the content is the rest of its clause. */
export function findAccording(words: Words, vocabulary: Vocabulary, sentence: TokenSpan): Attribution[] {
  const found: Attribution[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    const phrase = vocabulary.phrases['source-prepositions'](words.lower, at);
    if (!phrase || words.quotationOf[at]! >= 0) continue;
    const whole = subjectAfter(words, vocabulary, phrase.to, true);
    const source = whole && at <= sentence.from + 1 ? upToComma(words, whole, sentence.to) : whole;
    const contents = source && contentAround(words, vocabulary, sentence, at, source.to);
    const stance = phrase.row[1] ?? '';
    if (contents && isStance(stance))
      found.push({
        pattern: 'according-to',
        lemma: phrase.row[0]!,
        stance,
        source,
        cue: { from: at, to: phrase.to },
        contents,
        negated: false,
      });
  }
  return found;
}

/** Before the content a comma ends the source, unless "a", "who" or "whose" opens an apposition that another comma closes. */
function upToComma(words: Words, { from, to }: TokenSpan, last: number): TokenSpan {
  const comma = commaFrom(words, from, to);
  if (comma >= to) return { from, to };
  if (!/^(?:a|an|who|whose|which)$/.test(words.lower[comma + 1]!)) return { from, to: comma };
  const second = commaFrom(words, comma + 1, last);
  return { from, to: second < last ? second : comma };
}

/** The next comma, or the end. */
function commaFrom(words: Words, from: number, end: number): number {
  let at = from;
  while (at < end && words.lower[at] !== ',') at++;
  return at;
}

function contentAround(
  words: Words,
  vocabulary: Vocabulary,
  { from, to }: TokenSpan,
  cue: number,
  after: number,
): TokenSpan[] | null {
  if (cue > from + 1) return [beforeCue(words, from, cue)];
  const start = words.lower[after] === ',' ? after + 1 : after;
  return start < to - 1 ? [{ from: start, to: clauseEnd(words, vocabulary, start, 'clause') }] : null;
}

function beforeCue(words: Words, from: number, cue: number): TokenSpan {
  const to = words.lower[cue - 1] === ',' && words.quotationOf[cue - 1]! < 0 ? cue - 1 : cue;
  const start = /^(?:but|and|yet)$/.test(words.lower[from]!) ? from + 1 : from;
  const quotation = words.quotations[words.quotationOf[start]!];
  return { from: quotation && quotation.to <= to ? Math.min(quotation.from, start) : start, to };
}
