import { type Failure, failure } from './problems.ts';

/**
 * The text of a UTF-8 file, less a byte order mark in front. Surrogates that were encoded alone (`ED A0 80`, not valid
 * UTF-8, but written by some programs) are kept as they are; any other wrong byte is a problem, never a replacement mark.
 */
export function decode(bytes: Uint8Array): { readonly ok: true; readonly text: string } | Failure {
  const known = knownFormat(bytes);
  if (known !== null) return notText(`not text: it looks like ${known}`);
  if (looksLikeUtf16(bytes)) return wrongEncoding('it looks like UTF-16', 'UTF-16');
  if (looksBinary(bytes)) return notText('binary data, not text');
  const text = decodeUtf8(bytes) ?? decodeWithLoneSurrogates(bytes);
  return text === null ? wrongBytes(bytes) : { ok: true, text };
}

const notText = (reason: string): Failure =>
  failure('binary', reason, 'save the article as plain text, Markdown or HTML');

const wrongEncoding = (what: string, name: string): Failure =>
  failure('not-utf8', `not UTF-8: ${what}`, `convert it first: iconv -f ${name} -t UTF-8`);

const strict = new TextDecoder('utf-8', { fatal: true });
const strictWithMark = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array, decoder = strict): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function decodeWithLoneSurrogates(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let from = 0;
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
    const [second = 0, third = 0] = bytes.subarray(at + 1, at + 3);
    if (second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) continue;
    const before = decodeUtf8(bytes.subarray(from, at), from === 0 ? strict : strictWithMark);
    if (before === null) return null;
    parts.push(before, String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f)));
    from = at + 3;
  }
  const rest = from === 0 ? null : decodeUtf8(bytes.subarray(from), strictWithMark);
  return rest === null ? null : parts.join('') + rest;
}

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'an office document or a ZIP archive'],
  ['\x1f\x8b', 'a gzip file'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\xd0\xcf\x11\xe0', 'an old office document'],
  ['{\\rtf', 'an RTF document'],
];

function knownFormat(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return signatures.find(([start]) => head.startsWith(start))?.[1] ?? null;
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const sample = bytes.subarray(0, 4096);
  const nulls = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) nulls[at % 2]!++;
  const [fewer = 0, more = 0] = nulls.sort((a, b) => a - b);
  return sample.length >= 8 && more > sample.length * 0.3 && fewer < sample.length * 0.05;
}

const isControl = (byte: number): boolean => (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) || byte === 0x7f;

/** A few control characters, NUL among them, are a flaw of a text; many are another kind of file. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  const controls = sample.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  return controls > 8 && controls > sample.length * 0.02;
}

/** Western single-byte text has mostly ASCII; Windows-1252 uses 0x80 to 0x9f (curly quotes), which Latin-1 leaves out. */
function wrongBytes(bytes: Uint8Array): Failure {
  const high = bytes.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  const line = firstWrongLine(bytes);
  if (high > bytes.length * 0.3) return wrongEncoding(`wrong bytes in line ${line}`, 'ENCODING');
  const name = bytes.some(byte => byte >= 0x80 && byte <= 0x9f) ? 'Windows-1252' : 'Latin-1';
  const iconvName = name === 'Latin-1' ? 'ISO-8859-1' : 'WINDOWS-1252';
  return wrongEncoding(`it looks like ${name} (line ${line})`, iconvName);
}

function firstWrongLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, from);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (decodeUtf8(bytes.subarray(from, end)) === null) return line;
    from = end;
  }
  return line;
}
