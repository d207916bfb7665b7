import type { Doc, TokenSpan } from '../../domain/index.ts';

/** A stretch between quotation marks, marks included. It never leaves its block. */
export type Quotation = TokenSpan & {
  /** False where the block ends before a closing mark: the next block's quotation goes on with it. */
  readonly closed: boolean;
};

const doubles = new Set(['"', '“', '”', '„', "''", '``', '‘‘', '’’', '«', '»']);
const openers = new Set(['“', '„', '``', '‘‘', '«']);
const closers = new Set(['”', '’’', '»']);

/**
 * The quotations of a Doc, in order. Double marks (straight, curly, doubled apostrophes) are paired block by block; single marks count in
 * a block without double ones, where one stands after white space before a word and another closes it.
 */
export function findQuotations(doc: Doc, form: readonly string[]): Quotation[] {
  const found: Quotation[] = [];
  for (const { from, to } of blockSpans(doc)) {
    const marks = marksIn(doc, form, from, to);
    let open = -1;
    for (const { from: at, to: after, kind } of marks) {
      if (open < 0) {
        if (kind !== 'close') open = at;
      } else if (kind !== 'open') {
        if (after - open > 2) found.push({ from: open, to: after, closed: true });
        open = -1;
      }
    }
    if (open >= 0 && to - open > 1) found.push({ from: open, to, closed: false });
  }
  return found;
}

/** The tokens of each block that has sentences. */
function blockSpans({ sentences }: Doc): TokenSpan[] {
  const spans: { from: number; to: number }[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const last = spans.at(-1);
    if (last && sentences[index - 1]!.block === sentence.block) last.to = sentence.to;
    else spans.push({ from: sentence.from, to: sentence.to });
  }
  return spans;
}

type Mark = TokenSpan & { readonly kind: 'open' | 'close' | 'either' };

function marksIn(doc: Doc, form: readonly string[], from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (let at = from; at < to; at++) {
    const word = form[at]!;
    if (doubles.has(word)) marks.push({ from: at, to: at + 1, kind: kindOf(word) });
    else if (isDoubledApostrophe(doc, form, at)) {
      marks.push({ from: at, to: at + 2, kind: 'either' });
      at++;
    }
  }
  return marks.length > 0 ? marks : singleMarks(doc, form, from, to);
}

const kindOf = (mark: string): Mark['kind'] =>
  openers.has(mark) ? 'open' : closers.has(mark) ? 'close' : 'either';

/** Two apostrophes that the tokeniser left apart. */
const isDoubledApostrophe = (doc: Doc, form: readonly string[], at: number): boolean =>
  form[at] === "'" && form[at + 1] === "'" && doc.tokens[at]!.end === doc.tokens[at + 1]!.start;

/** Single marks open after white space and close before it: an apostrophe inside a word is no token of its own. */
function singleMarks(doc: Doc, form: readonly string[], from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  let open = -1;
  for (let at = from; at < to; at++) {
    const word = form[at]!;
    if (word !== '‘' && word !== '’' && word !== "'") continue;
    const spaceBefore = at === from || doc.tokens[at - 1]!.end < doc.tokens[at]!.start;
    const spaceAfter = at + 1 >= to || doc.tokens[at]!.end < doc.tokens[at + 1]!.start;
    if (open < 0 && word !== '’' && spaceBefore && !spaceAfter) open = at;
    else if (open >= 0 && word !== '‘' && !spaceBefore && closesSingle(form, at, spaceAfter)) {
      marks.push({ from: open, to: open + 1, kind: 'open' }, { from: at, to: at + 1, kind: 'close' });
      open = -1;
    }
  }
  return marks;
}

/** After a full stop or comma a single mark closes; elsewhere only where no plural's apostrophe can stand. */
const closesSingle = (form: readonly string[], at: number, spaceAfter: boolean): boolean =>
  /^[.,!?…]$/.test(form[at - 1]!) ||
  (/^[.,;:!?—–-]$/.test(form[at + 1] ?? '') && !spaceAfter) ||
  (spaceAfter && !/s$/i.test(form[at - 1]!));
