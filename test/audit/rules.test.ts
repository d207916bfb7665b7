import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readCases } from '../cases.ts';
import { root, textOfFile } from '../rules/project.ts';
import { found, rules } from './audited.ts';

const cases = readCases('audit');
const fileOf = (name: string): string => name.split(':')[0]!;

/** The examples on a rule's page: blocks whose language is `fails` or `passes`. */
const examplesOf = (page: string): { readonly kind: string; readonly text: string }[] =>
  [...page.matchAll(/^```(fails|passes)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({
    kind,
    text,
  }));

for (const { id, on, precision } of rules) {
  const page = `docs/rules/${id}.md`;
  describe(`the rule ${id}`, () => {
    test('has its file, its page and six cases', () => {
      assert.ok(existsSync(`${root}src/audit/rules/${id}.ts`));
      assert.ok(existsSync(`${root}${page}`), `${page} is missing`);
      assert.ok(cases.filter(({ name }) => fileOf(name) === id).length >= 6, `${id} needs six cases`);
    });
    test('finds what its page says it finds, and nothing in what passes', () => {
      const examples = examplesOf(textOfFile(page));
      for (const kind of ['fails', 'passes']) assert.ok(examples.some(example => example.kind === kind));
      for (const { kind, text } of examples)
        assert.equal(found(text, id) === 'nothing', kind === 'passes', `${page}: ${text}`);
    });
    test('says how often it is right, and is off where that is under 70 in 100', () => {
      if (!precision) return;
      const { right, read, date } = precision;
      assert.match(textOfFile(page), new RegExp(`\\b${right} of ${read}\\b[\\s\\S]*\\b${date}\\b`));
      assert.ok(read <= 30 && right <= read && (!on || right / read >= 0.7));
      assert.equal(/\boff by default\b/.test(textOfFile(page)), !on);
    });
  });
}

describe('cases of audit', () => {
  for (const { name, input, expected } of cases)
    test(name, () => assert.equal(found(input, fileOf(name)), expected));
});

test('the page on audits lists every rule, with what it does unless told otherwise', () => {
  const rows = [...textOfFile('docs/audit.md').matchAll(/^\| \[([a-z-]+)\]\(rules\/\1\.md\) \| (\w+) +\|/gm)];
  assert.deepEqual(
    rows.map(([, id, level]) => `${id} ${level}`),
    rules.map(({ id, on, severity }) => `${id} ${on ? severity : 'off'}`),
  );
});

test('no file is left over from a rule that there is not', () => {
  const ids = new Set(rules.map(({ id }) => id));
  for (const folder of ['src/audit/rules', 'docs/rules', 'test/cases/audit'])
    assert.deepEqual(
      readdirSync(`${root}${folder}`).filter(file => !ids.has(file.replace(/\.\w+$/, ''))),
      [],
      folder,
    );
});
