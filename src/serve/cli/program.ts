import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { FindingFormat, StoryFormat } from '../../report/index.ts';
import { faultProblem } from './complaints.ts';
import { addFeeds } from './feeds.ts';
import { helpExamples } from './help.ts';
import { endWhenNobodyReads } from './output.ts';
import { publishedOption } from './published-option.ts';
import { addServe } from './serve.ts';
import { addStore } from './store.ts';
import { storeOption } from './store-option.ts';
import { addToken } from './token.ts';
import { UsageError } from './usage-error.ts';
import { packageVersion } from './version.ts';
import { addWatch } from './watch.ts';

/** Runs the command line and gives the exit code: 0 done, 1 some input failed, 2 wrong usage. */
export async function run(args: readonly string[]): Promise<number> {
  endWhenNobodyReads();
  let code = 0;
  const finish: Finish = result => {
    code = result;
  };
  try {
    await createProgram(finish).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return codeOf(error);
  }
}

type Finish = (code: number) => void;

function codeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    console.error(`hearsay: ${error.message}`);
    return 2;
  }
  const { reason, advice } = faultProblem(error);
  console.error(`hearsay: ${reason}; ${advice}`);
  return 1;
}

function createProgram(finish: Finish): Command {
  const program = new Command('hearsay')
    .description(
      'Reads news accounts of an event: who says what, on what authority, and what they establish.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain a command')
    .helpCommand('help [command]', 'explain a command')
    .addHelpText('after', helpExamples.hearsay)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, 'hearsay:')) })
    .showHelpAfterError('Try: hearsay help, or hearsay help COMMAND')
    .exitOverride();
  addStory(program, finish);
  addFilter(program, 'read', 'turn files into articles', finish);
  addFilter(program, 'parse', 'find the sentences, words and dates of articles', finish);
  addFilter(program, 'extract', 'find who says what in articles', finish);
  addCluster(program, finish);
  addAlign(program, finish);
  addAudit(program, finish);
  addAdd(program, finish);
  addWatch(program, finish);
  addFeeds(program, finish);
  addServe(program, finish);
  addStore(program, finish);
  addToken(program, finish);
  return program;
}

const storyFormats: readonly StoryFormat[] = ['text', 'markdown', 'html', 'json'];

// The commands are loaded when they are called: help must not wait for the stages.

function addStory(program: Command, finish: Finish): void {
  program
    .command('story')
    .description('report what the accounts of one story say together')
    .argument(
      '<file...>',
      'accounts: text, Markdown, HTML, or JSON lines with one a line; - is standard input',
    )
    .addOption(formatOption(storyFormats, 'text, or what the ending of --out says'))
    .option('-o, --out <file>', 'write the report there instead of to standard output')
    .addOption(publishedOption())
    .addHelpText('after', helpExamples.story)
    .action(async (files, options) => finish(await (await import('./story.ts')).runStory(files, options)));
}

function addFilter(
  program: Command,
  name: 'read' | 'parse' | 'extract',
  description: string,
  finish: Finish,
): void {
  const command = program
    .command(name)
    .description(`${description}, one line of JSON each`)
    .argument('[file...]', 'text, Markdown, HTML, or JSON lines; - or none is standard input')
    .addOption(publishedOption())
    .addHelpText('after', helpExamples[name])
    .action(async (files, options) =>
      finish(await (await import('./filters.ts')).runFilter(name, files, options)),
    );
  if (name !== 'read') command.addOption(formatOption(['jsonl', 'text'], 'jsonl'));
}

function addCluster(program: Command, finish: Finish): void {
  program
    .command('cluster')
    .description('put articles together by the story that they tell, one line of JSON each')
    .argument('[file...]', 'articles as extract takes them; - or none is standard input')
    .option('--online', 'place each article as it comes, and never change that')
    .addOption(publishedOption())
    .addHelpText('after', helpExamples.cluster)
    .action(async (files, options) =>
      finish(await (await import('./cluster.ts')).runCluster(files, options)),
    );
}

function addAlign(program: Command, finish: Finish): void {
  program
    .command('align')
    .description('put the accounts of one story side by side, as one line of JSON')
    .argument(
      '[file...]',
      'what extract writes, or accounts as story takes them; - or none is standard input',
    )
    .addOption(publishedOption())
    .addHelpText('after', helpExamples.align)
    .action(async (files, options) => finish(await (await import('./story.ts')).runAlign(files, options)));
}

const findingFormats: readonly FindingFormat[] = ['text', 'json', 'sarif', 'github'];

function addAudit(program: Command, finish: Finish): void {
  program
    .command('audit')
    .description('hold articles to newsroom rules on sourcing, as a linter does')
    .argument('[file...]', 'articles as extract takes them; - or none is standard input')
    .addOption(formatOption(findingFormats, 'text'))
    .option('-c, --config <file>', 'rules and their settings (default: hearsay.config.json, here or above)')
    .option('--max-warnings <number>', 'end with 1 if there are more warnings than that', wholeNumber)
    .option('--explain <rule>', 'print the page of a rule, and do nothing else')
    .option(
      '--against <file...>',
      'accounts of the same story that came before: what does the article owe them?',
    )
    .addOption(publishedOption())
    .addHelpText('after', helpExamples.audit)
    .action(async (files, options) => finish(await (await import('./audit.ts')).runAudit(files, options)));
}

function addAdd(program: Command, finish: Finish): void {
  program
    .command('add')
    .description('put articles into the store, and tell their stories anew')
    .argument('[file...]', 'articles as extract takes them; - or none is standard input')
    .addOption(storeOption())
    .addOption(
      new Option('-f, --format <format>', 'form of the output').choices(['text', 'jsonl']).default('text'),
    )
    .addOption(publishedOption())
    .addHelpText('after', helpExamples.add)
    .action(async (files, options) => finish(await (await import('./add.ts')).runAdd(files, options)));
}

function wholeNumber(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Write a whole number.');
}

const formatOption = (choices: readonly string[], byDefault: string): Option =>
  new Option('-f, --format <format>', `form of the output (default: ${byDefault})`).choices(choices);
