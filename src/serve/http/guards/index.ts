import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HttpProblem } from '../problem.ts';
import type { VisitorEnv } from '../visitor.ts';
import { type AccessParts, access } from './access.ts';
import { safeHeaders } from './headers.ts';
import { knownHost } from './host.ts';
import { peerOf } from './peer.ts';
import { sameSite } from './same-site.ts';

/** Puts everything before an app that a request must pass. */
export function guard(app: Hono<VisitorEnv>, parts: AccessParts): void {
  const { settings } = parts;
  app.use(safeHeaders, knownHost(settings), sameSite, access(parts));
  app.use('/sign-in', limitBody(10_000));
  app.use(limitBody(settings.mostBodyBytes));
  const squeeze = compress();
  // Over the loopback it would only cost time; a proxy there does it itself.
  app.use((c, next) => (peerOf(c, { trustProxy: false }).isLoopback ? next() : squeeze(c, next)));
}

const limitBody = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new HttpProblem('too-large', `at most ${maxSize} bytes are taken`);
    },
  });
