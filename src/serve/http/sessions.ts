import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Who signed in with a browser: a cookie that names the token, signed by this process. */
export type Sessions = {
  readonly begin: (c: Context, tokenId: string, isSecure: boolean) => void;
  /** The id of the token; null for who has not signed in, or too long ago. */
  readonly tokenIdOf: (c: Context) => string | null;
  readonly end: (c: Context) => void;
};

const cookie = 'hearsay_session';
const seconds = 7 * 24 * 3600;

/** A restart of the server ends all sessions: its key is kept nowhere. */
export function createSessions(clock: () => Date): Sessions {
  const key = randomBytes(32);
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
  return {
    begin(c, tokenId, isSecure) {
      const content = `${tokenId}.${clock().getTime() + seconds * 1000}`;
      const value = `${content}.${sign(content)}`;
      setCookie(c, cookie, value, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        secure: isSecure,
        maxAge: seconds,
      });
    },
    tokenIdOf(c) {
      const [tokenId = '', until = '', signature = ''] = (getCookie(c, cookie) ?? '').split('.');
      const isOurs = isSame(signature, sign(`${tokenId}.${until}`));
      return isOurs && clock().getTime() < Number(until) ? tokenId : null;
    },
    end: c => {
      deleteCookie(c, cookie, { path: '/' });
    },
  };
}

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};
