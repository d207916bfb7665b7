import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AccessToken, Role, Store } from '../../store/index.ts';

/** A new token and its secret, which is kept nowhere. */
export function makeToken(name: string, role: Role, now: Date): { token: AccessToken; secret: string } {
  const secret = `hearsay_${randomBytes(32).toString('base64url')}`;
  const id = randomBytes(6).toString('hex');
  const token = { id, name, role, hash: hashOf(secret), createdAt: now.toISOString(), revokedAt: null };
  return { token, secret };
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The tokens that are good now. */
export type Tokens = {
  readonly bySecret: (secret: string) => Promise<AccessToken | null>;
  readonly byId: (id: string) => Promise<AccessToken | null>;
};

/** How long a token that was revoked may still be good. */
const keptMilliseconds = 2000;

export function createTokens(store: Store, clock: () => Date): Tokens {
  let known: { readonly at: number; readonly tokens: Promise<readonly AccessToken[]> } | null = null;
  const good = async (): Promise<readonly AccessToken[]> => {
    const at = clock().getTime();
    if (known === null || Math.abs(at - known.at) > keptMilliseconds) known = { at, tokens: store.tokens() };
    try {
      return (await known.tokens).filter(({ revokedAt }) => revokedAt === null);
    } catch (error) {
      known = null;
      throw error;
    }
  };
  return {
    async bySecret(secret) {
      const hash = Buffer.from(hashOf(secret));
      return (await good()).find(token => isSame(Buffer.from(token.hash), hash)) ?? null;
    },
    async byId(id) {
      return (await good()).find(token => token.id === id) ?? null;
    },
  };
}

const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
