import type { Article, Sentence, TimeExpression, Token } from '../../domain/index.ts';
import { readMoment } from './calendar.ts';
import { calendarDate } from './dates.ts';
import { directionAt } from './direction.ts';
import type { Expression, Situation } from './meaning.ts';
import { cutPieces, type Piece } from './pieces.ts';
import { either, giving, type Match, type Rule } from './rule.ts';
import { loadVocabulary } from './vocabulary.ts';
import { weekday } from './weekdays.ts';

export type TimeFinder = (
  article: Article,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
) => TimeExpression[];

const expression: Rule<Expression> = giving(either(calendarDate, weekday), meaning => ({
  kind: 'date',
  meaning,
}));

/**
 * Finds dates and times, in order and not overlapping, with what they mean as far as the article settles it.
 * Loads the vocabulary; the finder it gives back takes time linear in the number of tokens.
 */
export function createTimeFinder(): TimeFinder {
  const vocabulary = loadVocabulary();
  return (article, tokens, sentences) => {
    const published = article.published === null ? null : readMoment(article.published);
    const times: TimeExpression[] = [];
    let mentioned: Situation['mentioned'] = null;
    for (const bounds of blocks(sentences)) {
      const pieces = cutPieces(article.text, tokens, sentences, vocabulary, bounds);
      for (const { from, match } of expressions(pieces)) {
        const { kind, meaning } = match.value;
        const direction = () => directionAt(pieces, from, match.to);
        const resolved = meaning({ published, mentioned, direction });
        mentioned = resolved?.moment ?? mentioned;
        const span = { start: pieces[from]!.start, end: pieces[match.to - 1]!.end };
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

function* expressions(pieces: readonly Piece[]): Generator<{ from: number; match: Match<Expression> }> {
  for (let from = 0; from < pieces.length; ) {
    const piece = pieces[from]!;
    const match = piece.word || piece.number >= 0 ? expression(pieces, from) : null;
    if (match) yield { from, match };
    from = match?.to ?? from + 1;
  }
}
