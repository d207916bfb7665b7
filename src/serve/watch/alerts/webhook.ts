import { createHmac } from 'node:crypto';
import { request } from 'undici';
import type { Alert } from './alert.ts';
import type { AlertSink, Sent } from './alerter.ts';

export type WebhookOptions = {
  readonly url: string;
  readonly secret: string;
  readonly userAgent: string;
  readonly now: () => Date;
  /** The longest that the receiver may take to answer. */
  readonly timeoutMs: number;
};

/**
 * Posts each alert as JSON. The receiver can check that it is ours and new: `hearsay-signature` is `sha256=` and the
 * HMAC-SHA256, in hex, of `hearsay-timestamp` (seconds), a full stop and the body; `hearsay-id` is the same whenever the same
 * alert is sent. Any 2xx is received; a redirect is not followed. The address is the operator's own choice, so it may be inside.
 */
export const webhookSink = (options: WebhookOptions): AlertSink => ({
  name: `webhook ${options.url}`,
  send: (alert, _, signal) => post(alert, options, signal),
});

/** @example `sha256=${hex}` */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

async function post(
  alert: Alert,
  { url, secret, userAgent, now, timeoutMs }: WebhookOptions,
  signal: AbortSignal,
): Promise<Sent> {
  const body = JSON.stringify({ type: 'standing-changed', ...alert });
  const timestamp = String(Math.floor(now().getTime() / 1000));
  try {
    const { statusCode, body: answer } = await request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': userAgent,
        'hearsay-id': `${alert.claimId}-${alert.seq}`,
        'hearsay-timestamp': timestamp,
        'hearsay-signature': signatureOf(secret, timestamp, body),
      },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    answer.on('error', () => {}).destroy();
    if (statusCode >= 200 && statusCode < 300) return { ok: true };
    return { ok: false, reason: `HTTP ${statusCode}`, isLasting: isRefusal(statusCode) };
  } catch (error) {
    const { code, name, message } = error as NodeJS.ErrnoException;
    const reason = name === 'TimeoutError' ? `no answer in ${timeoutMs / 1000} s` : (code ?? message);
    return { ok: false, reason, isLasting: false };
  }
}

/** Answers that will be the same next time: not "too early", "too many" or "took too long". */
const isRefusal = (status: number): boolean => status < 500 && ![408, 425, 429].includes(status);
