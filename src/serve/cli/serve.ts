import { type Command, InvalidArgumentError, Option } from 'commander';
import { storeOption } from './store-option.ts';
import { webhookOption, webhookSecretOption } from './webhook-option.ts';

const examples = `
Examples:
  hearsay serve                              http://127.0.0.1:7171, for this machine only
  hearsay serve --store desk.db --watch      and watches the feeds in the store
  hearsay serve --host 0.0.0.0               for the network: demands tokens (hearsay token)
  hearsay serve --trust-proxy --allow-host desk.example.org

Ctrl-C ends it when what is being written is written.
Exit codes: 0 ended, 2 wrong usage.`;

export function addServe(program: Command, finish: (code: number) => void): void {
  program
    .command('serve')
    .description('serve the stories as web pages and as an API')
    .addOption(storeOption())
    .addOption(
      new Option('--port <number>', 'where to listen; 0 takes any that is free')
        .argParser(upTo(65_535))
        .default(7171),
    )
    .option('--host <address>', 'where to listen; other than this machine demands tokens', '127.0.0.1')
    .option('--watch', 'also watch the feeds in the store, as hearsay watch does')
    .option('--feed-host <host...>', 'hosts inside that feeds may be fetched from, with --watch')
    .addOption(webhookOption())
    .addOption(webhookSecretOption())
    .option('--require-token', 'demand tokens on this machine too')
    .option('--allow-host <name...>', 'names that the server goes by elsewhere; demands tokens')
    .option('--trust-proxy', 'all requests come through a proxy, which says for whom; demands tokens')
    .addOption(
      new Option('--rate <number>', 'requests a minute of one token or address; 0 does not limit them')
        .argParser(upTo(1_000_000))
        .default(1200),
    )
    .addOption(
      new Option('--threads <number>', 'threads that read articles beside the one that answers')
        .argParser(upTo(64))
        .default(1),
    )
    .addHelpText('after', examples)
    .action(async options => finish(await (await import('./run-serve.ts')).runServe(options)));
}

function upTo(most: number): (value: string) => number {
  return value => {
    if (/^\d{1,9}$/.test(value) && Number(value) <= most) return Number(value);
    throw new InvalidArgumentError(`Write a whole number up to ${most}.`);
  };
}
