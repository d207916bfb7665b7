import { readFileSync } from 'node:fs';
import { openingProblem } from './inputs.ts';
import { UsageError } from './usage-error.ts';

/** The text of a file that an option names. One that cannot be read is wrong usage. */
export function optionFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { reason, advice } = openingProblem(error as NodeJS.ErrnoException);
    throw new UsageError(`${file}: ${reason}; ${advice}`);
  }
}
