import type { TokenSpan } from '../../domain/index.ts';
import { hashText, mix, wordPad } from '../../learn/index.ts';
import type { Attribution } from '../statements/attribution.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';

/** What the patterns found, laid over the tokens: the trained finder learns how far to believe them. */
export type PatternColumns = {
  /** Role (see `roles`) that a token has in an outermost statement of the patterns. */
  readonly role: Int32Array;
  /** Hash of the pattern that gave it. */
  readonly name: Int32Array;
  /** Hash of what the vocabulary of cues says of the word: stance and frames. */
  readonly sense: Int32Array;
  readonly attributions: readonly Attribution[];
};

export const noPattern: PatternColumns = {
  role: new Int32Array(0),
  name: new Int32Array(0),
  sense: new Int32Array(0),
  attributions: [],
};

/** Numbers of roles in `PatternColumns.role`, begin and inside. */
export const patternRoles = { none: 0, source: 1, cue: 3, content: 5 } as const;

/** Lays pattern attributions, and the vocabulary of cues, over the tokens of a Doc. */
export function patternColumns(
  { lower }: Words,
  vocabulary: Vocabulary,
  attributions: readonly Attribution[],
): PatternColumns {
  const { length } = lower;
  const role = new Int32Array(length + 2 * wordPad);
  const name = new Int32Array(length + 2 * wordPad);
  const lay = ({ from, to }: TokenSpan, number: number, pattern: number): void => {
    for (let at = from; at < to; at++) {
      role[at + wordPad] = number + (at === from ? 0 : 1);
      name[at + wordPad] = pattern;
    }
  };
  const outermost = attributions.filter(attribution => !isInside(attributions, attribution));
  for (const { contents, pattern } of outermost)
    for (const content of contents) lay(content, patternRoles.content, hashText(pattern));
  for (const { source, pattern } of outermost)
    if (source) lay(source, patternRoles.source, hashText(pattern));
  for (const { cue, pattern } of outermost) if (cue) lay(cue, patternRoles.cue, hashText(pattern));
  const sense = new Int32Array(length + 2 * wordPad);
  for (let at = 0; at < length; at++) sense[at + wordPad] = senseOf(vocabulary, lower[at]!);
  return { role, name, sense, attributions };
}

function senseOf({ verbs, nouns }: Vocabulary, word: string): number {
  const cue = verbs.get(word)?.[0]?.verb ?? nouns.get(word);
  return cue ? mix(hashText(cue.stance), hashText([...cue.frames].join(' '))) : 0;
}

const isInside = (all: readonly Attribution[], { cue }: Attribution): boolean =>
  cue !== null &&
  all.some(({ contents }) => contents.some(({ from, to }) => from <= cue.from && cue.to <= to));
