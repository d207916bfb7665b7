/** What is known of a word: places in its run of cells. */
const headCell = 0;
const groupCell = 1;
const leftCell = 2;
const secondLeftCell = 3;
const rightCell = 4;
const secondRightCell = 5;
const leftCountCell = 6;
const rightCountCell = 7;
const stackCell = 8;
const wordCells = 9;

/**
 * Parser states in one array of small whole numbers, so that a state is copied by moving a run of memory. Words are
 * numbered from 1; 0 is none.
 *
 * A state has its stack and the first word of its buffer (all words from there on are not yet read), and for each word
 * what is known of it so far: head, group of its relation, the two outermost dependents on each side, and how many there are.
 */
export class States {
  /** First the depth of the stack and the front of the buffer, then a run of cells for each word. */
  #cells: Int16Array = new Int16Array(0);
  #stride = 0;
  words = 0;

  /** Makes room for `count` states over a sentence of so many words. */
  clear(words: number, count: number): void {
    this.words = words;
    this.#stride = 2 + wordCells * (words + 2);
    if (this.#cells.length < this.#stride * count) this.#cells = new Int16Array(2 * this.#stride * count);
  }

  /** Sets a state to the start of the sentence. */
  start(state: number): void {
    const at = state * this.#stride;
    this.#cells.fill(0, at, at + 2 + 2 * wordCells);
    this.#cells[at + 1] = 1;
  }

  /** Only what lies up to the front can have been touched: `shift` clears what comes next. */
  copy(from: number, to: number): void {
    const at = from * this.#stride;
    this.#cells.copyWithin(to * this.#stride, at, at + 2 + (this.front(from) + 1) * wordCells);
  }

  depth = (state: number): number => this.#cells[state * this.#stride]!;
  /** The first word of the buffer; beyond the last word when the buffer is empty. */
  front = (state: number): number => this.#cells[state * this.#stride + 1]!;
  bufferIsEmpty = (state: number): boolean => this.front(state) > this.words;

  /** The word at `depth` from the top of the stack, 0 being the top. */
  stackWord(state: number, depth: number): number {
    const at = state * this.#stride;
    const place = this.#cells[at]! - 1 - depth;
    return place < 0 ? 0 : this.#cells[at + 2 + place * wordCells + stackCell]!;
  }

  head = (state: number, word: number): number => this.#cell(state, headCell, word);
  /** Group of the relation of a word that has a head, numbered from 1; else 0. */
  group = (state: number, word: number): number => this.#cell(state, groupCell, word);
  left = (state: number, word: number): number => this.#cell(state, leftCell, word);
  secondLeft = (state: number, word: number): number => this.#cell(state, secondLeftCell, word);
  right = (state: number, word: number): number => this.#cell(state, rightCell, word);
  secondRight = (state: number, word: number): number => this.#cell(state, secondRightCell, word);
  leftCount = (state: number, word: number): number => this.#cell(state, leftCountCell, word);
  rightCount = (state: number, word: number): number => this.#cell(state, rightCountCell, word);

  #cell(state: number, cell: number, word: number): number {
    return this.#cells[state * this.#stride + 2 + word * wordCells + cell]!;
  }

  /** Moves the first word of the buffer onto the stack. */
  shift(state: number): void {
    const cells = this.#cells;
    const at = state * this.#stride;
    const size = cells[at]!;
    cells[at + 2 + size * wordCells + stackCell] = cells[at + 1]!;
    cells[at] = size + 1;
    const front = ++cells[at + 1]!;
    const next = at + 2 + front * wordCells;
    cells.fill(0, next, next + wordCells);
  }

  /** Takes the top off the stack, as a left dependent of the buffer's first word. */
  attachLeft(state: number, group: number): void {
    this.#attach(state, this.front(state), group, leftCell, leftCountCell);
  }

  /** Takes the top off the stack, as a right dependent of the word below it. */
  attachRight(state: number, group: number): void {
    this.#attach(state, this.stackWord(state, 1), group, rightCell, rightCountCell);
  }

  /** On either side, the dependent that comes last is the outermost. */
  #attach(state: number, head: number, group: number, outermost: number, count: number): void {
    const cells = this.#cells;
    const words = state * this.#stride + 2;
    const word = this.stackWord(state, 0);
    cells[state * this.#stride]!--;
    cells[words + word * wordCells + headCell] = head;
    cells[words + word * wordCells + groupCell] = group + 1;
    const at = words + head * wordCells;
    cells[at + outermost + 1] = cells[at + outermost]!;
    cells[at + outermost] = word;
    cells[at + count]!++;
  }
}
