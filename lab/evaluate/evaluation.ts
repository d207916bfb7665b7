/** One measure of quality, run by `npm run evaluate -- NAME [FILE]`. */
export type Evaluation = {
  /** The file that is measured when none is named: its path in the corpora folder, or the URL of a file of the checkout. */
  readonly defaultFile: string | URL;
  readonly run: (file: string) => Outcome | Promise<Outcome>;
};

export type Outcome = {
  /** What a person reads before the figures: a table, a listing. */
  readonly listing: string;
  /** 0 to 100. */
  readonly figures: Readonly<Record<string, number>>;
};
