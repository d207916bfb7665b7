import type { WeightTable } from '../../learn/index.ts';
import { lookSize, StateFeatures, stateFeatures } from './features.ts';
import { Looks } from './looks.ts';
import { States } from './states.ts';
import { canMove, leftMove, makeMove, rightMove, shiftMove } from './transitions.ts';
import type { TreeWords } from './tree-words.ts';

/** What a learner adds to the scores of moves that attach a word to another than its head in the treebank. */
export type MoveCosts = (word: number, head: number, group: number) => number;

/**
 * Searches the moves that build the best tree, keeping the `width` best states after each move. All arrays are used
 * again: nothing is allocated for a sentence that is not longer than those before.
 */
export class Beam {
  readonly states = new States();
  readonly features = new StateFeatures();
  readonly groups: number;
  readonly width: number;
  /** States that are worse than the best by more than this are given up. */
  readonly #margin: number;
  readonly #weights: WeightTable;
  readonly #moveScores: Float32Array;
  /** Of one step: a third of its states look like others, since they differ only where no feature looks. */
  readonly #looks: Looks;
  #words: TreeWords | null = null;
  #costs: MoveCosts | null = null;
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

  constructor(weights: WeightTable, groups: number, width: number, margin: number) {
    this.#weights = weights;
    this.groups = groups;
    this.width = width;
    this.#margin = margin;
    this.#moveScores = new Float32Array(1 + 2 * groups);
    this.#looks = new Looks(width, lookSize, 1 + 2 * groups);
    this.scores = new Float64Array(width);
    this.#nextScores = new Float64Array(width);
    this.#nextParents = new Int32Array(width);
    this.#nextMoves = new Int32Array(width);
  }

  /** `extra` states are left to the caller, numbered from `2 * width`. */
  start(words: TreeWords, extra = 0, costs: MoveCosts | null = null): void {
    this.#words = words;
    this.#costs = costs;
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
    this.features.lookAt(this.states, state, this.#words!);
    return this.#scoreSeen(state, this.#moveScores);
  }

  #scoreOnce(state: number): Float32Array {
    const { features } = this;
    features.lookAt(this.states, state, this.#words!);
    return this.#looks.find(features.look) ?? this.#scoreSeen(state, this.#looks.keep(features.look));
  }

  /** Of the state last looked at. */
  #scoreSeen(state: number, scores: Float32Array): Float32Array {
    scores.fill(0);
    this.features.makeKeys(this.#words!);
    this.#weights.addAll(this.features.keys, 0, stateFeatures, scores, 0);
    if (this.#costs) this.#addCosts(this.#costs, state, scores);
    return scores;
  }

  #addCosts(costs: MoveCosts, state: number, scores: Float32Array): void {
    const word = this.states.stackWord(state, 0);
    const below = this.states.stackWord(state, 1);
    const front = this.states.front(state);
    for (let group = 0; group < this.groups; group++) {
      scores[leftMove(group)]! += costs(word, front, group);
      scores[rightMove(group, this.groups)]! += costs(word, below, group);
    }
  }

  /** Makes one move from every state and keeps the best of what comes of it. */
  advance(): void {
    let kept = 0;
    this.#looks.clear();
    for (let place = 0; place < this.count; place++) {
      if (this.scores[place]! < this.scores[0]! - this.#margin) break;
      kept = this.#expand(place, kept);
    }
    const to = this.#base === 0 ? this.width : 0;
    const row = ++this.step * this.width;
    for (let place = 0; place < kept; place++) {
      const parent = this.#nextParents[place]!;
      const move = this.#nextMoves[place]!;
      this.#parents[row + place] = parent;
      this.#history[row + place] = move;
      this.states.copy(this.#base + parent, to + place);
      makeMove(this.states, to + place, move, this.groups);
    }
    [this.scores, this.#nextScores] = [this.#nextScores, this.scores];
    this.#base = to;
    this.count = kept;
  }

  #expand(place: number, kept: number): number {
    const state = this.#base + place;
    const scores = this.#scoreOnce(state);
    const before = this.scores[place]!;
    let count = kept;
    if (canMove(this.states, state, 0))
      count = this.#offer(before + scores[shiftMove]!, place, shiftMove, count);
    if (canMove(this.states, state, 1)) {
      const first = leftMove(0);
      for (let move = first; move < first + this.groups; move++) {
        count = this.#offer(before + scores[move]!, place, move, count);
      }
    }
    if (canMove(this.states, state, 2)) {
      for (let move = rightMove(0, this.groups); move < scores.length; move++) {
        count = this.#offer(before + scores[move]!, place, move, count);
      }
    }
    return count;
  }

  /** Keeps a candidate where it is among the best so far; of equals the earlier stays before the later. */
  #offer(score: number, parent: number, move: number, count: number): number {
    const scores = this.#nextScores;
    if (count > 0 && score < scores[0]! - this.#margin) return count;
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
