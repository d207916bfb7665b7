import assert from 'node:assert/strict';

export type Heard = { readonly id: string; readonly event: string; readonly data: string };

/** Somebody who listens to server-sent events. */
export type Listener = {
  /** The next event that is not a comment. */
  readonly next: () => Promise<Heard>;
  /** Comments that were heard so far. */
  readonly comments: () => number;
  /** Resolves when the server has ended the stream. */
  readonly ended: () => Promise<void>;
  readonly stop: () => void;
};

export async function listenTo(url: string, headers: Record<string, string> = {}): Promise<Listener> {
  const gone = new AbortController();
  const answer = await fetch(url, { headers, signal: gone.signal });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('Content-Type') ?? '', /^text\/event-stream/);
  const blocks = blocksOf(answer);
  let comments = 0;
  const next = async (): Promise<Heard> => {
    for (;;) {
      const { value, done } = await blocks.next();
      assert.ok(!done, 'the stream goes on');
      const fields = fieldsOf(value);
      if (fields) return fields;
      comments++;
    }
  };
  const ended = async (): Promise<void> => {
    for await (const _ of blocks);
  };
  return { next, ended, comments: () => comments, stop: () => gone.abort() };
}

async function* blocksOf(answer: Response): AsyncGenerator<string, undefined> {
  let text = '';
  for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += part;
    const blocks = text.split('\n\n');
    text = blocks.pop()!;
    yield* blocks;
  }
}

function fieldsOf(block: string): Heard | null {
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
  return block.startsWith(':') ? null : { id: field('id'), event: field('event'), data: field('data') };
}
