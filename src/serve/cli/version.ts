import { readFileSync } from 'node:fs';

/** The package's version. */
export const packageVersion = (): string =>
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).version;

/** What it calls itself where it asks for pages. */
export const userAgent = (): string => `hearsay/${packageVersion()}`;
