import type { Problem } from './complaints.ts';
import type { Line } from './lines.ts';

/**
 * Whether an input is JSON lines, judged by how it begins: null while that is still open. A first line that is
 * broken does not hide the lines after it, and a text that happens to begin with a brace stays a text.
 */
export function beginsAsJsonLines(beginning: Uint8Array, ended: boolean): boolean | null {
  const text = Buffer.from(beginning).toString('utf8').trimStart();
  if (text === '' || text.trim() === '{') return ended ? false : null;
  if (!/^\{\s*["}]/.test(text)) return false;
  const [first = '', ...others] = text.split('\n');
  if (others.length > 0 && isJson(first)) return true;
  const next = others.find(line => line.trim() !== '');
  if (next === undefined) return ended ? true : null;
  return next.trimStart().startsWith('{');
}

/** A value of JSON, or what is wrong where it should be. */
export type Parsed = { readonly value: unknown } | { readonly problem: Problem };

/** The value of a line, or what is wrong with it. */
export function parseLine({ bytes }: Line): Parsed {
  if (bytes === null) return { problem: tooLong };
  const text = decode(bytes);
  if (text === null) return { problem: notUtf8 };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: brokenJson(error as SyntaxError) };
  }
}

export const isBlank = ({ bytes }: Line): boolean =>
  bytes?.every(byte => byte === 0x20 || byte === 0x0d) ?? false;

/** What a file holds that is one value of JSON, over however many lines; null where it is not JSON. */
export function parseWhole(bytes: Uint8Array): Parsed | null {
  const text = decode(bytes)?.trim() ?? '';
  if (!/^[{[]/.test(text) || !isJson(text)) return null;
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? { problem: listProblem } : { value };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function brokenJson({ message }: SyntaxError): Problem {
  const position = /position (\d+)/.exec(message)?.[1];
  const where = position === undefined ? '' : ` at column ${Number(position) + 1}`;
  return { reason: `broken JSON${where}`, advice: 'write one article a line: {"id": "1", "text": "…"}' };
}

const notUtf8: Problem = { reason: 'not in UTF-8', advice: 'convert the file with iconv -t UTF-8' };
const tooLong: Problem = { reason: 'a line over 128 MB', advice: 'an article may have 5 MB of text' };
const listProblem: Problem = {
  reason: 'a JSON list, not JSON lines',
  advice: 'put each article on a line of its own, as `jq -c .[]` does',
};
