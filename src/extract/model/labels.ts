import type { TokenSpan } from '../../domain/index.ts';

/** Labels of the first tagger: what every token is in the paragraph's outermost statements. */
export const roleLabels = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;

/** Labels of the second tagger: what every token is in the statement of one cue. */
export const frameLabels = ['O', 'B-source', 'I-source', 'B-content', 'I-content'] as const;

/** The spans that have a label, from its begin label on; `begin` is its number, the inside label's is one more. */
export function spansOf(
  labels: ArrayLike<number>,
  begin: number,
  offset = 0,
  length = labels.length,
): TokenSpan[] {
  const spans: TokenSpan[] = [];
  for (let at = 0; at < length; at++) {
    if (labels[at] !== begin) continue;
    const from = at;
    while (at + 1 < length && labels[at + 1] === begin + 1) at++;
    spans.push({ from: from + offset, to: at + 1 + offset });
  }
  return spans;
}
