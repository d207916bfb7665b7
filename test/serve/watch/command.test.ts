import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { folderWith, hearsay, outcomeOf, start, valuesOf } from '../command.ts';
import { denial, first } from '../desk/desks.ts';
import { feedOf, pageOf } from './newsroom.ts';
import { openSite } from './web.ts';

test('feeds are added, listed with their health, and removed', async context => {
  const site = await openSite(context, { '/1': pageOf(first) });
  site.pages['/feed'] = feedOf(site, ['/1', '/gone']);
  const [good, bad] = [site.address('/feed'), site.address('/none')];
  const opml = `<opml version="2.0"><body><outline text="x" xmlUrl="${bad}"/></body></opml>`;
  const folder = folderWith(context, { 'feeds.opml': opml });
  const store = ['--store', join(folder, 'desk.db')];

  const added = await hearsay(['feeds', 'add', good, '--opml', join(folder, 'feeds.opml'), ...store]);
  assert.deepEqual(added, { code: 0, stdout: `added: ${good}\nadded: ${bad}\n`, stderr: '' });
  const before = await hearsay(['feeds', ...store]);
  assert.match(before.stdout, /not looked at yet; 0 items, 0 articles/);

  const watched = await hearsay(['watch', '--once', '--allow-host', site.host, ...store]);
  assert.equal(watched.code, 1);
  assert.ok(
    watched.stderr.includes(`${good}: 2 new, 1 added, 1 not taken (hearsay feeds says why)`),
    watched.stderr,
  );
  assert.ok(watched.stderr.includes(`${bad}: HTTP 404: not there; asked again at `), watched.stderr);

  const listed = await hearsay(['feeds', ...store]);
  assert.match(listed.stdout, /\(The Courier\)\n {2}well, checked .* UTC, next .* UTC; 2 items, 1 article\n/);
  assert.match(
    listed.stdout,
    /\n {2}not taken: \S+\/gone: HTTP 404: not there; the feed has only a teaser of it\n/,
  );
  assert.match(listed.stdout, /\n {2}FAILING \(1 in a row\): HTTP 404: not there; never read, next /);
  const json = valuesOf((await hearsay(['feeds', '-f', 'jsonl', ...store])).stdout) as {
    url: string;
    failures: number;
  }[];
  assert.deepEqual(
    json.map(({ url, failures }) => [url, failures]).sort(),
    [
      [good, 0],
      [bad, 1],
    ].sort(),
  );

  const again = await hearsay(['feeds', 'add', bad, ...store]);
  assert.equal(again.stdout, `known, asked again at once: ${bad}\n`);
  assert.equal((await hearsay(['feeds', 'remove', bad, ...store])).code, 0);
  const missing = await hearsay(['feeds', 'remove', bad, ...store]);
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /not among the feeds/);
  assert.equal((await hearsay(['watch', '--once', '--allow-host', site.host, ...store])).code, 0);
});

test('alerts are lines of JSON on standard output where that is asked for', async context => {
  const site = await openSite(context, { '/1': pageOf(first), '/2': pageOf(denial) });
  site.pages['/feed'] = feedOf(site, ['/1']);
  const folder = folderWith(context, {});
  const args = ['watch', site.address('/feed'), '--once', '--alerts', 'jsonl', '--allow-host', site.host];
  args.push('--store', join(folder, 'desk.db'));
  assert.equal((await hearsay(args)).stdout, '');
  site.pages['/feed'] = feedOf(site, ['/2', '/1']);
  const { stdout, code } = await hearsay(args);
  assert.equal(code, 0);
  const alerts = valuesOf(stdout) as { after: string; article: { outlet: string } }[];
  assert.deepEqual(
    alerts.map(({ after, article }) => [after, article.outlet]),
    [['disputed', denial.outlet]],
  );
});

test('a watch that is interrupted ends in good order', async context => {
  const site = await openSite(context, { '/1': pageOf(first) });
  site.pages['/feed'] = feedOf(site, ['/1']);
  const store = join(folderWith(context, {}), 'desk.db');
  const child = start(['watch', site.address('/feed'), '--allow-host', site.host, '--store', store]);
  const ended = outcomeOf(child);
  child.stderr?.on('data', part => {
    if (String(part).includes('1 added')) child.kill('SIGINT');
  });
  const { code, stderr } = await ended;
  assert.equal(code, 0, stderr);
  const listed = await hearsay(['feeds', '-f', 'jsonl', '--store', store]);
  assert.equal((valuesOf(listed.stdout) as { articles: number }[])[0]?.articles, 1);
});

test('what cannot be watched is wrong usage, said before anything is fetched', async context => {
  const folder = folderWith(context, {
    'not.opml': 'hello',
    'none.opml': '<opml version="2.0"><body><outline text="x"/></body></opml>',
  });
  const store = ['--store', join(folder, 'desk.db')];
  const feed = 'https://courier.example/rss';
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['watch', ...store], /no feeds in .*hearsay feeds add/],
    [['watch', 'courier.example', ...store], /courier\.example: not the address of a feed; write https/],
    [['watch', 'https://me:pw@courier.example/', ...store], /not the address of a feed/],
    [['watch', '--opml', join(folder, 'not.opml'), ...store], /not OPML/],
    [['watch', '--opml', join(folder, 'none.opml'), ...store], /no feed is in it/],
    [['watch', '--opml', join(folder, 'missing'), ...store], /missing: no such file; check its name/],
    [['watch', '--opml', folder, ...store], /a folder, not a file/],
    [
      ['watch', feed, '--webhook', feed, '--webhook-secret-file', 'missing', ...store],
      /missing: no such file/,
    ],
    [['watch', feed, '--webhook', 'https://desk.example/', ...store], /--webhook needs a secret/],
    [['watch', feed, '--webhook', 'desk.example', ...store], /not an address to post to/],
    [['watch', feed, '--every', '0', ...store], /whole number of minutes/],
    [['watch', feed, '--atom', join(folder, 'not.opml'), ...store], /no folder there/],
    [['watch', feed, '--allow-host', 'http://desk.example', ...store], /not a host; write --allow-host/],
    [['feeds', 'add', ...store], /name the feeds to add/],
    [['feeds', 'list', feed, ...store], /list takes no addresses/],
  ];
  for (const [args, message] of wrong) {
    const { code, stdout, stderr } = await hearsay(args, { env: { HEARSAY_WEBHOOK_SECRET: '' } });
    assert.equal(code, 2, `${args.join(' ')}: ${stderr}`);
    assert.equal(stdout, '');
    assert.match(stderr, message);
  }
});
