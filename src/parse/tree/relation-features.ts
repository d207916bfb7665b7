import { type FeatureLists, feature1, feature2, feature3, mix } from '../../learn/index.ts';
import { tagKind } from '../tag/tagger.ts';
import type { TreeWords } from './tree-words.ts';

const auxiliary = tagKind('AUX');
/** Kinds of words that say how what they hang on is joined to the rest. */
const joining = (1 << tagKind('ADP')) | (1 << tagKind('SCONJ')) | (1 << tagKind('PART'));

/** What a word's dependents say of it, gathered for a sentence whose heads are known. Word 0 is the root's head. */
class Dependents {
  /** A bit for each kind of dependent, on the left and on the right. */
  leftKinds: Int32Array = new Int32Array(0);
  rightKinds: Int32Array = new Int32Array(0);
  /** The words of the last auxiliary, and of the first joining word. */
  auxiliary: Int32Array = new Int32Array(0);
  joint: Int32Array = new Int32Array(0);
  first: Int32Array = new Int32Array(0);
  last: Int32Array = new Int32Array(0);
  /** For each word: the dependent of the same head that stands before and after it. */
  before: Int32Array = new Int32Array(0);
  after: Int32Array = new Int32Array(0);

  read(words: TreeWords, heads: ArrayLike<number>): void {
    const { length } = words;
    this.#clear(length + 1);
    for (let at = 1; at <= length; at++) {
      const head = heads[at]!;
      const side = at < head ? this.leftKinds : this.rightKinds;
      side[head]! |= 1 << words.kind(at);
      if (words.kind(at) === auxiliary) this.auxiliary[head] = words.word(at);
      if (this.joint[head] === 0 && (joining >>> words.kind(at)) & 1) this.joint[head] = words.word(at);
      if (this.first[head] === 0) this.first[head] = at;
      this.before[at] = this.last[head]!;
      if (this.last[head] !== 0) this.after[this.last[head]!] = at;
      this.last[head] = at;
    }
  }

  #clear(places: number): void {
    if (this.first.length < places) {
      this.leftKinds = new Int32Array(2 * places);
      this.rightKinds = new Int32Array(2 * places);
      this.auxiliary = new Int32Array(2 * places);
      this.joint = new Int32Array(2 * places);
      this.first = new Int32Array(2 * places);
      this.last = new Int32Array(2 * places);
      this.before = new Int32Array(2 * places);
      this.after = new Int32Array(2 * places);
      return;
    }
    for (const column of [this.leftKinds, this.rightKinds, this.auxiliary, this.joint])
      column.fill(0, 0, places);
    for (const column of [this.first, this.last, this.before, this.after]) column.fill(0, 0, places);
  }
}

const shared = new Dependents();

/**
 * Adds the features by which the relations of a finished tree are named: a position of `lists` for each word. `heads` has
 * each word's head from place 1 on, 0 for the root.
 */
export function addRelationFeatures(words: TreeWords, heads: ArrayLike<number>, lists: FeatureLists): void {
  shared.read(words, heads);
  for (let at = 1; at <= words.length; at++) {
    const head = heads[at]!;
    const side = head === 0 ? 0 : at < head ? 1 : 2;
    addPair(words, at, head, side, lists);
    addDependents(words, at, head, side, lists);
    addPlaces(words, heads, at, head, side, lists);
    lists.next();
  }
}

function addPair(words: TreeWords, at: number, head: number, side: number, lists: FeatureLists): void {
  const distance = Math.min(Math.abs(at - head), 6) * 4 + side;
  lists.add(feature1(0, side));
  lists.add(feature2(1, words.both(at), side));
  lists.add(feature2(2, words.both(head), side));
  lists.add(feature3(3, words.exact(at), words.exact(head), side));
  lists.add(feature3(4, words.exact(at), words.exact(head), distance));
  lists.add(feature3(5, words.word(at), words.exact(head), side));
  lists.add(feature3(6, words.exact(at), words.word(head), side));
  lists.add(feature3(7, words.word(at), words.word(head), side));
  lists.add(feature3(8, words.fine(at), words.fine(head), side));
  lists.add(feature3(9, words.coarse(at), words.exact(head), side));
  lists.add(feature3(10, words.fine(at), words.exact(head), side));
  lists.add(feature3(11, words.exact(at), words.fine(head), side));
  lists.add(feature2(12, words.word(at), distance));
}

function addDependents(words: TreeWords, at: number, head: number, side: number, lists: FeatureLists): void {
  const { leftKinds, rightKinds, auxiliary: aux, joint, first, last } = shared;
  const pair = mix(words.exact(at), words.exact(head));
  const kinds = mix(words.kind(at), words.kind(head)) ^ side;
  lists.add(feature3(20, pair, joint[at]!, side));
  lists.add(feature3(21, words.word(head), joint[at]!, words.exact(at)));
  lists.add(feature3(22, words.word(at), joint[at]!, words.kind(head)));
  lists.add(feature3(23, pair, aux[head]!, side));
  lists.add(feature3(24, pair, aux[at]!, side));
  lists.add(feature3(25, kinds, leftKinds[at]!, rightKinds[at]!));
  lists.add(feature3(26, kinds, leftKinds[head]!, rightKinds[head]!));
  lists.add(feature3(27, pair, leftKinds[at]!, side));
  lists.add(feature3(28, pair, leftKinds[head]!, side));
  lists.add(feature3(29, pair, rightKinds[head]!, side));
  lists.add(feature3(30, pair, words.word(first[at]!), side));
  lists.add(feature3(31, pair, words.exact(first[at]!), words.exact(last[at]!)));
  lists.add(feature3(32, words.exact(at), joint[at]!, aux[head]!));
  lists.add(feature3(33, kinds, joint[head]!, aux[at]!));
  lists.add(feature3(35, mix(pair, joint[at]!), aux[at]!, side));
  lists.add(feature3(36, words.fine(at), joint[at]!, words.exact(head)));
  lists.add(feature3(37, words.fine(head), joint[at]!, words.exact(at)));
  lists.add(feature3(38, kinds, words.word(first[head]!), side));
  lists.add(feature3(39, mix(kinds, joint[at]!), words.word(first[at]!), leftKinds[at]!));
  lists.add(feature3(34, words.word(at), words.exact(last[at]!), side));
}

function addPlaces(
  words: TreeWords,
  heads: ArrayLike<number>,
  at: number,
  head: number,
  side: number,
  lists: FeatureLists,
): void {
  const { before, after } = shared;
  const pair = mix(words.exact(at), words.exact(head));
  const kinds = mix(words.kind(at), words.kind(head)) ^ side;
  const above = head === 0 ? 0 : heads[head]!;
  const mask = head === 0 ? 0 : words.between(Math.min(at, head), Math.max(at, head));
  lists.add(feature3(40, pair, mask, side));
  lists.add(feature3(41, pair, words.exact(above), side));
  lists.add(feature3(42, kinds, words.exact(before[at]!), words.exact(after[at]!)));
  lists.add(feature3(43, pair, words.exact(before[at]!), side));
  lists.add(feature3(44, pair, words.exact(after[at]!), side));
  lists.add(feature3(45, pair, words.exact(at - 1), words.exact(at + 1)));
  lists.add(feature3(46, pair, words.kind(head === 0 ? 0 : head - 1), words.kind(head + 1)));
  lists.add(feature3(47, kinds, words.word(before[at]!), 0));
  lists.add(feature3(48, words.word(at), words.word(at + 1), side));
  lists.add(feature3(49, words.word(at), words.word(at - 1), side));
  lists.add(feature3(50, pair, at === 1 ? 1 : 0, at === words.length ? 1 : 0));
  lists.add(feature3(52, kinds, words.word(after[at]!), side));
  lists.add(feature3(53, words.exact(at), words.word(above), words.exact(head)));
  lists.add(feature3(54, words.fine(at), words.fine(head), words.kind(before[at]!)));
  lists.add(feature3(55, mix(pair, words.kind(before[at]!)), words.kind(after[at]!), side));
  lists.add(feature3(56, words.word(at), words.exact(before[at]!), words.exact(head)));
  lists.add(feature3(57, words.coarse(at), words.coarse(head), words.coarse(before[at]!)));
  lists.add(feature3(51, words.word(head), words.exact(at), words.kind(before[at]!)));
}
