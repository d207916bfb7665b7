import { createServer, type Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { ServeSettings } from './settings.ts';
import type { VisitorEnv } from './visitor.ts';

/** A server that listens. */
export type Listening = {
  /** With the port that it got: `http://127.0.0.1:7171`. */
  readonly url: string;
  /** Takes nothing new, and resolves when all that was asked is answered. */
  readonly close: () => Promise<void>;
};

/**
 * Listens for requests to an app.
 * @throws the error of the socket: `EADDRINUSE` where another program has the port
 */
export async function listen(app: Hono<VisitorEnv>, { host, port }: ServeSettings): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, createServer }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () => closeInGoodOrder(server),
  };
}

/** Those who wait for an answer get it, within ten seconds; connections that nobody uses are cut at once. */
async function closeInGoodOrder(server: Server): Promise<void> {
  const tidy = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => server.closeAllConnections(), 10_000);
  await new Promise<void>(resolve => server.close(() => resolve()));
  clearInterval(tidy);
  clearTimeout(cut);
}
