import assert from 'node:assert/strict';
import type { LookupFunction } from 'node:net';
import test from 'node:test';
import { buildConnector } from 'undici';
import { isPublicAddress } from '../../../src/serve/watch/net/address.ts';
import type { Fetcher } from '../../../src/serve/watch/net/fetcher.ts';
import { fetcherFor, noSignal, openSite, redirectTo } from './web.ts';

const inside = [
  ...['127.0.0.1', '127.1', '0x7f.1', '0x7f000001', '2130706433', '017700000001', '0177.0.0.1', '127.0.0.1.'],
  ...['10.0.0.1', '172.16.5.4', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '255.255.255.255'],
  ...['192.0.2.1', '198.18.0.1', '203.0.113.9', '224.0.0.1', '240.0.0.1'],
  ...['::1', '[::1]', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', 'fec0::1'],
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '[::ffff:10.0.0.1]', '::127.0.0.1', '::ffff:0:127.0.0.1'],
  ...[
    '64:ff9b::7f00:1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2002:101:101::',
    '2001:0:1::1',
  ],
  ...['2001:db8::1', '100::1', '4000::1'],
];

test('no notation of an address inside passes for public', () => {
  assert.deepEqual(inside.filter(isPublicAddress), []);
});

test('addresses of the open internet are public, also as they are seen through IPv6', () => {
  const open = ['1.1.1.1', '93.184.215.14', '2606:4700::1111', '::ffff:1.1.1.1', '64:ff9b::101:101'];
  assert.deepEqual(open.filter(isPublicAddress), open);
});

const codeOf = async (fetcher: Fetcher, address: string): Promise<string> => {
  const got = await fetcher.get(address, { signal: noSignal });
  return got.ok ? 'fetched' : got.problem.code;
};

test('an address inside is not fetched in any notation', async context => {
  const site = await openSite(context, { '/': 'secret' });
  const fetcher = fetcherFor(context, []);
  const port = site.host.split(':')[1];
  const hosts = inside.map(host => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host));
  for (const host of [
    ...hosts,
    'localhost',
    'LOCALHOST.',
    'printer.local',
    'db.internal',
    '①27.0.0.1',
    '127。0。0。1',
  ]) {
    const code = await codeOf(fetcher, `http://${host}:${port}/`);
    assert.ok(['private-address', 'bad-address'].includes(code), `${host}: ${code}`);
  }
  assert.equal(site.requests.length, 0);
});

test('only http and https are fetched, and without a password in the address', async context => {
  const fetcher = fetcherFor(context, []);
  for (const address of [
    'file:///etc/hosts',
    'ftp://example.org/',
    'data:text/html,x',
    'http://a:b@example.org/',
    'http://',
  ])
    assert.equal(await codeOf(fetcher, address), 'bad-address', address);
});

const answering = (...answers: readonly string[]): LookupFunction => {
  const left = [...answers];
  return (_, options, callback) => {
    const address = left.length > 1 ? left.shift()! : left[0]!;
    const answer = { address, family: address.includes(':') ? 6 : 4 };
    if (options.all) callback(null, [answer]);
    else callback(null, answer.address, answer.family);
  };
};

test('a name that leads inside is not fetched', async context => {
  const site = await openSite(context, { '/': 'secret' });
  const port = site.host.split(':')[1];
  for (const answer of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', '169.254.169.254']) {
    const fetcher = fetcherFor(context, [], { lookup: answering(answer) });
    assert.equal(await codeOf(fetcher, `http://news.example.org:${port}/`), 'private-address', answer);
  }
  assert.equal(site.requests.length, 0);
});

test('a name of which one address is inside is not fetched', async context => {
  const lookup: LookupFunction = (_, __, callback) =>
    callback(null, [
      { address: '1.1.1.1', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
  assert.equal(
    await codeOf(fetcherFor(context, [], { lookup }), 'http://news.example.org/'),
    'private-address',
  );
});

test('a socket that ends up inside after a public answer is given up before a byte is sent', async context => {
  const site = await openSite(context, { '/': 'secret' });
  const [, port = ''] = site.host.split(':');
  const plain = buildConnector({});
  // As if the name were looked up a second time, with another answer.
  const connect: buildConnector.connector = (options, callback) =>
    plain({ ...options, hostname: '127.0.0.1', port }, callback);
  const fetcher = fetcherFor(context, [], { lookup: answering('1.1.1.1', '127.0.0.1'), connect });
  for (const address of ['http://news.example.org/', 'https://news.example.org/'])
    assert.equal(await codeOf(fetcher, address), 'private-address');
  assert.equal(site.requests.length, 0);
});

test('each redirect is checked anew', async context => {
  const other = await openSite(context, { '/': 'secret' });
  const port = other.host.split(':')[1];
  const targets = [
    `http://${other.host}/`,
    `http://localhost:${port}/`,
    `http://2130706433:${port}/`,
    `//[::1]:${port}/`,
  ];
  const site = await openSite(
    context,
    Object.fromEntries(targets.map((target, index) => [`/${index}`, redirectTo(target)])),
  );
  const fetcher = fetcherFor(context, [site]);
  for (const index of targets.keys())
    assert.equal(await codeOf(fetcher, site.address(`/${index}`)), 'private-address', targets[index]);
  assert.equal(other.requests.length, 0);
});

test('a host inside is fetched where it is named, and with a port only there', async context => {
  const site = await openSite(context, { '/': 'hello' });
  const other = await openSite(context, { '/': 'secret' });
  const fetcher = fetcherFor(context, [site]);
  assert.equal(await codeOf(fetcher, site.address('/')), 'fetched');
  assert.equal(await codeOf(fetcher, other.address('/')), 'private-address');
  const anyPort = fetcherFor(context, [], { allowHosts: ['127.0.0.1'] });
  assert.equal(await codeOf(anyPort, other.address('/')), 'fetched');
});
