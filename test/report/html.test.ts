import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { renderStory } from '../../src/report/index.ts';
import { ferryStory } from './ferry-story.ts';
import { hostileStory } from './hostile-story.ts';

const options = { width: 80, colour: false };
const page = renderStory(ferryStory, 'html', options);
const { document } = parseHTML(page);
const hostilePage = renderStory(hostileStory, 'html', options);
const { document: hostileDocument } = parseHTML(hostilePage);

test('html report: every link stays in the file and has a target', () => {
  for (const each of [document, hostileDocument]) {
    const links = [...each.querySelectorAll('a')].map(link => link.getAttribute('href') ?? '');
    assert.ok(links.length > 20);
    for (const link of links) {
      assert.match(link, /^#/);
      assert.ok(each.getElementById(link.slice(1)), link);
    }
  }
});

test('html report: no id is used twice', () => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)]);
});

test('html report: quoted words link to themselves in the account', () => {
  const words = [...document.querySelectorAll('a.words')];
  assert.ok(words.length > 10);
  for (const link of words) {
    const target = document.getElementById(link.getAttribute('href')!.slice(1))!.cloneNode(true);
    for (const back of target.querySelectorAll('.back')) back.remove();
    const plain = (text: string) => text.replace(/[“”‘’"',]/g, '');
    assert.equal(plain(target.textContent), plain(link.textContent));
  }
});

test('html report: every telling and shared quotation links back to its finding', () => {
  const backs = (articleNumber: number) =>
    [...document.querySelectorAll(`#text-${articleNumber} a.back`)].map(link => link.getAttribute('href'));
  for (const number of [1, 2]) {
    assert.ok(backs(number).includes('#claim-end'));
    assert.ok(backs(number).includes('#quotation-1'));
  }
  assert.ok(backs(3).includes('#claim-gossip'));
});

test('html report: the accounts stand in it whole', () => {
  for (const [at, { article }] of ferryStory.accounts.entries()) {
    const shown = document.getElementById(`text-${at + 1}`)!.cloneNode(true);
    for (const added of shown.querySelectorAll('.back, h3, .facts')) added.remove();
    assert.equal(shown.textContent.replace(/\s+/g, ' ').trim(), article.text.replace(/\s+/g, ' ').trim());
  }
});

test('html report: markup in an account is text', () => {
  assert.equal(hostileDocument.querySelectorAll('script, img, b, i').length, 0);
  assert.match(hostilePage, /&lt;script&gt;&amp;&quot;/);
  assert.doesNotMatch(hostilePage, /<script|<img|<b>|<i>/);
});

test('html report: it loads nothing and runs nothing', () => {
  for (const each of [page, hostilePage]) {
    assert.doesNotMatch(each, /\s(?:src|srcset|action|style|on[a-z]+)=/i);
    assert.doesNotMatch(each, /<(?:script|link|iframe|object|embed|form|base)\b/i);
    assert.doesNotMatch(each, /@import|url\(/i);
  }
});

test('html report: its policy allows only its own style', () => {
  const policy = document
    .querySelector('meta[http-equiv="Content-Security-Policy"]')!
    .getAttribute('content')!;
  const style = /<style>(.*?)<\/style>/s.exec(page)![1]!;
  const hash = createHash('sha256').update(style).digest('base64');
  assert.equal(policy, `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
});

test('html report: headings go down one step at a time', () => {
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5')].map(({ tagName }) =>
    Number(tagName[1]),
  );
  assert.equal(levels[0], 1);
  for (const [at, level] of levels.entries()) assert.ok(at === 0 || level <= levels[at - 1]! + 1);
});
