/** A cursor that no list of the store gave; the message says which. */
export class CursorProblem extends Error {
  override readonly name = 'CursorProblem';
}

type Key = string | number;

/** Where a page ended, as text that says nothing to its reader. */
export const cursorOf = (keys: readonly Key[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/**
 * The keys that `cursorOf` was given; null without a cursor.
 * @throws {CursorProblem} where they are not of these types
 */
export function keysOf<Keys extends readonly Key[]>(
  cursor: string | null | undefined,
  types: { readonly [Index in keyof Keys]: Keys[Index] extends number ? 'number' : 'string' },
): Keys | null {
  if (cursor === null || cursor === undefined) return null;
  const keys = parsed(cursor);
  if (
    Array.isArray(keys) &&
    keys.length === types.length &&
    keys.every((key, at) => typeof key === types[at])
  )
    return keys as unknown as Keys;
  throw new CursorProblem(`“${cursor}” is no cursor of this list`);
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
