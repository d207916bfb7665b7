import { type FeatureLists, feature1, feature2, feature3, mix } from '../../learn/index.ts';
import { Columns } from './columns.ts';
import { likelyRate, type TreeColumns } from './tree-columns.ts';

/** Raised whenever the features change: weights only fit the features that they were trained with. */
export const attributionFeaturesVersion = 1;

/**
 * Adds the features of the first tagger: a position of `lists` for each token from `from` to `to` (exclusive), which are a
 * paragraph.
 */
export function addRoleFeatures(
  columns: Columns,
  tree: TreeColumns,
  from: number,
  to: number,
  lists: FeatureLists,
): void {
  const near = new NearCues(columns, from, to);
  for (let at = from; at < to; at++) {
    const place = at + Columns.pad;
    addWords(columns, place, lists);
    addTags(columns, place, lists);
    addQuotes(columns, place, lists);
    addRates(columns, place, near, lists);
    addPlace(columns, place, lists);
    addPatterns(columns, place, lists);
    addMentions(columns, place, lists);
    addTree(columns, tree, place, lists);
    lists.next();
  }
}

function addWords({ hashed, quote }: Columns, at: number, lists: FeatureLists): void {
  const { lower, shape, suffix3, suffix2, prefix3, fine, coarse, traits } = hashed;
  const word = lower[at]!;
  lists.add(feature1(1, word));
  lists.add(feature1(2, lower[at - 1]!));
  lists.add(feature1(3, lower[at + 1]!));
  lists.add(feature1(4, lower[at - 2]!));
  lists.add(feature1(5, lower[at + 2]!));
  lists.add(feature1(6, lower[at - 3]!));
  lists.add(feature1(7, lower[at + 3]!));
  lists.add(feature2(8, lower[at - 1]!, word));
  lists.add(feature2(9, word, lower[at + 1]!));
  lists.add(feature2(10, lower[at - 2]!, lower[at - 1]!));
  lists.add(feature2(11, lower[at + 1]!, lower[at + 2]!));
  lists.add(feature2(12, lower[at - 1]!, lower[at + 1]!));
  lists.add(feature1(13, suffix3[at]!));
  lists.add(feature1(14, prefix3[at]!));
  lists.add(feature1(15, suffix2[at]!));
  lists.add(feature2(16, shape[at]!, shape[at + 1]!));
  lists.add(feature2(17, shape[at - 1]!, shape[at]!));
  lists.add(feature1(18, fine[at]!));
  lists.add(feature1(19, fine[at - 1]!));
  lists.add(feature1(20, fine[at + 1]!));
  lists.add(feature3(21, coarse[at - 1]!, coarse[at]!, coarse[at + 1]!));
  lists.add(feature2(22, word, traits[at]! & 3));
  lists.add(feature2(23, quote[at]!, word));
}

function addTags({ tag, upos, lemma, hashed }: Columns, at: number, lists: FeatureLists): void {
  const here = tag[at]!;
  lists.add(feature1(30, here));
  lists.add(feature1(31, tag[at - 1]!));
  lists.add(feature1(32, tag[at + 1]!));
  lists.add(feature1(33, tag[at - 2]!));
  lists.add(feature1(34, tag[at + 2]!));
  lists.add(feature3(35, tag[at - 1]!, here, tag[at + 1]!));
  lists.add(feature3(36, tag[at - 2]!, tag[at - 1]!, here));
  lists.add(feature3(37, here, tag[at + 1]!, tag[at + 2]!));
  lists.add(feature3(38, tag[at + 1]!, tag[at + 2]!, tag[at + 3]!));
  lists.add(feature3(39, tag[at - 3]!, tag[at - 2]!, tag[at - 1]!));
  lists.add(feature2(40, lemma[at]!, upos[at]!));
  lists.add(feature2(41, lemma[at]!, tag[at + 1]!));
  lists.add(feature2(42, lemma[at]!, tag[at - 1]!));
  lists.add(feature2(43, lemma[at - 1]!, here));
  lists.add(feature2(44, here, lemma[at + 1]!));
  lists.add(feature3(45, lemma[at]!, tag[at + 1]!, tag[at + 2]!));
  lists.add(feature3(46, lemma[at]!, upos[at - 1]!, upos[at - 2]!));
  lists.add(feature3(47, here, hashed.lower[at + 1]!, tag[at + 2]!));
}

function addQuotes({ quote, tag, lemma }: Columns, at: number, lists: FeatureLists): void {
  lists.add(feature3(50, quote[at - 1]!, quote[at]!, quote[at + 1]!));
  lists.add(feature3(51, quote[at]!, tag[at - 1]!, tag[at]!));
  lists.add(feature3(52, quote[at + 1]!, tag[at]!, tag[at + 1]!));
  lists.add(feature3(53, quote[at - 1]!, quote[at + 1]!, lemma[at]!));
}

function addRates(columns: Columns, at: number, near: NearCues, lists: FeatureLists): void {
  const { rate, tag, upos, commas, marks, lemma, quote } = columns;
  const left = near.left(at);
  const right = near.right(at);
  lists.add(feature2(60, rate[at]!, tag[at]!));
  lists.add(feature3(61, rate[at - 1]!, rate[at]!, rate[at + 1]!));
  lists.add(feature3(62, rate[at - 2]!, rate[at - 1]!, upos[at]!));
  lists.add(feature3(63, rate[at + 1]!, rate[at + 2]!, upos[at]!));
  lists.add(feature3(64, rate[at]!, tag[at - 1]!, tag[at + 1]!));
  const leftComma = left ? clip(commas[at]! - commas[left]!, 3) : 0;
  const rightComma = right ? clip(commas[right]! - commas[at]!, 3) : 0;
  const leftFar = left ? distance(at - left) : 0;
  const rightFar = right ? distance(right - at) : 0;
  const leftMarks = left ? clip(marks[at]! - marks[left]!, 3) : 0;
  const rightMarks = right ? clip(marks[right]! - marks[at]!, 3) : 0;
  lists.add(feature3(65, leftFar, leftComma, quote[at]!));
  lists.add(feature3(66, rightFar, rightComma, quote[at]!));
  lists.add(feature3(67, lemma[left]!, leftFar, upos[at]!));
  lists.add(feature3(68, lemma[right]!, rightFar, upos[at]!));
  lists.add(feature3(69, leftComma * 4 + rightComma, leftMarks * 4 + rightMarks, quote[at]!));
  lists.add(feature3(70, lemma[left]!, leftComma, quote[at]!));
  lists.add(feature3(71, lemma[right]!, rightComma, quote[at]!));
  lists.add(feature3(72, lemma[left]!, lemma[right]!, quote[at]!));
  lists.add(feature3(73, leftFar, rightFar, upos[at]!));
}

function addPlace(columns: Columns, at: number, lists: FeatureLists): void {
  const words = columns.words!;
  const token = at - Columns.pad;
  const number = words.sentenceOf[token]!;
  const sentence = words.doc.sentences[number]!;
  const block = words.doc.article.blocks[sentence.block]!;
  const first = words.doc.sentences[number - 1]?.block !== sentence.block ? 1 : 0;
  const last = words.doc.sentences[number + 1]?.block !== sentence.block ? 1 : 0;
  const fromStart = clip(token - sentence.from, 4);
  const fromEnd = clip(sentence.to - 1 - token, 4);
  const opening = sentence.from + Columns.pad;
  lists.add(feature2(80, fromStart, fromEnd));
  lists.add(feature3(81, fromStart, first * 2 + last, columns.quote[at]!));
  lists.add(feature2(82, columns.hashed.lower[opening]!, columns.quote[at]!));
  lists.add(feature2(83, sentence.block < 2 ? sentence.block : 2, block.kind.length));
  lists.add(feature3(84, columns.tag[opening]!, columns.tag[opening + 1]!, fromStart));
  lists.add(feature2(85, fromStart, columns.tag[at]!));
}

function addMentions({ mention, tag, relation, patterns }: Columns, at: number, lists: FeatureLists): void {
  const { sense } = patterns;
  lists.add(feature3(120, mention[at - 1]!, mention[at]!, mention[at + 1]!));
  lists.add(feature2(121, mention[at]!, tag[at + 1]!));
  lists.add(feature2(122, mention[at - 1]!, tag[at]!));
  lists.add(feature2(123, mention[at]!, relation[at]!));
  lists.add(feature2(124, sense[at]!, tag[at]!));
  lists.add(feature3(125, sense[at]!, tag[at + 1]!, tag[at + 2]!));
  lists.add(feature3(126, sense[at]!, mention[at - 1]!, tag[at + 1]!));
  lists.add(feature3(127, sense[at + 1]!, mention[at]!, tag[at]!));
  lists.add(feature2(128, sense[at - 1]!, tag[at]!));
}

function addPatterns({ patterns, rate, tag }: Columns, at: number, lists: FeatureLists): void {
  const { role, name } = patterns;
  const here = role[at]!;
  lists.add(feature3(90, role[at - 1]!, here, role[at + 1]!));
  lists.add(feature2(91, here, name[at]!));
  lists.add(feature3(92, here, role[at + 1]!, name[at + 1]!));
  lists.add(feature3(93, role[at - 1]!, here, name[at - 1]!));
  lists.add(feature3(94, here, rate[at]!, tag[at]!));
}

function addTree(columns: Columns, tree: TreeColumns, at: number, lists: FeatureLists): void {
  const { relation, head, lemma, tag, rate, upos } = columns;
  const top = head[at]!;
  const cue = tree.cueAbove[at]!;
  const path = tree.path[at]!;
  const branch = tree.branch[at]!;
  const side = at < cue ? 1 : 2;
  lists.add(feature2(100, relation[at]!, upos[at]!));
  lists.add(feature2(101, relation[at]!, lemma[top]!));
  lists.add(feature3(102, relation[at]!, tag[top]!, top < at ? 1 : 2));
  lists.add(feature2(103, relation[at]!, rate[top]!));
  lists.add(feature2(104, path, cue === 0 ? 0 : side));
  lists.add(feature3(105, path, lemma[cue]!, side));
  lists.add(feature3(106, relation[branch]!, lemma[cue]!, side));
  lists.add(feature3(107, relation[branch]!, tree.mark[branch]!, side));
  lists.add(feature3(108, relation[branch]!, rate[cue]!, tag[at]!));
  lists.add(feature2(109, tree.children[at]!, tag[at]!));
  lists.add(feature2(110, tree.children[at]!, lemma[at]!));
  lists.add(feature3(111, tree.edge[at]!, relation[branch]!, side));
  lists.add(feature3(112, tree.edge[at]!, tree.edge[at + 1]!, relation[at]!));
  lists.add(feature3(113, relation[at - 1]!, relation[at]!, relation[at + 1]!));
  lists.add(feature3(114, relation[branch]!, relation[tree.branch[at + 1]!]!, mix(rate[cue]!, side)));
  lists.add(feature3(115, relation[branch]!, relation[tree.branch[at - 1]!]!, mix(rate[cue]!, side)));
  lists.add(feature2(116, lemma[at]!, lemma[top]!));
  lists.add(feature3(117, tree.children[at]!, rate[at]!, relation[at]!));
}

export const clip = (value: number, most: number): number => (value > most ? most : value);

/** Distances in classes: each to 4, then by doubling. */
export const distance = (tokens: number): number =>
  tokens <= 4 ? tokens : tokens <= 8 ? 5 : tokens <= 16 ? 6 : tokens <= 32 ? 7 : 8;

/** The nearest token on either side, in the paragraph, whose lemma is often a cue; 0 for none. */
class NearCues {
  readonly #from: number;
  readonly #left: Int32Array;
  readonly #right: Int32Array;

  constructor({ rate }: Columns, from: number, to: number) {
    this.#from = from + Columns.pad;
    this.#left = new Int32Array(to - from);
    this.#right = new Int32Array(to - from);
    for (let index = 0, last = 0; index < to - from; index++) {
      this.#left[index] = last;
      if (rate[this.#from + index]! >= likelyRate) last = this.#from + index;
    }
    for (let index = to - from - 1, next = 0; index >= 0; index--) {
      this.#right[index] = next;
      if (rate[this.#from + index]! >= likelyRate) next = this.#from + index;
    }
  }

  left = (at: number): number => this.#left[at - this.#from]!;
  right = (at: number): number => this.#right[at - this.#from]!;
}
