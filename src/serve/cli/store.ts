import { Argument, type Command } from 'commander';
import { storeOption } from './store-option.ts';

const examples = `
Examples:
  hearsay store backup monday.db
  hearsay store check --store monday.db

A backup is a store itself: to go back to it, stop what uses the store and put the backup in its place. It may be made while
the store is in use. A store in PostgreSQL is backed up with pg_dump. What a check finds wrong it prints, a line each.`;

export function addStore(program: Command, finish: (code: number) => void): void {
  program
    .command('store')
    .description('copy a store into a file, or check that all in it is well')
    .addArgument(new Argument('<action>', 'what to do').choices(['backup', 'check']))
    .argument('[file]', 'where the backup is written')
    .addOption(storeOption())
    .addHelpText('after', examples)
    .action(async (action, file, options) =>
      finish(await (await import('./run-store.ts')).runStore(action, file, options)),
    );
}
