import assert from 'node:assert/strict';
import test from 'node:test';
import { asUtf8, textOf } from '../../../src/serve/watch/feed/charset.ts';
import { feedAddress } from '../../../src/serve/watch/feed/new-feed.ts';
import { feedsOffered } from '../../../src/serve/watch/feed/offered.ts';
import { feedsInOpml } from '../../../src/serve/watch/feed/opml.ts';
import { readFeed } from '../../../src/serve/watch/feed/parse-feed.ts';

const base = 'https://courier.example/feeds/news.xml';

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><ttl>45</ttl>
<item><title>Ferry &amp; tram</title><link>../ferry</link><guid isPermaLink="false">c-1</guid>
<pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><dc:creator>Ana Rao</dc:creator>
<description>A teaser.</description><content:encoded><![CDATA[<p>The whole text.</p>]]></content:encoded></item>
<item><title>Port</title><guid>https://courier.example/port</guid><description>Another teaser.</description></item>
<item><title>Neither id nor address</title></item>
</channel></rss>`;

test('RSS: own ids, relative addresses, the whole text before the teaser', () => {
  assert.deepEqual(readFeed(rss, base), {
    title: 'The Courier',
    restMs: 45 * 60_000,
    isCut: false,
    entries: [
      {
        key: 'c-1',
        url: 'https://courier.example/ferry',
        title: 'Ferry & tram',
        author: 'Ana Rao',
        published: 'Mon, 02 Mar 2026 08:00:00 GMT',
        content: '<p>The whole text.</p>',
      },
      {
        key: 'https://courier.example/port',
        url: 'https://courier.example/port',
        title: 'Port',
        author: null,
        published: null,
        content: 'Another teaser.',
      },
    ],
  });
});

test('Atom: the page among several links, and the day of publication', () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><id>urn:f</id>
    <updated>2026-03-02T09:00:00Z</updated><entry><id>urn:1</id><title type="html">Ferry &lt;b&gt;late&lt;/b&gt;</title>
    <link rel="self" href="/1.atom"/><link rel="alternate" type="application/json" href="/1.json"/>
    <link rel="alternate" type="text/html" href="/1"/><author><name>Ana Rao</name></author>
    <updated>2026-03-02T08:30:00Z</updated><published>2026-03-02T08:00:00Z</published>
    <content type="text">First line &amp; more.

Second.</content></entry></feed>`;
  assert.deepEqual(readFeed(atom, base)?.entries, [
    {
      key: 'urn:1',
      url: 'https://courier.example/1',
      title: 'Ferry late',
      author: 'Ana Rao',
      published: '2026-03-02T08:00:00Z',
      content: '<p>First line &amp; more.</p>\n<p>Second.</p>',
    },
  ]);
});

test('Atom: addresses are relative to what xml:base says', () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courier.example/news/"><title>C</title>
    <entry><id>1</id><link href="one"/></entry><entry xml:base="2026/"><id>2</id><link href="two"/></entry></feed>`;
  assert.deepEqual(
    readFeed(atom, base)?.entries.map(({ url }) => url),
    ['https://courier.example/news/one', 'https://courier.example/news/2026/two'],
  );
});

test('RDF: items beside the channel, and a period of rest', () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
    <channel rdf:about="https://courier.example/"><title>The Courier</title><link>https://courier.example/</link>
    <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>
    <item rdf:about="https://courier.example/1"><title>Ferry</title><link>https://courier.example/1</link>
    <dc:date>2026-03-02T08:00:00Z</dc:date><description>A teaser.</description></item></rdf:RDF>`;
  const feed = readFeed(rdf, base);
  assert.equal(feed?.restMs, 30 * 60_000);
  assert.deepEqual(
    feed?.entries.map(({ key, url, published }) => [key, url, published]),
    [['https://courier.example/1', 'https://courier.example/1', '2026-03-02T08:00:00Z']],
  );
});

test('JSON Feed: text becomes paragraphs', () => {
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Courier',
    items: [
      {
        id: '1',
        url: '/1',
        title: 'Ferry',
        content_text: 'Fish < meat.\n\nSecond.',
        date_published: '2026-03-02',
      },
      { id: '2', external_url: 'https://else.example/2', summary: 'Short.' },
    ],
  });
  assert.deepEqual(
    readFeed(json, base)?.entries.map(({ url, content }) => [url, content]),
    [
      ['https://courier.example/1', '<p>Fish &lt; meat.</p>\n<p>Second.</p>'],
      ['https://else.example/2', 'Short.'],
    ],
  );
});

test('of a feed that breaks off, the items before that are read', () => {
  const second = rss.indexOf('Another');
  for (const end of [
    second,
    second - 40,
    rss.indexOf('<item>', second - 200) + 9,
    rss.indexOf('</guid>', second - 200) + 7,
  ]) {
    const feed = readFeed(rss.slice(0, end), base);
    assert.equal(feed?.entries[0]?.key, 'c-1', `cut at ${end}`);
    assert.equal(feed?.entries.length, 1);
    assert.equal(feed?.isCut, true);
  }
  assert.equal(readFeed(rss.slice(0, 250), base)?.entries.length ?? 0, 0);
});

test('an item with the id of another and addresses that are none of the web are left out', () => {
  const items = ['<guid>1</guid><link>javascript:alert(1)</link>', '<guid>1</guid><link>/b</link>'];
  const feed = readFeed(
    `<rss version="2.0"><channel><item>${items.join('</item><item>')}</item></channel></rss>`,
    base,
  );
  assert.deepEqual(
    feed?.entries.map(({ key, url }) => [key, url]),
    [['1', null]],
  );
});

test('what is no feed is none, and entities do not unfold without end', () => {
  for (const text of ['', 'hello', '<html><body>hello</body></html>', '{}', '[]', '<rss'])
    assert.equal(readFeed(text, base), null, text);
  const bomb = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">${['b', 'c', 'd', 'e', 'f']
    .map((name, at) => `<!ENTITY ${name} "${`&${'abcde'[at]};`.repeat(100)}">`)
    .join('')}]><rss version="2.0"><channel><item><guid>1</guid><title>&f;</title></item></channel></rss>`;
  const title = readFeed(bomb, base)?.entries[0]?.title ?? '';
  assert.ok(title.length <= 1000);
});

test('a page names the feeds that it offers', () => {
  const page = `<html><head><link rel="stylesheet" href="a.css">
    <link rel="alternate" hreflang="fr" href="/fr"><LINK type='application/rss+xml' href='/rss?a=1&amp;b=2' rel='alternate'>
    <link rel="alternate" type="application/feed+json" href=feed.json></head>`;
  assert.deepEqual(feedsOffered(page, 'https://courier.example/news/'), [
    'https://courier.example/rss?a=1&b=2',
    'https://courier.example/news/feed.json',
  ]);
});

test('an OPML file lists feeds in folders, each once', () => {
  const opml = `<opml version="2.0"><head><title>News</title></head><body>
    <outline text="Papers"><outline text="Courier" type="rss" xmlUrl="https://courier.example/rss"/>
    <outline text="Deeper"><outline text="Echo" xmlUrl=" https://echo.example/rss "/></outline></outline>
    <outline text="Again" xmlUrl="https://courier.example/rss"/><outline text="Just words"/></body></opml>`;
  assert.deepEqual(feedsInOpml(opml), ['https://courier.example/rss', 'https://echo.example/rss']);
  assert.equal(feedsInOpml('no list'), null);
});

test('the address of a feed is kept without what does not belong to it', () => {
  assert.equal(feedAddress(' https://Courier.example/rss#top '), 'https://courier.example/rss');
  assert.equal(feedAddress('feed:https://courier.example/rss'), 'https://courier.example/rss');
  assert.equal(feedAddress('feed://courier.example/rss'), 'http://courier.example/rss');
  for (const wrong of ['courier.example/rss', 'ftp://courier.example', 'https://a:b@courier.example/', ''])
    assert.equal(feedAddress(wrong), null, wrong);
});

test('letters are UTF-8 where they can be, else what the answer or the text itself calls them', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  assert.equal(textOf(latin('caf\xe9'), 'text/xml; charset=ISO-8859-1'), 'café');
  assert.equal(
    textOf(latin('<?xml version="1.0" encoding="windows-1252"?>caf\xe9'), 'text/xml').slice(-4),
    'café',
  );
  assert.equal(textOf(Buffer.from('\ufeffcafé'), 'text/xml; charset=ISO-8859-1'), 'café');
  assert.equal(textOf(latin('caf\xe9'), 'text/xml; charset=nonsense'), 'café');
  assert.equal(textOf(Buffer.from('\ufeffcafé', 'utf16le'), null), 'café');
  const page = latin('<html><head><meta charset="iso-8859-1"></head>caf\xe9');
  assert.ok(Buffer.from(asUtf8(page, 'text/html')).toString().endsWith('café'));
});
