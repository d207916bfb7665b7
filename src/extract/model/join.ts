import type { Stance, TokenSpan } from '../../domain/index.ts';
import { isStance } from '../../domain/index.ts';
import type { Attribution } from '../statements/attribution.ts';
import { confidenceOf } from '../statements/confidence.ts';
import { trimmedEnd } from '../statements/content.ts';
import { authorityPhraseEnd } from '../statements/cue-sense.ts';
import { withTitle } from '../statements/titled.ts';
import { verbGroupsAt } from '../statements/verb-group.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { withOwnSubject, withoutClause } from '../words/dominated.ts';
import { within } from '../words/spans.ts';
import type { Words } from '../words/words.ts';
import { overlaps } from './candidate.ts';
import type { JudgedAttribution } from './finder.ts';
import { withSecondVerbs } from './second-verbs.ts';
import { isWanted } from './wanted.ts';

/**
 * The statements of an article: what the trained finder believes, and of the patterns what it does not look for (statements
 * inside another's content, refusals, quotations without a cue) and what a pattern that is mostly right finds elsewhere.
 */
export function joinFound(
  words: Words,
  vocabulary: Vocabulary,
  patterns: readonly Attribution[],
  found: readonly JudgedAttribution[],
): Attribution[] {
  const refusals = patterns.filter(({ pattern }) => pattern === 'refusal');
  const outer = found
    .filter(
      ({ cue, contents, pattern }) =>
        !refusals.some(refusal => touches(refusal, cue) || isOnlyWho(refusal, contents)) &&
        (pattern !== null || authorityPhraseEnd(words, vocabulary, cue.from) === null),
    )
    .map(judged => attributionOf(words, vocabulary, patterns, judged));
  const more = patterns.filter(
    pattern =>
      refusals.includes(pattern) ||
      ((holdsClaim(patterns, pattern) || speaksOnTerms(words, vocabulary, pattern)) &&
        !outer.some(({ cue }) => overlaps(cue!, pattern.cue!))) ||
      isWanted(words, outer, pattern),
  );
  return withSecondVerbs(words, patterns, [...outer, ...more])
    .map(each => withTitle(words, vocabulary, each))
    .map(each =>
      each.source && each.cue ? { ...each, source: withoutClause(words, each.source, each.cue) } : each,
    );
}

/** A cue that lies in a refusal or in what it is about: "declined |to comment|". */
const touches = ({ cue, contents }: Attribution, other: TokenSpan): boolean =>
  [cue!, ...contents].some(span => overlaps(span, other));

/** "calls to |the mine's office| went unanswered": it names who gave no answer. */
const isOnlyWho = ({ source }: Attribution, contents: readonly TokenSpan[]): boolean =>
  source !== null && contents.every(content => within(source, content));

/** "charged a man who |claimed| …": people mark no charge, but whose claim it is depends on it. */
const holdsClaim = (patterns: readonly Attribution[], { stance, contents, cue }: Attribution): boolean =>
  stance === 'alleges' &&
  cue !== null &&
  patterns.some(other => other.cue && contents.some(content => within(content, other.cue!)));

/** "an adviser|, granted anonymity to speak candidly,| called …": whoever has terms, or knows it from somewhere, is heard. */
const speaksOnTerms = (words: Words, vocabulary: Vocabulary, { source, cue }: Attribution): boolean =>
  source !== null && cue !== null && holdsAuthority(words, vocabulary, source);

function holdsAuthority(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): boolean {
  for (let at = from; at < to; at++) if (authorityPhraseEnd(words, vocabulary, at) !== null) return true;
  return false;
}

/**
 * Stance, negation and the cue's edges are the pattern's that has the same cue, else the cue's own. All of it is the pattern's
 * where that knows a source, the finder none, and the pattern is more often right.
 */
function attributionOf(
  words: Words,
  vocabulary: Vocabulary,
  patterns: readonly Attribution[],
  judged: JudgedAttribution,
): Attribution {
  const { cue, confidence } = judged;
  const same = patterns.find(pattern => pattern.cue && overlaps(pattern.cue, cue));
  if (same?.source && judged.sources.length === 0 && confidenceOf(same.pattern) > confidence)
    return { ...same, confidence };
  const { lemma, stance, negated } = same ?? readCue(words, vocabulary, cue);
  return {
    pattern: judged.pattern ?? 'tagger',
    lemma,
    stance,
    negated,
    source: sourceOf(words, vocabulary, same?.source ?? null, judged.sources[0] ?? null),
    cue: same?.cue ?? cue,
    contents: joined(words, [...judged.contents, ...(same ? continued(words, same, judged) : [])])
      .map(({ from, to }) => ({ from, to: trimmedEnd(words, from, beforeCiting(words, { from, to })) }))
      .map((content, at) => (at === 0 ? whole(words, judged, content) : content)),
    confidence,
  };
}

/** A clause before its cue takes its subject with it, unless that is the source. */
function whole(words: Words, { cue, sources }: JudgedAttribution, content: TokenSpan): TokenSpan {
  if (content.to > cue.from || words.quotationOf[content.from]! >= 0) return content;
  const all = withOwnSubject(words, content);
  return sources.some(source => overlaps(source, all)) ? content : all;
}

/** The pattern's where that only adds on what terms the source speaks: "the aide|, who asked not to be named|". */
function sourceOf(
  words: Words,
  vocabulary: Vocabulary,
  pattern: TokenSpan | null,
  source: TokenSpan | null,
): TokenSpan | null {
  if (source) {
    const to = endOfSource(words, source);
    if (to < source.to) return { from: source.from, to };
  }
  if (!source || pattern?.from !== source.from || pattern.to <= source.to) return source;
  return holdsAuthority(words, vocabulary, { from: source.to, to: pattern.to }) ? pattern : source;
}

/** "that the talks failed|, citing two aides|": whom it has it from is not what is said. */
function beforeCiting({ lower, quotationOf }: Words, { from, to }: TokenSpan): number {
  const at = lower.indexOf('citing', from);
  return at > from + 1 && at < to && lower[at - 1] === ',' && quotationOf[at]! < 0 ? at - 1 : to;
}

/** Without a comma at its end, "'s", and whom it cites: "the Courier|, citing two aides|". */
function endOfSource({ form, lower }: Words, { from, to }: TokenSpan): number {
  const citing = lower.indexOf('citing', from);
  let end = citing > from && citing < to ? citing : to;
  while (end - 1 > from && /^(?:,|['’]s?)$/.test(form[end - 1]!)) end--;
  return end;
}

/** Spans with nothing between them are one. */
function joined(words: Words, spans: readonly TokenSpan[]): TokenSpan[] {
  const all: TokenSpan[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last?.to === span.from && blockOf(words, last.from) === blockOf(words, span.from))
      all[all.length - 1] = { from: last.from, to: span.to };
    else all.push(span);
  }
  return all;
}

/** Quotations of later paragraphs that the pattern gave to the same cue. */
function continued(words: Words, { contents }: Attribution, judged: JudgedAttribution): TokenSpan[] {
  const last = Math.max(...judged.contents.map(({ to }) => to), judged.cue.to);
  return contents.filter(
    ({ from }) => from >= last && blockOf(words, from) > blockOf(words, judged.cue.from),
  );
}

const blockOf = (words: Words, at: number): number => words.doc.sentences[words.sentenceOf[at]!]!.block;

type CueSense = Pick<Attribution, 'lemma' | 'stance' | 'negated'>;

/** What a cue expresses by the vocabulary: its last verb, else noun, adverb or preposition. */
function readCue(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): CueSense {
  const negated = partsIn(words, vocabulary, { from, to }).includes('negation');
  for (let at = to - 1; at >= from; at--) {
    const [group] = verbGroupsAt(words, vocabulary, at);
    if (group) return { lemma: group.verb.lemma, stance: group.verb.stance, negated: group.negated };
    const noun = vocabulary.nouns.get(words.lower[at]!);
    if (noun) return { lemma: words.lower[at]!, stance: noun.stance, negated };
  }
  const stance = vocabulary.phrases['source-prepositions'](words.lower, from)?.row[1] ?? '';
  return { lemma: words.lower[to - 1]!, stance: isStance(stance) ? stance : plain, negated };
}

const plain: Stance = 'asserts';

const partsIn = (words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): (string | undefined)[] =>
  Array.from({ length: to - from }, (_, index) => vocabulary.partOf.get(words.lower[from + index]!));
