import { readFileSync } from 'node:fs';

/** The rows of a lexicon file: columns are separated by a tab, and a row has at least one. */
export type Lexicon = readonly (readonly string[])[];

/** The package's root, the same two steps above `src/learn` and `dist/learn`. */
export const packageFile = (path: string): URL => new URL(`../../${path}`, import.meta.url);

/** Reads a text file of the package. Costs a file read, as `loadLexicon` does. */
export const packageText = (path: string): string => readFileSync(packageFile(path), 'utf8');

/**
 * Reads hand-written vocabulary from `lexicons/NAME.txt`. Lines that start with `#`, and blank lines, are for people.
 * Costs a file read: call it where a stage is made, never where it runs.
 * @example
 * loadLexicon('cue-verbs') // [['say', 'asserts', …], …]
 */
export const loadLexicon = (name: string): Lexicon =>
  packageText(`lexicons/${name}.txt`)
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => line.split('\t').map(column => column.trim()));
