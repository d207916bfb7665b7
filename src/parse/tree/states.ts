/**
 * Parser states in one array of small whole numbers, so that a state is copied by moving a run of memory. Words are
 * numbered from 1; 0 is none.
 *
 * A state has its stack and the first word of its buffer (all words from there on are not yet read), and for each word
 * what is known of it so far: head, relation, the two outermost dependents on each side, and how many there are.
 */
export class States {
  /** Places of a state from its start: first the counts, then the columns, each `width` long. */
  #cells: Int16Array = new Int16Array(0);
  #width = 0;
  #stride = 0;
  words = 0;

  /** Makes room for `count` states over a sentence of so many words. */
  clear(words: number, count: number): void {
    this.words = words;
    this.#width = words + 2;
    this.#stride = 2 + 9 * this.#width;
    if (this.#cells.length < this.#stride * count) this.#cells = new Int16Array(2 * this.#stride * count);
    this.#cells.fill(0, 0, this.#stride * count);
  }

  /** Sets a state to the start of the sentence. */
  start(state: number): void {
    const at = state * this.#stride;
    this.#cells.fill(0, at, at + this.#stride);
    this.#cells[at + 1] = 1;
  }

  copy(from: number, to: number): void {
    const at = from * this.#stride;
    this.#cells.copyWithin(to * this.#stride, at, at + this.#stride);
  }

  depth = (state: number): number => this.#cells[state * this.#stride]!;
  /** The first word of the buffer; beyond the last word when the buffer is empty. */
  front = (state: number): number => this.#cells[state * this.#stride + 1]!;
  bufferIsEmpty = (state: number): boolean => this.front(state) > this.words;

  /** The word at `depth` from the top of the stack, 0 being the top. */
  stackWord(state: number, depth: number): number {
    const at = state * this.#stride;
    const size = this.#cells[at]!;
    return depth < size ? this.#cells[at + 2 + size - 1 - depth]! : 0;
  }

  head = (state: number, word: number): number => this.#cell(state, 1, word);
  relation = (state: number, word: number): number => this.#cell(state, 2, word);
  left = (state: number, word: number): number => this.#cell(state, 3, word);
  secondLeft = (state: number, word: number): number => this.#cell(state, 4, word);
  right = (state: number, word: number): number => this.#cell(state, 5, word);
  secondRight = (state: number, word: number): number => this.#cell(state, 6, word);
  leftCount = (state: number, word: number): number => this.#cell(state, 7, word);
  rightCount = (state: number, word: number): number => this.#cell(state, 8, word);

  #cell(state: number, column: number, word: number): number {
    return this.#cells[state * this.#stride + 2 + column * this.#width + word]!;
  }

  /** Moves the first word of the buffer onto the stack. */
  shift(state: number): void {
    const cells = this.#cells;
    const at = state * this.#stride;
    const size = cells[at]!;
    cells[at + 2 + size] = cells[at + 1]!;
    cells[at] = size + 1;
    cells[at + 1]!++;
  }

  /** Takes the top off the stack, as a left dependent of the buffer's first word. */
  attachLeft(state: number, relation: number): void {
    const word = this.stackWord(state, 0);
    const head = this.front(state);
    this.#cells[state * this.#stride]!--;
    this.#attach(state, word, head, relation, 3);
  }

  /** Takes the top off the stack, as a right dependent of the word below it. */
  attachRight(state: number, relation: number): void {
    const word = this.stackWord(state, 0);
    const head = this.stackWord(state, 1);
    this.#cells[state * this.#stride]!--;
    this.#attach(state, word, head, relation, 5);
  }

  /** On either side, the dependent that comes last is the outermost. */
  #attach(state: number, word: number, head: number, relation: number, column: number): void {
    const cells = this.#cells;
    const width = this.#width;
    const columns = state * this.#stride + 2;
    cells[columns + width + word] = head;
    cells[columns + 2 * width + word] = relation;
    const outermost = columns + column * width + head;
    cells[outermost + width] = cells[outermost]!;
    cells[outermost] = word;
    cells[columns + (column === 3 ? 7 : 8) * width + head]!++;
  }
}
