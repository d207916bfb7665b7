import { readFileSync, writeFileSync } from 'node:fs';

/**
 * The expected output of that name. With `UPDATE_EXPECTED=1`, `printed` is written there first, to be read before it is
 * committed.
 */
export function expectedFile(name: string, printed?: string): string {
  const file = new URL(`./expected/${name}`, import.meta.url);
  if (process.env.UPDATE_EXPECTED && printed !== undefined) writeFileSync(file, printed);
  return readFileSync(file, 'utf8');
}
