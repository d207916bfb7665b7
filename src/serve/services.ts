import type { Pipeline } from '../pipeline.ts';
import type { Store } from '../store/index.ts';
import type { Desk } from './desk/desk.ts';

/** What the doors of a running Hearsay stand before. */
export type Services = {
  readonly store: Store;
  readonly desk: Desk;
  readonly pipeline: Pipeline;
  /** The time now; tests give their own. */
  readonly clock: () => Date;
};
