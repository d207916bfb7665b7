import { Argument, type Command, Option } from 'commander';
import { storeOption } from './store-option.ts';

const examples = `
Examples:
  hearsay feeds                              how each feed is, and what could not be taken from it
  hearsay feeds add https://courier.example/feed.xml
  hearsay feeds add --opml feeds.opml
  hearsay feeds remove https://courier.example/feed.xml
  hearsay feeds -f jsonl | jq -r 'select(.failures > 0).url'

A feed that is added again is asked again at once, however long it has failed.`;

export function addFeeds(program: Command, finish: (code: number) => void): void {
  program
    .command('feeds')
    .description('list the feeds that are watched and how they are; add and remove some')
    .addArgument(new Argument('[action]', 'what to do').choices(['list', 'add', 'remove']).default('list'))
    .argument('[feed...]', 'addresses of feeds, to add or remove')
    .addOption(storeOption())
    .option('--opml <file>', 'also the feeds in this list, as feed readers export it')
    .addOption(
      new Option('-f, --format <format>', 'form of the list').choices(['text', 'jsonl']).default('text'),
    )
    .addHelpText('after', examples)
    .action(async (action, feeds, options) =>
      finish(await (await import('./run-feeds.ts')).runFeeds(action, feeds, options)),
    );
}
