import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test, { type TestContext } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { bridgeAccount, ferryAccount, recordOf } from './accounts.ts';
import { command, folderWith } from './command.ts';

const eraseLine = '\x1b[1G\x1b[2K';
const files = {
  'a.txt': bridgeAccount,
  'b.txt': ferryAccount,
  'good.jsonl': recordOf('1', bridgeAccount),
  'broken.jsonl': '{\n',
};

/** What `sh` shows on a terminal of its own, which `script` of util-linux makes; null where there is none. */
function shownBy(cwd: string, shellCommand: string, env: NodeJS.ProcessEnv = {}): string | null {
  const { NO_COLOR, FORCE_COLOR, ...inherited } = process.env;
  const { stdout, error, status } = spawnSync(
    'script',
    [
      '--quiet',
      '--return',
      '--command',
      shellCommand.replaceAll('hearsay', `'${process.execPath}' '${command}'`),
      '/dev/null',
    ],
    {
      cwd,
      env: { ...inherited, SHELL: '/bin/sh', TERM: 'xterm', ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  if (error || status !== 0) return null;
  return stdout.replaceAll('\r\n', '\n');
}

function onTerminal(context: TestContext, run: (cwd: string) => void): void {
  const cwd = folderWith(context, files);
  if (shownBy(cwd, 'true') === null) context.skip('no `script` here that makes a terminal');
  else run(cwd);
}

test('a terminal gets colour and its own width', context => {
  onTerminal(context, cwd => {
    const shown = shownBy(cwd, 'stty cols 60; hearsay story a.txt b.txt 2> errors') ?? '';
    assert.match(shown, /\x1b\[/);
    const lines = stripVTControlCharacters(shown).split('\n');
    assert.ok(lines.length > 10);
    assert.deepEqual(
      lines.filter(line => line.length > 60),
      [],
    );
  });
});

test('a terminal gets no colour if that is asked for', context => {
  onTerminal(context, cwd => {
    for (const asked of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      const shown = shownBy(cwd, 'hearsay story a.txt b.txt 2> errors', asked) ?? '\x1b';
      assert.match(shown, /WHAT IS CLAIMED/);
      assert.doesNotMatch(shown, /\x1b/);
    }
  });
});

/** A command whose second input comes more than a second after its first was done, then a broken one. */
const slowly = (shellCommand: string, isDone: string): string =>
  `(cat good.jsonl; ${isDone}; sleep 1.2; cat good.jsonl broken.jsonl) | ${shellCommand}; true`;
const untilWritten = 'for _ in $(seq 600); do [ -s out.jsonl ] && break; sleep 0.1; done';

test('long work shows how far it has come, and takes it away for complaints and at its end', context => {
  onTerminal(context, cwd => {
    const shown = shownBy(cwd, slowly('hearsay read > out.jsonl', untilWritten)) ?? '';
    assert.match(shown, /2 articles/);
    assert.ok(shown.includes(`${eraseLine}hearsay: standard input:3: broken JSON`), JSON.stringify(shown));
    assert.ok(shown.endsWith(eraseLine), JSON.stringify(shown));
  });
});

test('work whose results come to the same screen shows no progress there', context => {
  onTerminal(context, cwd => {
    const shown = shownBy(cwd, slowly('hearsay read', 'sleep 1')) ?? '2 articles';
    assert.match(shown, /broken JSON/);
    assert.doesNotMatch(shown, /\d articles/);
  });
});
