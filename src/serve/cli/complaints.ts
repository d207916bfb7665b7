/** Why something could not be used, and what to do about it: one short clause each. */
export type Problem = { readonly reason: string; readonly advice: string };

/** Where an input stands: a file, or a line of one. */
export type Place = { readonly name: string; readonly line: number | null };

/** What a person is told about inputs that failed, one line each, while the others still run. */
export type Complaints = {
  readonly add: (place: Place, problem: Problem) => void;
  readonly count: () => number;
};

/**
 * One line of standard error.
 * @example
 * complaint({ name: 'notes.bin', line: null }, { reason: 'binary data, not text', advice: 'convert it to text first' })
 * // 'hearsay: notes.bin: binary data, not text; convert it to text first'
 */
export const complaint = ({ name, line }: Place, { reason, advice }: Problem): string =>
  oneLine(`hearsay: ${name}${line === null ? '' : `:${line}`}: ${reason}; ${advice}`);

/** `before` runs ahead of each line, to clear what else is drawn there. */
export function createComplaints(before: () => void): Complaints {
  let count = 0;
  return {
    add(place, problem) {
      count++;
      before();
      process.stderr.write(`${complaint(place, problem)}\n`);
    },
    count: () => count,
  };
}

/** The problem that a throw inside Hearsay is; HEARSAY_DEBUG shows where. */
export function faultProblem(error: unknown): Problem {
  if (process.env.HEARSAY_DEBUG) console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  return { reason: `a fault inside Hearsay (${message})`, advice: 'please report it with this input' };
}

// A file may be named "a\nb", and what is printed must not steer the terminal.
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
