import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/**
 * The text of a feed or a page. What is valid UTF-8 is that, whatever is said of it, since no other text looks so by chance; else
 * the head of the answer decides, then what the first lines say themselves. Wrong bytes become replacement marks.
 */
export const textOf = (bytes: Uint8Array, contentType: string | null): string =>
  decoderFor(encodingOf(bytes, contentType)).decode(bytes);

/** The same text as UTF-8, which is how articles are read. What is called UTF-8 and is not stays as it is. */
export function asUtf8(bytes: Uint8Array, contentType: string | null): Uint8Array {
  const decoder = decoderFor(encodingOf(bytes, contentType));
  return decoder.encoding === 'utf-8' ? bytes : Buffer.from(decoder.decode(bytes));
}

/** Western text whose writer says nothing of it is mostly Windows-1252. */
const usualEncoding = 'windows-1252';

function encodingOf(bytes: Uint8Array, contentType: string | null): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  return charsetIn(contentType ?? '') ?? declaredIn(bytes) ?? usualEncoding;
}

const charsetIn = (text: string): string | null => /charset\s*=\s*["']?([\w:.-]+)/i.exec(text)?.[1] ?? null;

function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const declaration = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1];
  return declaration ?? charsetIn(/<meta[^<>]*charset[^<>]*>/i.exec(head)?.[0] ?? '');
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder(usualEncoding);
  }
}
