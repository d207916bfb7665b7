import type { Article, CharSpan, Sentence, TimeExpression } from '../../domain/index.ts';
import { readMoment } from './calendar.ts';
import { directionAt } from './direction.ts';
import { createGrammar } from './grammar.ts';
import { loadHolidays } from './holidays.ts';
import { noMentions, remember } from './mentions.ts';
import { cutPieces, type Piece } from './pieces.ts';
import type { Found } from './ranges.ts';
import type { Rule } from './rule.ts';
import { loadVocabulary } from './vocabulary.ts';

export type TimeFinder = (
  article: Article,
  tokens: readonly CharSpan[],
  sentences: readonly Sentence[],
) => TimeExpression[];

/**
 * Finds dates and times, in order and not overlapping, with what they mean as far as the article settles it.
 * Loads the vocabulary; the finder it gives back takes time linear in the number of tokens.
 */
export function createTimeFinder(): TimeFinder {
  const vocabulary = loadVocabulary();
  const grammar = createGrammar(loadHolidays());
  return (article, tokens, sentences) => {
    const published = article.published === null ? null : readMoment(article.published);
    const times: TimeExpression[] = [];
    let mentions = noMentions;
    for (const bounds of blocks(sentences)) {
      const pieces = cutPieces(article.text, tokens, sentences, vocabulary, bounds);
      for (const { from, to, kind, meaning } of expressions(grammar, pieces)) {
        const direction = () => directionAt(pieces, from, to);
        const resolved = meaning({ published, mentions, direction });
        mentions = remember(mentions, kind, resolved);
        const span = { start: pieces[from]!.start, end: pieces[to - 1]!.end };
        times.push({ ...span, kind, value: resolved?.value ?? null, anchor: resolved?.anchor ?? null });
      }
    }
    return times;
  };
}

/** Runs of sentences of one block, `[from, to)`. */
function* blocks(sentences: readonly Sentence[]): Generator<readonly [number, number]> {
  let from = 0;
  for (let to = 1; to <= sentences.length; to++) {
    if (to < sentences.length && sentences[to]!.block === sentences[from]!.block) continue;
    yield [from, to];
    from = to;
  }
}

function* expressions(grammar: Rule<readonly Found[]>, pieces: readonly Piece[]): Generator<Found> {
  for (let from = 0; from < pieces.length; ) {
    const match = mayBegin(pieces, from) ? grammar.read(pieces, from) : null;
    if (match) yield* match.value;
    from = match?.to ?? from + 1;
  }
}

/** Cheap: most words end here. */
function mayBegin(pieces: readonly Piece[], at: number): boolean {
  const { word, number, raw } = pieces[at]!;
  const next = pieces[at + 1];
  if (word?.opens === 'always' || (number >= 0 && raw.length === 4)) return true;
  if (next === undefined) return false;
  if (number >= 0) return next.glued || next.word?.goesOn === true;
  return (word?.opens !== undefined || isApostrophe(raw)) && (next.glued || goesOn(next));
}

const goesOn = ({ word, number, raw }: Piece): boolean =>
  word?.goesOn === true || number >= 0 || isApostrophe(raw);

/** Of "'98", "the '90s". */
const isApostrophe = (raw: string): boolean => raw === "'" || raw === '’' || raw === '‘';
