import type { TokenSpan } from '../../domain/index.ts';
import type { Attribution } from '../statements/attribution.ts';
import { trimmedEnd } from '../statements/content.ts';
import { within } from '../words/spans.ts';
import type { Words } from '../words/words.ts';

/**
 * Statements whose subject goes on with a second verb, parted: "denied that it was unsafe|, and called reports "irresponsible"|" ends
 * before "and", and who denied it called them so. `patterns` know what the second one is.
 */
export function withSecondVerbs(
  words: Words,
  patterns: readonly Attribution[],
  all: readonly Attribution[],
): Attribution[] {
  const seconds: Attribution[] = [];
  const firsts = all.map(each => {
    const verb = secondVerbIn(words, patterns, each);
    if (verb === null) return withFirstSource(words, all, each);
    const second = [...all, ...patterns].find(other => hasCueAt(other, verb));
    if (second) seconds.push({ ...second, source: each.source });
    return { ...each, contents: each.contents.flatMap(content => before(words, content, verb - 1)) };
  });
  const isAgain = ({ cue }: Attribution): boolean =>
    cue !== null && seconds.some(second => within({ from: second.cue!.from, to: endOf(second) }, cue));
  return [...firsts.filter(each => !isAgain(each)), ...seconds];
}

/**
 * ", and |called|": a verb in a cue's content that the tree puts beside the cue, or a verb of saying after a comma and a clause with
 * "that", which has another subject only by the clause.
 */
function secondVerbIn(
  words: Words,
  patterns: readonly Attribution[],
  { cue, contents }: Attribution,
): number | null {
  const { doc, lower, quotationOf } = words;
  const content = contents.find(({ from }) => cue !== null && from >= cue.to);
  if (!cue || !content) return null;
  const tag = doc.tokens[cue.to - 1]!.xpos;
  for (let at = content.from + 2; at < content.to; at++) {
    const { head, xpos } = doc.tokens[at]!;
    if (quotationOf[at]! >= 0 || !followsAnd(words, at) || xpos !== tag || !/^VB[DZ]$/.test(xpos)) continue;
    if (isBeside(words, at) && head >= cue.from && head < cue.to) return at;
    if (lower[at - 2] !== ',' || lower[content.from] !== 'that') continue;
    if (patterns.some(other => hasCueAt(other, at) && other.pattern.endsWith('-shared'))) return at;
  }
  return null;
}

/** "The bank denied … and |accused| …": the tree knows whose verb it is better than the words between. */
function withFirstSource(words: Words, all: readonly Attribution[], each: Attribution): Attribution {
  const { cue } = each;
  if (!cue || !followsAnd(words, cue.from) || !isBeside(words, cue.to - 1)) return each;
  const { head } = words.doc.tokens[cue.to - 1]!;
  const first = all.find(other => hasCueAt(other, head));
  return first?.source ? { ...each, source: first.source } : each;
}

const followsAnd = ({ lower }: Words, at: number): boolean => /^(?:and|but)$/.test(lower[at - 1] ?? '');

const isBeside = ({ doc }: Words, at: number): boolean => doc.tokens[at]!.relation === 'conj';

const hasCueAt = ({ cue }: Attribution, at: number): boolean => cue !== null && cue.from <= at && at < cue.to;

const before = (words: Words, { from, to }: TokenSpan, end: number): TokenSpan[] =>
  from >= end ? [] : [{ from, to: trimmedEnd(words, from, Math.min(to, end)) }];

const endOf = ({ cue, contents }: Attribution): number => Math.max(cue!.to, ...contents.map(({ to }) => to));
