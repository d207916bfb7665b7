import type { AlertProblem } from './alerts/alerter.ts';
import type { Polled } from './feed/poll.ts';

/** What a watch has to say of its work. */
export type WatchEvent =
  | ({ readonly kind: 'polled' } & Polled)
  | ({ readonly kind: 'alert-problem' } & AlertProblem)
  /** A fault of ours or of the store; the watch goes on. `feed` is null where it came of no feed. */
  | { readonly kind: 'fault'; readonly feed: string | null; readonly error: unknown };
