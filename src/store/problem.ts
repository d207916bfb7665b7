/** Why a store cannot be opened or used; the message names it. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
  /** The way out, in a clause. */
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}
