import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';
import type { ServeSettings } from '../settings.ts';

/** Where a request comes from. */
export type Peer = {
  /** An IPv4 address, or the first 64 bits of an IPv6 one, which one household has to itself. */
  readonly address: string;
  readonly isLoopback: boolean;
  /** Whether it is spoken to by TLS, by the proxy's word. */
  readonly isSecure: boolean;
};

export function peerOf(c: Context, { trustProxy }: Pick<ServeSettings, 'trustProxy'>): Peer {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  // The last is what the proxy itself saw: those before are whatever the client wrote.
  const forwarded = trustProxy ? lastOf(c.req.header('X-Forwarded-For')) : undefined;
  const isSecure = trustProxy && lastOf(c.req.header('X-Forwarded-Proto')) === 'https';
  return { ...placeOf(forwarded ?? incoming?.socket.remoteAddress ?? '127.0.0.1'), isSecure };
}

const lastOf = (list: string | undefined): string | undefined =>
  list?.split(',').at(-1)?.trim().toLowerCase();

function placeOf(address: string): Pick<Peer, 'address' | 'isLoopback'> {
  if (!ipaddr.isValid(address)) return { address: 'unknown', isLoopback: false };
  const parsed = ipaddr.process(address);
  const isLoopback = parsed.range() === 'loopback';
  if (parsed.kind() === 'ipv4') return { address: parsed.toString(), isLoopback };
  const prefix = parsed.toByteArray().slice(0, 8);
  return { address: Buffer.from(prefix).toString('hex'), isLoopback };
}

/** Where the server is for whoever asks, without a slash at the end. */
export function baseOf(c: Context, settings: Pick<ServeSettings, 'trustProxy'>): string {
  const { host } = new URL(c.req.url);
  return `${peerOf(c, settings).isSecure ? 'https' : 'http'}://${host}`;
}

/** Whether an address to listen at can be reached from this machine only. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return bare === 'localhost' || (ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'loopback');
}
