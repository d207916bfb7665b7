/** A line without its line feed; `bytes` is null where the line is longer than the limit and was let go. */
export type Line = { readonly number: number; readonly bytes: Uint8Array | null; readonly size: number };

const lineFeed = 0x0a;

/** Splits a stream into lines, numbered from 1. Holds at most `limit` bytes and one chunk, however long a line is. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const keep = (part: Uint8Array): void => {
    size += part.length;
    if (size > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (): Line => {
    const line = { number, bytes: size > limit ? null : Buffer.concat(parts), size: size + 1 };
    parts = [];
    size = 0;
    number++;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      keep(chunk.subarray(from, at));
      yield finish();
      from = at + 1;
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield finish();
}
