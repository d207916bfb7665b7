import type { CharSpan, TokenSpan } from '../../src/domain/index.ts';
import { type PatternColumns, patternColumns } from '../../src/extract/model/patterns.ts';
import { findAttributions } from '../../src/extract/statements/find.ts';
import { loadVocabulary } from '../../src/extract/vocabulary.ts';
import { type Words, wordsOf } from '../../src/extract/words/words.ts';
import { createParser } from '../../src/parse/index.ts';
import { readJsonLines } from './files.ts';
import { readPolnear } from './polnear.ts';

/** An attribution that a person marked, in tokens. */
export type GoldAttribution = {
  readonly sources: readonly TokenSpan[];
  readonly cue: TokenSpan | null;
  readonly contents: readonly TokenSpan[];
};

/** An article laid out for extraction, with what one annotator marked in it. */
export type AnnotatedDoc = {
  readonly file: string;
  readonly words: Words;
  readonly patterns: PatternColumns;
  readonly gold: readonly GoldAttribution[];
};

type Pairs = readonly (readonly [number, number])[];
type Row = {
  readonly file: string;
  readonly annotations: Readonly<Record<string, readonly { sources: Pairs; cues: Pairs; contents: Pairs }[]>>;
};

/** The articles of a PolNeAR file. Of several annotators the first is read. */
export function readAttributions(file: string): AnnotatedDoc[] {
  const parse = createParser();
  const vocabulary = loadVocabulary();
  const rows = readJsonLines<Row>(file);
  return readPolnear(file).map(({ file: name, article }, index) => {
    const words = wordsOf(parse(article));
    const [marked = []] = Object.values(rows[index]!.annotations);
    return {
      file: name,
      words,
      patterns: patternColumns(words, vocabulary, findAttributions(words, vocabulary)),
      gold: marked.map(({ sources, cues, contents }) => ({
        sources: tokensOf(words, sources),
        cue: tokensOf(words, cues)[0] ?? null,
        contents: tokensOf(words, contents),
      })),
    };
  });
}

/** The tokens that spans touch, in order. */
function tokensOf({ doc: { tokens } }: Words, pairs: Pairs): TokenSpan[] {
  return pairs
    .map(([start, end]) => ({
      from: firstWith(tokens, token => token.end > start),
      to: firstWith(tokens, token => token.start >= end),
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}

/** Index of the first token for which the test holds, by halving; it holds for all after that. */
function firstWith(tokens: readonly CharSpan[], test: (token: CharSpan) => boolean): number {
  let from = 0;
  let to = tokens.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (test(tokens[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}
