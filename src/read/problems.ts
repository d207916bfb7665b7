/** Every way in which an input can fail to be an article. */
export const readProblemCodes = [
  'empty',
  'binary',
  'not-utf8',
  'too-large',
  'wrong-format',
  'no-article',
  'not-english',
  'broken-json',
  'not-an-article',
] as const;
export type ReadProblemCode = (typeof readProblemCodes)[number];

/** Why an input is not read, and what a person can do about it: one short clause each, without the input's name. */
export type ReadProblem = {
  readonly code: ReadProblemCode;
  readonly reason: string;
  readonly advice: string;
};

export type Failure = { readonly ok: false; readonly problem: ReadProblem };

export const failure = (code: ReadProblemCode, reason: string, advice: string): Failure => ({
  ok: false,
  problem: { code, reason, advice },
});
