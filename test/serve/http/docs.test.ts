import assert from 'node:assert/strict';
import test from 'node:test';
import { problemCodes, statusOf } from '../../../src/serve/http/problem.ts';
import { textOfFile } from '../../rules/project.ts';
import type { Description } from './checked.ts';
import { appFor, openServices } from './serving.ts';

const page = textOfFile('docs/api.md');

test('docs/api.md names every path of the API, and no other', async t => {
  const app = appFor(await openServices(t));
  const { paths } = (await (await app.request('/api/v1/openapi.json')).json()) as Description;
  const named = [...page.matchAll(/^\| `(\/[^`]*)`/gm)].map(([, path = '']) => path);
  assert.deepEqual(named.sort(), Object.keys(paths).sort());
});

test('docs/api.md says what to do about every problem', () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)`\s+\| (\d{3})\s+\|/gm)].map(
    ([, code, status]) => `${code} ${status}`,
  );
  assert.deepEqual(rows.sort(), problemCodes.map(code => `${code} ${statusOf(code)}`).sort());
});

test('what docs/api.md asks by curl is understood', async t => {
  const app = appFor(await openServices(t), { mostListeners: 0 });
  const commands = page.replaceAll('\\\n', ' ').matchAll(/^curl (.*(?:\n {2}.*)*)$/gm);
  let asked = 0;
  for (const [, words = ''] of commands) {
    const url = /http:\/\/127\.0\.0\.1:7171(\/[^\s']*)/.exec(words)![1]!;
    const json = / -d '(\{[\s\S]*\})'/.exec(words)?.[1];
    const headers = { 'Content-Type': /Content-Type: ([^']+)/.exec(words)?.[1] ?? '' };
    const method = words.startsWith('-X DELETE') ? 'DELETE' : headers['Content-Type'] ? 'POST' : 'GET';
    const body = json ?? '{"text": "The bridge at Norwick will close in March, the mayor said on Monday."}';
    const answer = await app.request(url, method === 'POST' ? { method, headers, body } : { method });
    const code = answer.ok ? null : ((await answer.json()) as { code: string; detail: string });
    const isKept =
      code === null ||
      ['not-found', 'too-many-listeners'].includes(code.code) ||
      /there is no story/.test(code.detail);
    assert.ok(isKept, `${url}: ${JSON.stringify(code)}`);
    asked++;
  }
  assert.ok(asked >= 12, `${asked}`);
});
