import { type CharSpan, correctionMaker, type Stance, type Statement } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

/** What is said to a claim, rather than in telling it. */
const responseStances: ReadonlySet<Stance> = new Set([
  'denies',
  'disputes',
  'neither-confirms-nor-denies',
  'declines-to-comment',
  'did-not-respond',
  'could-not-be-reached',
]);

/** What somebody wants or thinks is told by the outlet, not by them, unless their words are quoted. */
const attitudes: ReadonlySet<Stance> = new Set([
  'demands',
  'asks',
  'expects',
  'believes',
  'supports',
  'opposes',
]);

/**
 * "denied that …", "declined to comment"; not "did not deny", nor a dispute of which it is not known who has it, or only half
 * believed that it is one: "the frigate challenged them".
 */
export const isResponse = ({ stance, negated, source, confidence }: Statement): boolean =>
  !negated &&
  responseStances.has(stance) &&
  (stance !== 'disputes' || (source !== null && source.kind !== 'unknown' && confidence >= leastDispute));

const leastDispute = 0.5;

/** A statement less probable than this tells nothing by itself where its content is as short as "the meeting" or "support for rebels". */
const leastConfidence = 0.35;
const shortContent = 40;

/**
 * Whether the source vouches for what is said: "said that …", "“…,” she asked"; not "denied that …", "did not say whether …",
 * "wants …", nor where it is a thing that says: "the move signals …".
 */
export function tells({ stance, negated, content, kind, source, confidence }: Statement): boolean {
  if (negated || content.length === 0 || responseStances.has(stance)) return false;
  if (confidence < leastConfidence && lengthOf(content) < shortContent) return false;
  if (kind !== 'indirect') return true;
  const isNobody = source === null || (source.kind === 'unknown' && source.entityId !== null);
  return !isNobody && !attitudes.has(stance);
}

const lengthOf = (spans: readonly CharSpan[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** The saying, what is said, and who says it; a speaker whom a person has named may be named anywhere in the article. */
export const partsOf = ({ source, cue, content, madeBy }: Statement): CharSpan[] => [
  ...cue,
  ...content,
  ...(madeBy === correctionMaker ? [] : (source?.spans ?? [])),
];

/** What is said of those who speak: the ways they are described, and on what terms they speak. */
export const sourcingOf = ({ source, via }: Statement): CharSpan[] => [
  ...via.flatMap(({ spans }) => spans),
  ...[source?.description, source?.basis, source?.anonymity?.terms, source?.anonymity?.reason].flatMap(
    span => (span ? [span] : []),
  ),
];

/**
 * Makes the test whether a content can stand by itself: "said (the ferry sank)". In "described (the ferry’s last hour)" it
 * is an object or an infinitive, which says nothing without its verb.
 */
export function createClauseTest(vocabulary: Vocabulary): (text: string, statement: Statement) => boolean {
  const dependent = new Set(
    loadLexicon('cue-verbs')
      .filter(([, , frames = '']) => !/\b(clause|listener)\b/.test(frames) || /\bobject\b/.test(frames))
      .map(([verb = '']) => vocabulary.keysOf(verb)?.sense),
  );
  return (text, { kind, content, cue }) => {
    const [first, saying] = [content[0]!, cue[0]];
    if (kind === 'direct' || saying === undefined || first.start < saying.start) return true;
    const opening = text.slice(first.start, first.end);
    if (/^(that|whether|if|how|why)\b/i.test(opening)) return true;
    if (/^(an?|its|his|her|their)\b/i.test(opening)) return false;
    const words = text.slice(saying.start, saying.end).split(/\s+/);
    return !words.some(word => dependent.has(vocabulary.keysOf(word)?.sense ?? ''));
  };
}

/**
 * Makes the test whether a statement says what was said: "the two discussed sanctions" only says what about, and is an event
 * that the outlet tells.
 */
export function createTopicTest(vocabulary: Vocabulary): (text: string, statement: Statement) => boolean {
  const topical = new Set(loadLexicon('topic-verbs').map(([verb = '']) => vocabulary.keysOf(verb)?.sense));
  const sensesOf = (text: string, span: CharSpan) =>
    text
      .slice(span.start, span.end)
      .split(/\s+/)
      .map(word => vocabulary.keysOf(word)?.sense);
  return (text, { kind, cue }) =>
    kind !== 'indirect' || !cue.some(span => sensesOf(text, span).some(sense => sense && topical.has(sense)));
}
