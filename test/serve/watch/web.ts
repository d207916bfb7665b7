import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { createFetcher, type Fetcher, type FetcherOptions } from '../../../src/serve/watch/net/fetcher.ts';

export type Reply = (request: IncomingMessage, response: ServerResponse) => void;

/** A web site on this machine, for as long as the test runs. */
export type Site = {
  readonly host: string;
  readonly address: (path: string) => string;
  /** What was asked for, robots.txt left out: `/feed`. */
  readonly asked: string[];
  readonly requests: IncomingMessage[];
  /** Answers of paths; others are not there. May be changed while the test runs. */
  readonly pages: Record<string, string | Reply>;
};

export async function openSite(context: TestContext, pages: Record<string, string | Reply>): Promise<Site> {
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(request);
    if (path !== '/robots.txt') asked.push(path);
    const page = pages[path];
    if (typeof page === 'function') page(request, response);
    else if (page === undefined) response.writeHead(404).end();
    else response.end(page);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, address: path => `http://${host}${path}`, asked, requests, pages };
}

/** A clock that moves only when somebody sleeps, or by hand. */
export function fakeTime(start = '2026-03-02T09:00:00Z') {
  let time = Date.parse(start);
  const slept: number[] = [];
  return {
    now: () => new Date(time),
    chance: () => 0.5,
    /** What was slept, in milliseconds. */
    slept,
    sleep: async (ms: number, signal?: AbortSignal) => {
      if (signal?.aborted) return;
      slept.push(ms);
      time += ms;
      await new Promise(resolve => setImmediate(resolve));
    },
    pass(ms: number) {
      time += ms;
    },
  };
}

export const noSignal = new AbortController().signal;

/** A fetcher that may fetch from these sites, closed when the test ends. */
export function fetcherFor(
  context: TestContext,
  sites: readonly Site[],
  options: Partial<FetcherOptions> = {},
): Fetcher {
  const { now, sleep } = fakeTime();
  const allowHosts = sites.map(({ host }) => host);
  const fetcher = createFetcher({
    userAgent: 'hearsay/0.1.0',
    pauseMs: 0,
    now,
    sleep,
    allowHosts,
    ...options,
  });
  context.after(() => fetcher.close());
  return fetcher;
}

export const redirectTo =
  (location: string): Reply =>
  (_, response) =>
    void response.writeHead(302, { location }).end();
