import { defaultStore } from '../default-store.ts';

/** How the server is to behave. */
export type ServeSettings = {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Who comes without a token may do everything. */
  readonly open: boolean;
  /** Names besides those of this machine that `Host` may have, in lower case, without port; null where any will do. */
  readonly names: readonly string[] | null;
  /** All requests come through a proxy that sets `X-Forwarded-For` and `X-Forwarded-Proto`. */
  readonly trustProxy: boolean;
  /** Of one token, else of one address; 0 where that is not limited. */
  readonly requestsPerMinute: number;
  readonly mostBodyBytes: number;
  /** How often the store is asked for commits of other processes, while somebody listens. */
  readonly pollMilliseconds: number;
  /** How often those who listen hear that the server is still there. */
  readonly heartbeatMilliseconds: number;
  /** Of live changes, all together. */
  readonly mostListeners: number;
  /** The store's address, as a command is given it by `--store`; null where it is secret. */
  readonly store: string | null;
  /** Ends what would go on for ever: live changes. */
  readonly closing: AbortSignal;
};

/** As `hearsay serve` has it where nothing is said. */
export const defaultSettings: ServeSettings = {
  host: '127.0.0.1',
  port: 7171,
  open: true,
  names: [],
  trustProxy: false,
  requestsPerMinute: 1200,
  mostBodyBytes: 16_000_000,
  pollMilliseconds: 1000,
  heartbeatMilliseconds: 15_000,
  mostListeners: 500,
  store: defaultStore,
  closing: new AbortController().signal,
};
