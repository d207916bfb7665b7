import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../../src/domain/index.ts';
import { readArticle, readArticleRecord } from '../../src/read/index.ts';

const said = 'The mayor said on Monday that the bridge will open in May.';

function recordOf(value: unknown, options?: { published: string }) {
  const result = readArticleRecord(value, options);
  assert.ok(result.ok, result.ok ? '' : result.problem.reason);
  return result.article;
}

const kinds = (value: unknown) =>
  recordOf(value).blocks.map(block => `${block.kind} ${textOf(recordOf(value).text, block)}`);

function fileOf(text: string, name: string, options = {}) {
  const result = readArticle({ name, bytes: new TextEncoder().encode(text) }, options);
  assert.ok(result.ok, result.ok ? '' : result.problem.reason);
  return result.article;
}

test('record: text is kept as given', () => {
  const text = `  \r\n${said}  \r\n\r\n`;
  assert.equal(recordOf({ text }).text, text);
});

test('record: an id is kept, a number as a string', () => {
  assert.equal(recordOf({ id: 'a-7', text: said }).id, 'a-7');
  assert.equal(recordOf({ id: 7, text: said }).id, '7');
});

test('record: without an id, one is made from the content', () => {
  const made = recordOf({ text: said }).id;
  assert.match(made, /^[0-9a-f]{16}$/);
  assert.equal(recordOf({ text: said }).id, made);
  assert.notEqual(recordOf({ text: `${said} ` }).id, made);
});

test('record: a title apart from the text has no block', () => {
  const record = { text: `Harbour news\n${said}`, title: 'Bridge to open' };
  assert.equal(recordOf(record).title, 'Bridge to open');
  assert.deepEqual(kinds(record), ['heading Harbour news', `paragraph ${said}`]);
});

test('record: a title that the text begins with, with a full stop or without', () => {
  const title = 'Bridge will open in May';
  assert.deepEqual(kinds({ text: `${title}.\n\n${said}`, title }), [`title ${title}.`, `paragraph ${said}`]);
  assert.deepEqual(kinds({ text: `${title}. ${said}`, title }), [`title ${title}.`, `paragraph ${said}`]);
});

test('record: a first sentence that goes on after the title’s words is no title', () => {
  const text = 'The mayor said that the bridge will open.';
  assert.deepEqual(kinds({ text, title: 'The mayor said that' }), [`paragraph ${text}`]);
});

test('record: dates are brought into one form, and one that is none is left out', () => {
  assert.equal(recordOf({ text: said, published: 'Nov. 15, 2024' }).published, '2024-11-15');
  assert.equal(recordOf({ text: said, published: 'soon' }).published, null);
});

test('record: a date from outside fills only a gap', () => {
  assert.equal(recordOf({ text: said }, { published: '2024-11-15' }).published, '2024-11-15');
  const dated = recordOf({ text: said, published: '2024-11-14' }, { published: '2024-11-15' });
  assert.equal(dated.published, '2024-11-14');
});

test('record: an article that was read is read again as it is', () => {
  const article = fileOf(`---\ntitle: Bridge to open\n---\n\n## Works\n\n${said}\n`, 'courier.md');
  assert.deepEqual(recordOf(JSON.parse(JSON.stringify(article))), article);
});

for (const [what, blocks] of [
  ['no list', {}],
  ['beyond the text', [{ start: 0, end: 999, kind: 'paragraph' }]],
  ['empty', [{ start: 0, end: 0, kind: 'paragraph' }]],
  ['of an unknown kind', [{ start: 0, end: said.length, kind: 'advert' }]],
  ['not whole', [{ start: 0, end: 3, kind: 'paragraph' }]],
  ['not of numbers', [{ start: '0', end: said.length, kind: 'paragraph' }]],
  [
    'out of order',
    [
      { start: 0, end: said.length, kind: 'paragraph' },
      { start: 0, end: 3, kind: 'paragraph' },
    ],
  ],
] as const)
  test(`record: blocks that are ${what} are refused`, () => {
    const result = readArticleRecord({ text: said, blocks });
    assert.ok(!result.ok && result.problem.reason.includes('"blocks"'));
  });

test('file: one JSON object is a record, also over several lines', () => {
  assert.equal(fileOf(JSON.stringify({ id: 3, text: said }, null, 2), 'one.json').id, '3');
});

test('file: an account without an outlet is called by its file', () => {
  assert.equal(fileOf(said, 'folder/account-a.txt').outlet, 'account-a');
  assert.equal(fileOf(said, 'a.b.v2.txt').outlet, 'a.b.v2');
  assert.equal(fileOf(said, '-').outlet, null);
});

test('file: plain text keeps every unit but a byte order mark', () => {
  assert.equal(fileOf(`\uFEFF${said}\r\n\r\n`, 'a.txt').text, `${said}\r\n\r\n`);
});

const frontMatter = [
  '---',
  'title: "Bridge: open in May"',
  'author: [Ann Rowe, Tom Hill]',
  "outlet: 'The Courier'",
  'date: 15 Nov 2024',
  'url: https://courier.example/bridge',
  'tags:',
  '  - roads',
  '---',
].join('\n');

for (const [name, lineEnd] of [
  ['bridge.txt', '\n'],
  ['bridge.md', '\n'],
  ['bridge.txt', '\r\n'],
  ['bridge.md', '\r\n'],
] as const)
  test(`file: front matter sets the facts in ${name} with line ends ${JSON.stringify(lineEnd)}`, () => {
    const file = `${frontMatter}\n${said}`.replaceAll('\n', lineEnd);
    const { title, byline, outlet, published, url } = fileOf(file, name);
    assert.deepEqual(
      { title, byline, outlet, published, url },
      {
        title: 'Bridge: open in May',
        byline: 'Ann Rowe, Tom Hill',
        outlet: 'The Courier',
        published: '2024-11-15',
        url: 'https://courier.example/bridge',
      },
    );
  });

test('file: in plain text front matter leaves its line breaks, so that lines keep their numbers', () => {
  assert.equal(fileOf(`${frontMatter}\n${said}`, 'a.txt').text, `${'\n'.repeat(9)}${said}`);
});

test('file: in Markdown the title of the front matter is the first block, once', () => {
  const { text, blocks } = fileOf(`---\ntitle: Bridge to open\n---\n# Bridge to open\n\n${said}`, 'a.md');
  assert.equal(text, `Bridge to open\n\n${said}`);
  assert.deepEqual(
    blocks.map(block => block.kind),
    ['title', 'paragraph'],
  );
});

for (const url of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'file:///etc/hosts'])
  test(`file: ${url} is no address of an article`, () => {
    assert.equal(fileOf(`---\nurl: ${url}\n---\n${said}`, 'a.txt').url, null);
    const result = readArticleRecord({ text: said, url });
    assert.ok(result.ok);
    assert.equal(result.article.url, null);
  });

test('file: a rule at the top is not front matter', () => {
  const text = `---\n${said}\n---\n${said}`;
  assert.equal(fileOf(text, 'a.txt').text, text);
});
