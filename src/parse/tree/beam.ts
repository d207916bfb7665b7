import {
  dependentFeatures,
  dependentSignature,
  mostTreeFeatures,
  stackFeatures,
  topFeatures,
  tripleFeatures,
} from './features.ts';
import { type MoveWeights, ScoreCache } from './score-cache.ts';
import { States } from './states.ts';
import { canMove, leftMove, makeMove, rightMove, shiftMove } from './transitions.ts';
import type { TreeWords } from './tree-words.ts';

/** Word numbers and the one after the last take nine bits. */
const longestSentence = 510;

/**
 * Searches the moves that build the best tree, keeping the `width` best states after each move. All arrays are used
 * again: nothing is allocated for a sentence that is not longer than those before.
 */
export class Beam {
  readonly states = new States();
  readonly relations: number;
  readonly width: number;
  /** States that are worse than the best by more than this are given up. */
  readonly #margin: number;
  readonly #weights: MoveWeights;
  readonly #moves: number;
  readonly #keys = new Int32Array(mostTreeFeatures);
  readonly #moveScores: Float32Array;
  readonly #cache: ScoreCache;
  readonly #restCache: ScoreCache;
  #words: TreeWords | null = null;
  /** How many states there are, and their scores, best first. */
  count = 0;
  scores: Float64Array;
  #nextScores: Float64Array;
  readonly #nextParents: Int32Array;
  readonly #nextMoves: Int32Array;
  /** Where this generation of states lies: its first slot. */
  #base = 0;
  step = 0;
  /** For each step and place: the place in the step before, and the move from there. */
  #parents: Int32Array = new Int32Array(0);
  #history: Int32Array = new Int32Array(0);

  constructor(weights: MoveWeights, relations: number, width: number, margin: number) {
    this.#weights = weights;
    this.relations = relations;
    this.width = width;
    this.#margin = margin;
    this.#moves = 1 + 2 * relations;
    this.#moveScores = new Float32Array(this.#moves);
    this.#cache = new ScoreCache(this.#moves);
    this.#restCache = new ScoreCache(this.#moves);
    this.scores = new Float64Array(width);
    this.#nextScores = new Float64Array(width);
    this.#nextParents = new Int32Array(width);
    this.#nextMoves = new Int32Array(width);
  }

  /** `extra` states are left to the caller, numbered from `2 * width`. */
  start(words: TreeWords, extra = 0): void {
    if (words.length > longestSentence) throw new Error(`a sentence of ${words.length} words`);
    this.#words = words;
    this.#cache.clear();
    this.#restCache.clear();
    this.states.clear(words.length, 2 * this.width + extra);
    this.states.start(0);
    this.#base = 0;
    this.count = 1;
    this.scores[0] = 0;
    this.step = 0;
    const places = (2 * words.length + 1) * this.width;
    if (this.#parents.length < places) {
      this.#parents = new Int32Array(2 * places);
      this.#history = new Int32Array(2 * places);
    }
  }

  /** Scores of all moves from a state; those that are impossible there are meaningless. */
  scoreMoves(state: number): Float32Array {
    const { states } = this;
    const words = this.#words!;
    const keys = this.#keys;
    const s0 = states.stackWord(state, 0);
    const s1 = states.stackWord(state, 1);
    const b0 = states.front(state);
    const scores = this.#moveScores.fill(0);
    const top = s0 * 512 + b0;
    const stack = 2 ** 18 + s1 * 512 + s0;
    const triple = 2 ** 28 + (s1 * 512 + s0) * 512 + b0;
    const cache = this.#cache;
    if (!cache.addTo(top, scores))
      cache.fill(top, this.#weights, keys, topFeatures(words, s0, b0, keys, 0), scores);
    if (!cache.addTo(stack, scores))
      cache.fill(stack, this.#weights, keys, stackFeatures(words, s1, s0, keys, 0), scores);
    if (!cache.addTo(triple, scores))
      cache.fill(triple, this.#weights, keys, tripleFeatures(words, s1, s0, b0, keys, 0), scores);
    const rest = dependentSignature(states, state);
    if (!this.#restCache.addTo(rest, scores)) {
      this.#restCache.fill(
        rest,
        this.#weights,
        keys,
        dependentFeatures(states, state, words, keys, 0),
        scores,
      );
    }
    return scores;
  }

  /** Makes one move from every state and keeps the best of what comes of it. */
  advance(): void {
    let kept = 0;
    for (let place = 0; place < this.count; place++) {
      if (this.scores[place]! < this.scores[0]! - this.#margin) break;
      kept = this.#expand(place, kept);
    }
    const to = this.#base === 0 ? this.width : 0;
    const row = ++this.step * this.width;
    for (let place = 0; place < kept; place++) {
      const parent = this.#nextParents[place]!;
      const move = this.#nextMoves[place]!;
      this.states.copy(this.#base + parent, to + place);
      makeMove(this.states, to + place, move, this.relations);
      this.#parents[row + place] = parent;
      this.#history[row + place] = move;
    }
    [this.scores, this.#nextScores] = [this.#nextScores, this.scores];
    this.#base = to;
    this.count = kept;
  }

  #expand(place: number, kept: number): number {
    const state = this.#base + place;
    const scores = this.scoreMoves(state);
    const before = this.scores[place]!;
    let count = kept;
    if (canMove(this.states, state, 0))
      count = this.#offer(before + scores[shiftMove]!, place, shiftMove, count);
    if (canMove(this.states, state, 1)) {
      const first = leftMove(0);
      for (let move = first; move < first + this.relations; move++) {
        count = this.#offer(before + scores[move]!, place, move, count);
      }
    }
    if (canMove(this.states, state, 2)) {
      for (let move = rightMove(0, this.relations); move < this.#moves; move++) {
        count = this.#offer(before + scores[move]!, place, move, count);
      }
    }
    return count;
  }

  /** Keeps a candidate where it is among the best so far; of equals the earlier stays before the later. */
  #offer(score: number, parent: number, move: number, count: number): number {
    const scores = this.#nextScores;
    if (count === this.width && score <= scores[count - 1]!) return count;
    let at = count < this.width ? count : count - 1;
    for (; at > 0 && scores[at - 1]! < score; at--) {
      scores[at] = scores[at - 1]!;
      this.#nextParents[at] = this.#nextParents[at - 1]!;
      this.#nextMoves[at] = this.#nextMoves[at - 1]!;
    }
    scores[at] = score;
    this.#nextParents[at] = parent;
    this.#nextMoves[at] = move;
    return Math.min(count + 1, this.width);
  }

  /** The slot of the state at a place of the beam. */
  slot = (place: number): number => this.#base + place;

  parent = (step: number, place: number): number => this.#parents[step * this.width + place]!;
  move = (step: number, place: number): number => this.#history[step * this.width + place]!;
}
