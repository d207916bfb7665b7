import type { CharSpan, Statement } from '../../domain/index.ts';

/** A statement and a place that have less in common, of what either has, are not meant by one another. */
const leastShare = 0.5;

/** The statement whose content, or cue where it has none, is at a place; of several the one that fits it best, then the first. */
export function statementAt(statements: readonly Statement[], place: CharSpan): Statement | null {
  let best: Statement | null = null;
  let most = leastShare;
  for (const statement of statements) {
    const { content, cue } = statement;
    const parts = content.length > 0 ? content : cue;
    if (parts.length === 0) continue;
    const whole = {
      start: Math.min(...parts.map(({ start }) => start)),
      end: Math.max(...parts.map(({ end }) => end)),
    };
    const share = Math.max(commonShare(whole, place), ...parts.map(part => 0.9 * commonShare(part, place)));
    if (share <= most) continue;
    best = statement;
    most = share;
  }
  return best;
}

/** 0 to 1: what two spans have in common, of what either has. */
function commonShare(a: CharSpan, b: CharSpan): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
