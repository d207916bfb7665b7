import { Option } from 'commander';
import type { AlertSink } from '../watch/index.ts';
import { optionFile } from './option-file.ts';
import { UsageError } from './usage-error.ts';
import { userAgent } from './version.ts';

/** Where alerts are posted to, beside standard output. */
export type WebhookOptions = { readonly webhook?: string; readonly webhookSecretFile?: string };

export const webhookOption = (): Option => new Option('--webhook <address>', 'also post each alert there');

export const webhookSecretOption = (): Option =>
  new Option('--webhook-secret-file <file>', 'what posts are signed with (else: HEARSAY_WEBHOOK_SECRET)');

/** None where no webhook is named. */
export async function webhookSinks({ webhook, webhookSecretFile }: WebhookOptions): Promise<AlertSink[]> {
  if (webhook === undefined) return [];
  if (!/^https?:$/.test(URL.parse(webhook)?.protocol ?? ''))
    throw new UsageError(`${webhook}: not an address to post to; write https://…`);
  const secret =
    webhookSecretFile === undefined
      ? process.env.HEARSAY_WEBHOOK_SECRET
      : optionFile(webhookSecretFile).trim();
  if (!secret)
    throw new UsageError(
      '--webhook needs a secret to sign with; set --webhook-secret-file or HEARSAY_WEBHOOK_SECRET',
    );
  const { webhookSink } = await import('../watch/index.ts');
  return [
    webhookSink({ url: webhook, secret, userAgent: userAgent(), now: () => new Date(), timeoutMs: 10_000 }),
  ];
}
