import { leftMove, rightMove, shiftMove } from '../../src/parse/tree/transitions.ts';

/** Heads by word number from 1, 0 the root; place 0 is not used. */
export type Heads = number[];

/**
 * Makes a tree projective: as long as arcs cross, the shortest that spans words outside its head's subtree is lifted to
 * the head's head (Nivre and Nilsson 2005, without marking).
 */
export function projective(heads: Heads): Heads {
  const lifted = heads.slice();
  for (;;) {
    const word = shortestCrossing(lifted);
    if (word === 0) return lifted;
    lifted[word] = lifted[lifted[word]!]!;
  }
}

function shortestCrossing(heads: Heads): number {
  let found = 0;
  for (let word = 1; word < heads.length; word++) {
    const head = heads[word]!;
    if (head === 0 || coversOwn(heads, word, head)) continue;
    if (found === 0 || Math.abs(head - word) < Math.abs(heads[found]! - found)) found = word;
  }
  return found;
}

/** Whether every word between the two comes from the head. */
function coversOwn(heads: Heads, word: number, head: number): boolean {
  for (let between = Math.min(word, head) + 1; between < Math.max(word, head); between++) {
    let above = between;
    while (above !== 0 && above !== head) above = heads[above]!;
    if (above !== head) return false;
  }
  return true;
}

/** The moves that build a projective tree: a word is attached as soon as it has all its dependents. */
export function goldMoves(heads: Heads, relations: readonly number[], relationCount: number): number[] {
  const missing = heads.map(() => 0);
  for (const head of heads.slice(1)) missing[head]!++;
  const moves: number[] = [];
  const stack: number[] = [];
  const attach = (move: number) => {
    missing[heads[stack.pop()!]!]!--;
    moves.push(move);
  };
  for (let front = 1; front < heads.length || stack.length > 1; ) {
    const top = stack.at(-1) ?? 0;
    const done = top > 0 && missing[top] === 0;
    if (done && heads[top] === front) attach(leftMove(relations[top]!));
    else if (done && stack.length > 1 && heads[top] === stack.at(-2)) {
      attach(rightMove(relations[top]!, relationCount));
    } else {
      moves.push(shiftMove);
      stack.push(front++);
    }
  }
  return moves;
}
