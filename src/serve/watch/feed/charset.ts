import { TextDecoder } from 'node:util';

/**
 * The text of a feed or a page, by its byte order mark, by what the answer's head says, else by what its own first lines say;
 * UTF-8 where nobody says anything. Wrong bytes become replacement marks.
 */
export function textOf(bytes: Uint8Array, contentType: string | null): string {
  return decoderFor(markOf(bytes) ?? charsetIn(contentType ?? '') ?? declaredIn(bytes) ?? 'utf-8').decode(
    bytes,
  );
}

/** The same text as UTF-8, which is how articles are read; its byte order mark outdoes what the page says of itself. */
export function asUtf8(bytes: Uint8Array, contentType: string | null): Uint8Array {
  const label = markOf(bytes) ?? charsetIn(contentType ?? '') ?? declaredIn(bytes);
  if (label === null || decoderFor(label).encoding === 'utf-8') return bytes;
  return Buffer.from(`\ufeff${decoderFor(label).decode(bytes)}`);
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

const charsetIn = (text: string): string | null => /charset\s*=\s*["']?([\w:.-]+)/i.exec(text)?.[1] ?? null;

function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return (
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1] ??
    charsetIn(/<meta[^>]*charset[^>]*>/i.exec(head)?.[0] ?? '')
  );
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
