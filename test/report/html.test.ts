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

const claimRows = [...document.querySelectorAll('.matrix tbody tr')];
const styleOf = (each: string) => /<style>(.*?)<\/style>/s.exec(each)![1]!;

test('html report: every claim has a row in the table, and its finding below', () => {
  assert.equal(claimRows.length, ferryStory.claims.length);
  for (const { id } of ferryStory.claims) {
    const finding = document.getElementById(`claim-${id}`)!;
    assert.ok(finding.classList.contains('claim'), id);
    assert.ok(document.querySelector(`.matrix th a[href="#claim-${id}"]`), id);
  }
});

test('html report: the table says in words how each account tells a claim, and what it has of answers', () => {
  const row = claimRows.find(each => each.querySelector('a[href="#claim-end"]'))!;
  const told = [...row.querySelectorAll('td')].map(cell =>
    [...cell.querySelectorAll('a')].map(sign => sign.getAttribute('aria-label')),
  );
  assert.deepEqual(told, [
    ['[1] tells it: unnamed source', '[1] has: declines to comment'],
    ['[2] tells it: unnamed source', '[2] has: denies'],
    ['[3] tells it: outlet’s own voice'],
    [],
  ]);
});

test('html report: all cells of the table have headers', () => {
  for (const header of document.querySelectorAll('.matrix th'))
    assert.match(header.getAttribute('scope') ?? '', /^(?:col|row)$/);
  const columns = document.querySelectorAll('.matrix thead th').length;
  for (const row of claimRows) assert.equal(row.children.length, columns);
});

test('html report: every choice of a filter leaves some claim, and is obeyed', () => {
  const choices = [...document.querySelectorAll('#filters option')].map(each => each.getAttribute('value'));
  assert.ok(choices.length > 10);
  for (const choice of choices) {
    if (choice === 'all') continue;
    assert.ok(
      claimRows.some(row => row.classList.contains(choice!)),
      choice!,
    );
    const rule = `#filters:has(option[value="${choice}"]:checked) ~ * .claim:not(.${choice}){display:none}`;
    assert.ok(styleOf(page).includes(rule), rule);
  }
});

test('html report: every claim is reached by its standing and by its sources, and by a difference if it has one', () => {
  for (const [at, filter] of ['standing', 'source', 'difference'].entries()) {
    const choices = [...document.querySelectorAll(`#filter-${filter} option`)].map(
      each => each.getAttribute('value')!,
    );
    const missed = claimRows.filter(row => !choices.some(choice => row.classList.contains(choice)));
    const without = ferryStory.claims.filter(({ differences }) => differences.length === 0).length;
    assert.equal(missed.length, at === 2 ? without : 0, filter);
  }
});

test('html report: what one chooses among filters stands before all that it hides', () => {
  const filters = document.getElementById('filters')!;
  for (const claim of document.querySelectorAll('.claim, .told')) {
    let top = claim;
    while (top.parentElement!.tagName !== 'MAIN') top = top.parentElement!;
    assert.ok(filters.compareDocumentPosition(top) & 4, claim.className);
  }
});

test('html report: all tellings and answers of a claim light up together', () => {
  const end = ferryStory.claims.find(({ id }) => id === 'end')!;
  const own = claimRows
    .find(each => each.querySelector('a[href="#claim-end"]'))!
    .className.split(' ')
    .find((name: string) => /^c\d+$/.test(name))!;
  assert.ok(styleOf(page).includes(`main:has(.${own}:is(:hover,:focus-within,:target)) .${own}{`));
  assert.ok(document.querySelector(`#compare option[value="${own}"]`));
  const numbers = new Map(ferryStory.accounts.map(({ article }, at) => [article.id, at + 1]));
  for (const { articleId, start, end: to } of [...end.tellings, ...end.responses]) {
    const words = document.getElementById(`w${numbers.get(articleId)}-${start}-${to}`)!;
    assert.ok(words.classList.contains('told') && words.classList.contains(own), words.textContent);
    assert.ok(words.closest('.block')!.classList.contains(`has-${own}`));
    assert.ok(words.closest('article')!.classList.contains(`has-${own}`));
  }
});

test('html report: every choice has a label, every drawing a title, and what scrolls can be focused', () => {
  for (const { id } of document.querySelectorAll('select'))
    assert.ok(document.querySelector(`label[for="${id}"]`), id);
  const lineage = document.querySelector('svg.lineage')!;
  assert.match(lineage.querySelector('title')!.textContent, /sources on the left/);
  for (const box of document.querySelectorAll('.scroll')) {
    assert.equal(box.getAttribute('tabindex'), '0');
    assert.ok(box.getAttribute('aria-label'));
  }
});

test('html report: the lineage has a node for each source, account and outlet that something comes from', () => {
  const nodes = [...document.querySelectorAll('.node')].map(
    node =>
      `${node.getAttribute('class')}: ${[...node.querySelectorAll('text')].map(text => text.textContent).join(' ')}`,
  );
  assert.deepEqual(nodes.sort(), [
    'node account: [1]\u00a0Harbour Courier',
    'node account: [2]\u00a0Coast Wire',
    'node account: [3]\u00a0The Islander',
    'node unnamed: “The mayor”',
    'node unnamed: “a port official”',
  ]);
  assert.equal(document.querySelector('.edge.rewrite text')!.textContent, 'rewrite, 18%, first report');
});

test('html report: the timeline has a sign for each publication and each day that is named near them', () => {
  const signs = [...document.querySelectorAll('.timeline.wide a title')].map(title => title.textContent);
  assert.deepEqual(signs.sort(), [
    '[1] Harbour Courier published: 6 May 2024, 08:15 UTC',
    '[2] Coast Wire published: 7 May 2024',
    '[2] “Monday”: 6 May 2024',
  ]);
});

test('html report: a story of forty accounts keeps to the same laws', () => {
  const [courier, wire, islander] = ferryStory.accounts;
  const more = Array.from({ length: 37 }, (_, at) => ({
    ...courier!,
    article: { ...courier!.article, id: `more-${at}`, outlet: `Outlet ${at}` },
  }));
  const large = renderStory(
    { ...ferryStory, accounts: [courier!, wire!, islander!, ...more] },
    'html',
    options,
  );
  const { document: each } = parseHTML(large);
  const ids = [...each.querySelectorAll('[id]')].map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)]);
  assert.equal(each.querySelectorAll('.matrix thead th').length, 42);
  for (const link of each.querySelectorAll('a'))
    assert.ok(each.getElementById(link.getAttribute('href')!.slice(1)));
});

test('html report: stories with nothing to draw, filter or compare are still reports', () => {
  const empty = {
    ...ferryStory,
    accounts: ferryStory.accounts.slice(2),
    claims: [],
    quotations: [],
    lineage: { overlaps: [], debts: [] },
    cast: [],
    timeline: [],
  };
  for (const story of [empty, { ...empty, accounts: [] }]) {
    const { document: each } = parseHTML(renderStory(story, 'html', options));
    assert.equal(each.querySelectorAll('svg, select, table').length, 0);
    assert.equal(each.querySelectorAll('h1').length, 1);
  }
});
