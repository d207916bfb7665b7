import { type Doc, type Sentence, type Token, textOf } from '../domain/index.ts';
import { type Line, plain, quiet } from './page.ts';
import { displayWidth } from './text/width.ts';
import { clean, shorten } from './words.ts';

/** Columns for relation, tag and lemma, and for a word that hangs deep. */
const columnsBeside = 38;
const leastWord = 12;
/** Columns of one step away from the root. */
const step = 2;

/**
 * The tree of a sentence, one word a line in the order of the text, each with its relation to the word that it hangs on,
 * its tag, and its lemma where that is another form. Takes about `width` columns; where that is too few for the depth,
 * words hang on a word nearer to the root, and their line says on which they hang in truth.
 */
export function treeLines(doc: Doc, sentence: Sentence, width: number): readonly Line[] {
  const deepest = Math.max(2, Math.floor((width - columnsBeside - leastWord) / step));
  const tree = drawnTree(doc.tokens, sentence, deepest);
  const rows = drawn(tree).map(({ branch, at }) => ({
    branch,
    word: wordAt(doc, at),
    grammar: grammarOf(doc, at, tree),
  }));
  const ends = rows.map(({ branch, word }) => branch.length + displayWidth(word));
  const widest = Math.max(...ends);
  return rows.map(({ branch, word, grammar }, row) => [
    quiet(unbroken(branch)),
    plain(unbroken(word)),
    quiet(unbroken(`${' '.repeat(widest - ends[row]! + 2)}${grammar}`)),
  ]);
}

/** With spaces at which no printer breaks the line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

const wordAt = ({ article, tokens }: Doc, at: number): string =>
  shorten(clean(textOf(article.text, tokens[at]!)), 40);

/** `nsubj       NNP   advise`: relation, tag, and a lemma that is another form. */
function grammarOf(doc: Doc, at: number, { heads }: DrawnTree): string {
  const { relation, xpos, lemma, head } = doc.tokens[at]!;
  const isRaised = head >= 0 && heads.get(at) !== head;
  const notes = [
    isForm(lemma, wordAt(doc, at)) ? '' : shorten(clean(lemma), 20),
    isRaised ? `on ${shorten(wordAt(doc, head), 20)}` : '',
  ];
  return `${relation.padEnd(12)} ${xpos.padEnd(5)} ${notes.filter(Boolean).join(' ')}`.trimEnd();
}

/** Whether the lemma is the word as it stands, but for capitals and curled marks. */
const isForm = (lemma: string, word: string): boolean =>
  lemma.toLowerCase() === word.toLowerCase().replaceAll('’', "'");

/** A sentence's words with the words that they are drawn under; `heads` has no entry for a root. */
type DrawnTree = {
  readonly roots: readonly number[];
  readonly heads: ReadonlyMap<number, number>;
  readonly children: ReadonlyMap<number, readonly number[]>;
};

function drawnTree(tokens: readonly Token[], { from, to }: Sentence, deepest: number): DrawnTree {
  const depths = depthsOf(tokens, from, to);
  const words = Array.from({ length: to - from }, (_, nth) => from + nth);
  const heads = new Map<number, number>();
  for (const at of words.toSorted((a, b) => depths.get(a)! - depths.get(b)!)) {
    const { head } = tokens[at]!;
    if (depths.get(at) === 0) continue;
    heads.set(at, depths.get(head)! < deepest ? head : heads.get(head)!);
  }
  const children = Map.groupBy(heads.keys().toArray().sort(inOrder), at => heads.get(at)!);
  return { roots: words.filter(at => !heads.has(at)), heads, children };
}

const inOrder = (a: number, b: number): number => a - b;

/** How many steps each word is from its root; a word whose heads go round in a circle counts as a root. */
function depthsOf(tokens: readonly Token[], from: number, to: number): ReadonlyMap<number, number> {
  const depths = new Map<number, number>();
  for (let first = from; first < to; first++) {
    const path = new Set<number>();
    let at = first;
    while (at >= from && at < to && !depths.has(at) && !path.has(at)) {
      path.add(at);
      at = tokens[at]!.head;
    }
    let depth = depths.get(at) ?? -1;
    for (const each of [...path].reverse()) depths.set(each, ++depth);
  }
  return depths;
}

type DrawnWord = { readonly branch: string; readonly at: number };

/** Words before the one that they hang on are above it, the others below; branches lead from it to them. */
function drawn({ roots, children }: DrawnTree): readonly DrawnWord[] {
  const rows: DrawnWord[] = [];
  const draw = (at: number, above: string, branch: string, below: string) => {
    const hanging = children.get(at) ?? [];
    const before = hanging.filter(child => child < at);
    const after = hanging.filter(child => child > at);
    for (const [nth, child] of before.entries())
      draw(child, above + (nth === 0 ? '  ' : '│ '), above + (nth === 0 ? '┌─' : '├─'), `${above}│ `);
    rows.push({ branch, at });
    for (const [nth, child] of after.entries()) {
      const isLast = nth === after.length - 1;
      draw(child, `${below}│ `, below + (isLast ? '└─' : '├─'), below + (isLast ? '  ' : '│ '));
    }
  };
  for (const root of roots) draw(root, '', '', '');
  return rows;
}
