import type { States } from './states.ts';

/**
 * The moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011), numbered: 0 shifts; then a left
 * attachment for each group of relations; then a right one for each. A sentence of n words takes 2n - 1 moves, and the word that
 * is left is the root, so every result is one tree.
 */
export const shiftMove = 0;
export const leftMove = (group: number): number => 1 + group;
export const rightMove = (group: number, groups: number): number => 1 + groups + group;

/** Whether any move of the kind is possible: 0 shift, 1 left, 2 right. */
export function canMove(states: States, state: number, kind: 0 | 1 | 2): boolean {
  if (kind === 2) return states.depth(state) >= 2;
  return !states.bufferIsEmpty(state) && (kind === 0 || states.depth(state) >= 1);
}

export function makeMove(states: States, state: number, move: number, groups: number): void {
  if (move === shiftMove) states.shift(state);
  else if (move <= groups) states.attachLeft(state, move - 1);
  else states.attachRight(state, move - 1 - groups);
}
