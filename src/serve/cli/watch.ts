import { type Command, InvalidArgumentError, Option } from 'commander';
import { storeOption } from './store-option.ts';
import { webhookOption, webhookSecretOption } from './webhook-option.ts';

const examples = `
Examples:
  hearsay watch https://courier.example/feed.xml
  hearsay watch --opml feeds.opml --every 30
  hearsay watch --once --alerts jsonl >> alerts.jsonl
  hearsay watch --webhook https://desk.example/hook --webhook-secret-file secret.txt

Without feeds it watches those in the store. Ctrl-C ends it when what is being written is written.
Exit codes: 0 ended, or with --once all is well; 1 with --once where a feed or an alert failed; 2 wrong usage.`;

export function addWatch(program: Command, finish: (code: number) => void): void {
  program
    .command('watch')
    .description('take in articles from feeds, and tell when the standing of a claim changes')
    .argument('[feed...]', 'addresses of RSS, Atom, RDF or JSON feeds; none: those in the store')
    .addOption(storeOption())
    .option('--opml <file>', 'also the feeds in this list, as feed readers export it')
    .option('--once', 'look at every feed once, then end')
    .addOption(
      new Option('--every <minutes>', 'the least time between two looks at a feed')
        .argParser(minutes)
        .default(15),
    )
    .option('--allow-host <host...>', 'hosts inside, as name or name:port, that may be fetched from')
    .addOption(
      new Option('--alerts <format>', 'form of the alerts on standard output')
        .choices(['text', 'jsonl'])
        .default('text'),
    )
    .addOption(webhookOption())
    .addOption(webhookSecretOption())
    .option('--atom <folder>', 'also keep an Atom feed of each story there')
    .addHelpText('after', examples)
    .action(async (feeds, options) =>
      finish(await (await import('./run-watch.ts')).runWatch(feeds, options)),
    );
}

function minutes(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) > 0) return Number(value);
  throw new InvalidArgumentError('Write a whole number of minutes, at least 1.');
}
