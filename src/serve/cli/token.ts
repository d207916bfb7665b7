import { Argument, type Command, Option } from 'commander';
import { storeOption } from './store-option.ts';

const examples = `
Examples:
  hearsay token add "Ana's laptop" --role write
  hearsay token list
  hearsay token revoke 3f9c2a7d41be

The secret of a token is printed once, and kept nowhere: the store has its SHA-256 only. A reader sees everything; a writer
also adds articles and corrections; an admin also says which feeds are watched.`;

export function addToken(program: Command, finish: (code: number) => void): void {
  program
    .command('token')
    .description('make, list and revoke the tokens by which others may use the server')
    .addArgument(new Argument('<action>', 'what to do').choices(['add', 'list', 'revoke']))
    .argument('[name]', 'whose token is added, or the id of the one to revoke')
    .addOption(storeOption())
    .addOption(
      new Option('--role <role>', 'what a new token allows')
        .choices(['read', 'write', 'admin'])
        .default('read'),
    )
    .addOption(
      new Option('-f, --format <format>', 'form of the list').choices(['text', 'jsonl']).default('text'),
    )
    .addHelpText('after', examples)
    .action(async (action, name, options) =>
      finish(await (await import('./run-token.ts')).runToken(action, name, options)),
    );
}
