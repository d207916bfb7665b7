import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** Where the corpora lie: beside the checkout. They are not part of the project. */
export const corporaFolder = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));

export const corporaArePresent = (): boolean => existsSync(corporaFolder);

/** A corpus file's path, from its path in the corpora folder. */
export const corpusFile = (path: string): string => `${corporaFolder}${path}`;

/** The text of a file, gunzipped where its name ends in `.gz`. */
export function readText(file: string): string {
  if (!existsSync(file)) throw new Error(`no corpus file ${file}: the corpora are not part of the project`);
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The rows of a JSON-lines file. The type is the caller's promise, not checked. */
export const readJsonLines = <Row>(file: string): Row[] =>
  readText(file)
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Row);
