import { hashText, mix } from '../../learn/index.ts';
import { Columns } from './columns.ts';

/** Lemmas with this rate or more are likely cues. */
export const likelyRate = 5;

/** Steps from a token to the likely cue above it that are looked at. */
const longestPath = 12;

/** So many steps of a path are told apart. */
const namedPath = 4;

/** What the trees of a Doc say of each token, in the places of `Columns`. They grow and are used again. */
export class TreeColumns {
  /** Place of the nearest likely cue above; 0 for none. */
  cueAbove: Int32Array = new Int32Array(0);
  /** The relations on the way to it. */
  path: Int32Array = new Int32Array(0);
  /** Place of the last token on the way: the child of the cue under which this token stands; 0 for none. */
  branch: Int32Array = new Int32Array(0);
  /** Hash of the first word of what hangs from a token, where that is a mark like "that" or "to"; 0 without. */
  mark: Int32Array = new Int32Array(0);
  /** The set of relations that hang from a token. */
  children: Int32Array = new Int32Array(0);
  /** First and last place of what hangs from a token, itself included. */
  first: Int32Array = new Int32Array(0);
  last: Int32Array = new Int32Array(0);
  /** Whether a token is the first (1), the last (2), both (3) or neither (0) of what hangs from its branch. */
  edge: Int32Array = new Int32Array(0);

  fill(columns: Columns): void {
    const places = columns.length + 2 * Columns.pad;
    if (this.path.length < places) this.#grow(2 * places);
    this.#clear(places);
    for (let place = Columns.pad; place < places - Columns.pad; place++) this.#hang(columns, place);
    for (let place = Columns.pad; place < places - Columns.pad; place++) this.#climb(columns, place);
  }

  #grow(places: number): void {
    this.cueAbove = new Int32Array(places);
    this.path = new Int32Array(places);
    this.branch = new Int32Array(places);
    this.mark = new Int32Array(places);
    this.children = new Int32Array(places);
    this.first = new Int32Array(places);
    this.last = new Int32Array(places);
    this.edge = new Int32Array(places);
  }

  #clear(places: number): void {
    const { cueAbove, path, branch, mark, children, edge } = this;
    for (const column of [cueAbove, path, branch, mark, children, edge]) column.fill(0, 0, places);
    for (let place = 0; place < places; place++) this.first[place] = this.last[place] = place;
  }

  /** Tells a token's head, and those above it, of the token. */
  #hang({ head, relation, lemma }: Columns, place: number): void {
    const top = head[place]!;
    if (top === 0) return;
    this.children[top]! |= 1 << (relation[place]! & 31);
    if (relation[place] === markRelation && place < top && this.mark[top] === 0)
      this.mark[top] = lemma[place]!;
    for (let above = top, steps = 0; above !== 0 && steps < 200; above = head[above]!, steps++) {
      if (place < this.first[above]!) this.first[above] = place;
      else if (place > this.last[above]!) this.last[above] = place;
    }
  }

  #climb({ head, relation, rate }: Columns, place: number): void {
    let path = 0;
    let below = place;
    let above = head[place]!;
    for (let steps = 0; above !== 0 && steps < longestPath; steps++) {
      if (steps < namedPath) path = mix(path, relation[below]!);
      if (rate[above]! >= likelyRate) {
        this.cueAbove[place] = above;
        this.branch[place] = below;
        this.path[place] = mix(path, 1);
        this.edge[place] = (this.first[below] === place ? 1 : 0) + (this.last[below] === place ? 2 : 0);
        return;
      }
      below = above;
      above = head[above]!;
    }
  }
}

const markRelation = hashText('mark');
