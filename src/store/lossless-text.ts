/**
 * PostgreSQL refuses U+0000 in text, and both engines lose half of a surrogate pair. On the way in these, and U+FFFF
 * itself, become U+FFFF and four hex digits; on the way out they are made what they were.
 */
const unstorable = /[\0\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const escaped = /\uFFFF([0-9A-F]{4})/g;

const hexOf = (unit: string): string => unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

const storableText = (text: string): string =>
  text.isWellFormed() && !text.includes('\0') && !text.includes('\uFFFF')
    ? text
    : text.replace(unstorable, unit => `\uFFFF${hexOf(unit)}`);

export const readText = (text: string): string =>
  text.includes('\uFFFF')
    ? text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

export const storable = (parameters: readonly unknown[]): unknown[] =>
  parameters.map(value => (typeof value === 'string' ? storableText(value) : value));

/** Makes the texts of rows that came from the engine what they were; the rows are the engine's own, and are changed. */
export function readRows<Row>(rows: Row[]): Row[] {
  for (const row of rows as Record<string, unknown>[])
    for (const key in row) {
      const value = row[key];
      if (typeof value === 'string') row[key] = readText(value);
    }
  return rows;
}
