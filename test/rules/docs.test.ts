import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import test, { after } from 'node:test';
import { command, pathWithThisNode } from '../serve/command.ts';
import { filesLike, root, textOfFile } from './project.ts';

const pages = filesLike(/\.md$/).filter(file => !/^(models|test)\//.test(file));

const bin = mkdtempSync(join(tmpdir(), 'hearsay-docs-'));
after(() => rmSync(bin, { recursive: true, force: true }));
writeFileSync(join(bin, 'hearsay'), `#!/bin/sh\nexec '${process.execPath}' '${command}' "$@"\n`);
chmodSync(join(bin, 'hearsay'), 0o755);

/** What a shell at the root of the checkout prints, with `hearsay` on its path; standard error comes with it. */
function printedBy(shellCommand: string): string {
  const { NO_COLOR, FORCE_COLOR, ...env } = process.env;
  const { stdout } = spawnSync('sh', ['-c', `{ ${shellCommand}\n} 2>&1`], {
    cwd: root,
    env: { ...env, PATH: `${bin}:${pathWithThisNode}` },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return stdout;
}

/** What a program in a page prints. It imports the library by its name, as a user would. */
function printedByProgram(code: string): string {
  const file = join(bin, 'program.ts');
  writeFileSync(file, code.replaceAll("'hearsay'", `'${join(root, 'src/index.ts')}'`));
  return execFileSync(process.execPath, [file], { cwd: root, encoding: 'utf8' });
}

const endsLine = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

const replayed = (session: string): string =>
  [...session.matchAll(/^\$ (.*\n(?:> .*\n)*)/gm)]
    .map(([typed, shellCommand = '']) => typed + endsLine(printedBy(shellCommand.replaceAll('\n> ', '\n'))))
    .join('');

/**
 * The page with what its commands and programs print now. A `console` block is a session: `$ ` begins a command, and
 * what it prints follows. A `ts` block that a `text` block follows is a program and what it prints.
 */
const withRealOutput = (page: string): string =>
  page
    .replace(
      /^```console\n([\s\S]*?)^```$/gm,
      (_, session: string) => `\`\`\`console\n${replayed(session)}\`\`\``,
    )
    .replace(
      /^(```ts\n([\s\S]*?)^```\n+)```text\n[\s\S]*?^```$/gm,
      (_, program: string, code: string) => `${program}\`\`\`text\n${endsLine(printedByProgram(code))}\`\`\``,
    );

// npm run fix:docs writes the new output into the pages, to be looked at and committed.
const writesDocs = process.env.HEARSAY_WRITE_DOCS === '1';

test('what the pages show of commands and programs is what they print', () => {
  let blocks = 0;
  for (const file of pages) {
    const page = textOfFile(file);
    blocks += page.match(/^```console$/gm)?.length ?? 0;
    const real = withRealOutput(page);
    if (writesDocs && real !== page) writeFileSync(join(root, file), real);
    else assert.equal(page, real, `${file} shows other output than there is: npm run fix:docs`);
  }
  assert.ok(blocks > 0);
});

/** The anchor that a heading gets on the usual sites. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

test('every link between pages leads somewhere', () => {
  let links = 0;
  for (const file of pages) {
    const prose = textOfFile(file).replace(/^```[\s\S]*?^```$/gm, '');
    for (const [, target = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/i.test(target)) continue;
      links++;
      const [path = '', anchor] = target.split('#');
      const page = path === '' ? file : posix.join(posix.dirname(file), path);
      assert.ok(existsSync(join(root, page)), `${file} links to ${target}`);
      if (anchor === undefined) continue;
      const anchors = [...textOfFile(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        anchorOf(heading),
      );
      assert.ok(anchors.includes(anchor), `${file} links to ${target}`);
    }
  }
  assert.ok(links > 0);
});

test('every page of docs is found from the README', () => {
  const readme = textOfFile('README.md');
  const expected = pages.filter(file => /^docs\/[^/]+$/.test(file));
  assert.deepEqual(
    expected.filter(file => !readme.includes(`](${file})`)),
    [],
  );
});

test('every file that a page names in code is there', () => {
  const paths = /`((?:src|lab|test|docs|examples|lexicons|models|\.ci)\/[\w./-]*\w)`/g;
  for (const file of pages)
    for (const [, path = ''] of textOfFile(file).matchAll(paths))
      assert.ok(/[A-Z]{3}/.test(path) || existsSync(join(root, path)), `${file} names ${path}`); // NAME is any
});

test('every command and option is documented, and nothing that is not there', () => {
  const sections = new Map(
    textOfFile('docs/command-line.md')
      .split(/^## /m)
      .slice(1)
      .map(section => [section.split('\n')[0], section]),
  );
  const help = (...args: string[]) => printedBy(`hearsay ${args.join(' ')} --help`);
  const commands = [...help().matchAll(/^ {2}(\w+) \[/gm)]
    .map(([, name = '']) => name)
    .filter(name => name !== 'help');
  assert.ok(commands.length >= 5);
  for (const name of commands) {
    const section = sections.get(`hearsay ${name}`);
    assert.ok(section, `docs/command-line.md has no section "hearsay ${name}"`);
    const options = optionsIn(help(name).split('\nExamples:')[0]!).filter(option => option !== '--help');
    assert.deepEqual(optionsIn(section).sort(), options.sort(), `options of hearsay ${name}`);
  }
  const documented = [...sections.keys()].flatMap(
    heading => /^hearsay (\w+)$/.exec(heading ?? '')?.[1] ?? [],
  );
  assert.deepEqual(documented.sort(), commands.sort());
});

const optionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option)),
];

test('the README names commands that package.json has', () => {
  const { scripts } = JSON.parse(textOfFile('package.json'));
  for (const file of ['README.md', 'CONTRIBUTING.md'])
    for (const [, name = ''] of textOfFile(file).matchAll(/npm run (?:--silent )?([a-z:]+)/g))
      assert.ok(name in scripts, `${file} names npm run ${name}`);
});

test('what is listed for packing is there', () => {
  const { files } = JSON.parse(textOfFile('package.json'));
  for (const path of files) assert.ok(path === 'dist' || existsSync(join(root, path)), path);
});
