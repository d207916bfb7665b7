import type { Role } from '../../store/index.ts';

/** Who asks, and what they may do. */
export type Visitor = {
  /** The token's name; `local` for whoever needs none. */
  readonly name: string;
  readonly role: Role;
  /** Null for whoever needs no token. */
  readonly tokenId: string | null;
};

/** What every handler finds in its context: `c.get('visitor')`. */
export type VisitorEnv = { readonly Variables: { visitor: Visitor } };
