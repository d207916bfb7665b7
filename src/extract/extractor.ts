import {
  type CharSpan,
  type Credit,
  type Doc,
  overlaps,
  type Reading,
  type TokenSpan,
} from '../domain/index.ts';
import { assemble } from './assemble.ts';
import { findTerms } from './authority/anonymity.ts';
import { findCast } from './cast/cast.ts';
import { findCredits } from './credits.ts';
import { loadAttributionFinder } from './model/finder.ts';
import { joinFound } from './model/join.ts';
import { patternColumns } from './model/patterns.ts';
import type { Attribution } from './statements/attribution.ts';
import { citedIn } from './statements/citing.ts';
import { findAttributions } from './statements/find.ts';
import { loadVocabulary, type Vocabulary } from './vocabulary.ts';
import { charSpan } from './words/spans.ts';
import { type Words, wordsOf } from './words/words.ts';

/** Finds who says what, and on what authority, in one parsed article. Pure; costs time linear in its tokens. */
export type Extractor = (doc: Doc) => Reading;

/** Loads the vocabulary that extraction needs, once. */
export function createExtractor(): Extractor {
  const vocabulary = loadVocabulary();
  const find = createStatementFinder(vocabulary);
  return doc => {
    const words = wordsOf(doc);
    const credits = findCredits(words, vocabulary);
    const attributions = find(words, credits);
    const cited = citations(words, vocabulary, attributions);
    const sources = [...attributions.flatMap(({ source }) => source ?? []), ...cited.values()];
    const cast = findCast(
      words,
      vocabulary,
      sources.sort((a, b) => a.from - b.from),
    );
    const { statements, entities } = assemble(words, vocabulary, attributions, cast, cited);
    return { article: doc.article, entities, statements, credits };
  };
}

/** What the patterns find, judged and added to by the trained finder. */
function createStatementFinder(
  vocabulary: Vocabulary,
): (words: Words, credits: readonly Credit[]) => Attribution[] {
  const finder = loadAttributionFinder();
  return (words, credits) => {
    const patterns = findAttributions(words, vocabulary);
    const isCredited = ({ cue }: Attribution): boolean =>
      cue !== null && isFirstReport(charSpan(words, cue), credits);
    const found = finder.find(words, patternColumns(words, vocabulary, patterns));
    const joined = joinFound(
      words,
      vocabulary,
      patterns,
      found.filter(({ cue }) => !isFirstReport(charSpan(words, cue), credits)),
    );
    const reported = patterns.filter(each => each.pattern === 'passive' && isCredited(each));
    const terms = findTerms(words, vocabulary).flatMap(({ terms, reason }) => reason ?? terms ?? []);
    const isOfTerms = ({ cue }: Attribution): boolean =>
      cue !== null && terms.some(span => span.from <= cue.from && cue.to <= span.to);
    const isNone = (each: Attribution): boolean =>
      isCredited(each) || isTime(words, each.source) || isOfTerms(each);
    return [...joined.filter(each => !isNone(each)), ...reported];
  };
}

/** "the sale, |first reported by| The Courier": its edges are plain from the words, so the pattern is believed. */
const isFirstReport = (cue: CharSpan, credits: readonly Credit[]): boolean =>
  credits.some(({ kind, span }) => kind === 'first-report' && span !== null && overlaps(span, cue));

/** "|The coming months| will show whether": nobody speaks. */
const isTime = ({ doc }: Words, source: TokenSpan | null): boolean => {
  if (!source) return false;
  const end = doc.tokens[source.to - 1]!.end;
  return doc.times.some(time => time.end === end && time.start <= doc.tokens[source.from]!.start + timeReach);
};

/** How far after a source's start its time may start: "the |coming months|". */
const timeReach = 5;

/** Whom each statement's outlet cites. */
function citations(
  words: Words,
  vocabulary: Vocabulary,
  attributions: readonly Attribution[],
): ReadonlyMap<Attribution, TokenSpan> {
  const cited = new Map<Attribution, TokenSpan>();
  for (const attribution of attributions) {
    const span = citedIn(words, vocabulary, attribution);
    if (span) cited.set(attribution, span);
  }
  return cited;
}
