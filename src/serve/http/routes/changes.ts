import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Change } from '../../../domain/index.ts';
import type { Services } from '../../services.ts';
import { createApi, failures, found } from '../api.ts';
import { createLive, type Live } from '../live.ts';
import { HttpProblem } from '../problem.ts';
import { change, changeKind } from '../schemas/change.ts';
import { listOf } from '../schemas/matching.ts';
import { wholeNumber } from '../schemas/page.ts';
import type { ServeSettings } from '../settings.ts';

const seq = { least: 0, most: Number.MAX_SAFE_INTEGER };
const filters = { storyId: z.string().min(1).max(500).optional(), kind: changeKind.optional() };

const list = createRoute({
  method: 'get',
  path: '/changes',
  tags: ['changes'],
  operationId: 'listChanges',
  summary: 'The log of all that happened, oldest first',
  request: {
    query: z.strictObject({
      after: wholeNumber(seq.least, seq.most, 0).describe('The `seq` that was read last'),
      limit: wholeNumber(1, 200, 50),
      ...filters,
    }),
  },
  responses: {
    ...found(
      z.object({
        items: listOf(change),
        last: z.int().min(0).describe('What to ask for with `after` the next time'),
      }),
      'Entries of the log',
    ),
    ...failures(),
  },
});

const listen = createRoute({
  method: 'get',
  path: '/events',
  tags: ['changes'],
  operationId: 'listenToChanges',
  summary: 'The log as it grows, as server-sent events',
  description:
    'Each event has the `seq` as its id, "change" as its name and a Change as JSON for its data. It begins after ' +
    '`Last-Event-ID`, else after `after`, else with what happens from now on.',
  request: {
    query: z.strictObject({
      after: z
        .string()
        .regex(/^\d{1,15}$/, 'write a whole number')
        .optional()
        .openapi({ type: 'integer', minimum: 0 }),
      ...filters,
    }),
  },
  responses: {
    200: {
      description: 'A stream without an end',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...failures('too-many-listeners'),
  },
});

export function changeRoutes(services: Services, settings: ServeSettings) {
  const { store } = services;
  const live = createLive(services, settings.pollMilliseconds);
  let listeners = 0;
  const api = createApi();
  api.openapi(list, async c => {
    const query = c.req.valid('query');
    const { after, limit, storyId, kind } = query;
    const items = await store.changes({
      after,
      limit,
      ...(storyId ? { storyId } : {}),
      ...(kind ? { kind } : {}),
    });
    return c.json({ items, last: items.at(-1)?.seq ?? after });
  });
  api.openapi(listen, async c => {
    // What nobody reads would never end.
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' });
    if (listeners >= settings.mostListeners)
      throw new HttpProblem('too-many-listeners', 'try again in 30 seconds', {
        headers: { 'Retry-After': '30' },
      });
    const { after, storyId, kind } = c.req.valid('query');
    const begin = beginning(c, after) ?? (await live.head());
    listeners++;
    c.header('X-Accel-Buffering', 'no');
    const passes: Passes = ({ storyId: own, event }) =>
      (storyId === undefined || own === storyId) && (kind === undefined || event.kind === kind);
    return stream(c, { live, begin, passes, settings }, () => {
      listeners--;
    });
  });
  return api;
}

type Passes = (change: Change) => boolean;

function beginning(c: Context, after: string | undefined): number | null {
  const last = c.req.header('Last-Event-ID') ?? after;
  if (last === undefined) return null;
  if (!/^\d{1,15}$/.test(last)) throw new HttpProblem('bad-query', 'Last-Event-ID: write a whole number');
  return Number(last);
}

type Wish = {
  readonly live: Live;
  readonly begin: number;
  readonly passes: Passes;
  readonly settings: ServeSettings;
};

/** Hands on each change as it comes, at the pace of whoever reads. */
function stream(c: Context, { live, begin, passes, settings }: Wish, ended: () => void) {
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, settings.closing]);
  return streamSSE(c, async sse => {
    sse.onAbort(() => gone.abort());
    try {
      let last = begin;
      await sse.writeSSE({
        event: 'hello',
        data: JSON.stringify({ after: last }),
        id: String(last),
        retry: 2000,
      });
      while (!signal.aborted) {
        const changes = await live.changes(last);
        for (const each of changes)
          if (passes(each))
            await sse.writeSSE({ event: 'change', id: String(each.seq), data: JSON.stringify(each) });
        last = changes.at(-1)?.seq ?? last;
        if (changes.length > 0) continue;
        const before = Date.now();
        await live.after(last, settings.heartbeatMilliseconds, signal);
        if (Date.now() - before >= settings.heartbeatMilliseconds && !signal.aborted)
          await sse.write(': still here\n\n');
      }
    } finally {
      ended();
    }
  });
}
