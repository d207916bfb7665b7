import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { parseFeed } from 'feedsmith';
import { writeOutFile } from '../../../src/serve/cli/output.ts';
import { alertLine } from '../../../src/serve/watch/alerts/alert.ts';
import {
  type Alert,
  type AlertSink,
  atomFolderSink,
  printSink,
  storyAtom,
  webhookSink,
} from '../../../src/serve/watch/index.ts';
import { folderWith } from '../command.ts';
import { denial, first, second } from '../desk/desks.ts';
import { feedOf, openWatch, pageOf } from './newsroom.ts';
import { openSite, type Reply } from './web.ts';

/** A sink that keeps the numbers of what it is sent. */
function keepingSink(name = 'kept') {
  const seqs: number[] = [];
  const sink: AlertSink = {
    name,
    async send({ seq }) {
      seqs.push(seq);
      return { ok: true };
    },
  };
  return { sink, seqs };
}

/** A site with an article, on whose feed a denial of it comes later, and a watch that has seen the first. */
async function openDispute(context: TestContext) {
  const site = await openSite(context, { '/1': pageOf(first), '/2': pageOf(denial) });
  site.pages['/feed'] = feedOf(site, ['/1']);
  const watch = await openWatch(context, [site], { feeds: [site.address('/feed')] });
  const deny = (): void => {
    site.pages['/feed'] = feedOf(site, ['/2', '/1']);
  };
  return { site, ...watch, deny };
}

test('the denial of a claim is told once, also over a restart and by two sinks', async context => {
  const dispute = await openDispute(context);
  const [a, b] = [keepingSink('a'), keepingSink('b')];
  const sinks = [a.sink, b.sink];
  await dispute.open({ sinks }).once();
  assert.deepEqual(a.seqs, [], 'new claims are no alerts');
  dispute.deny();
  await dispute.open({ sinks: [a.sink] }).once();
  const told = [...a.seqs];
  assert.ok(told.length > 0);
  assert.deepEqual(b.seqs, []);
  await dispute.open({ sinks }).once();
  assert.deepEqual(a.seqs, told);
  assert.deepEqual(b.seqs, told);
  await dispute.open({ sinks }).once();
  assert.deepEqual([a.seqs, b.seqs], [told, told]);
});

test('a sink that is new hears of what changes from then on', async context => {
  const dispute = await openDispute(context);
  await dispute.watcher.once();
  dispute.deny();
  await dispute.watcher.once();
  const late = keepingSink();
  await dispute.open({ sinks: [late.sink] }).once();
  assert.deepEqual(late.seqs, []);
});

test('an alert names story, claim, standings and the article that brought it about', async context => {
  const dispute = await openDispute(context);
  const lines: string[] = [];
  const write = async (line: string) => void lines.push(line);
  const sinks = [printSink('text', write), printSink('jsonl', write)];
  await dispute.open({ sinks }).once();
  dispute.deny();
  await dispute.open({ sinks }).once();
  const disputed = lines.filter(line => line.includes('disputed'));
  const alert: Alert = JSON.parse(disputed.find(line => line.startsWith('{'))!);
  assert.equal(alert.after, 'disputed');
  assert.equal(alert.before, 'on-the-record');
  assert.equal(alert.story, first.title);
  assert.match(alert.wording, /stop running in May/);
  assert.deepEqual(
    [alert.article?.outlet, alert.article?.title, alert.article?.url],
    [denial.outlet, denial.title, dispute.site.address('/2')],
  );
  const text = disputed.find(line => !line.startsWith('{'))!;
  assert.ok(text.includes(`${first.title}: “`), text);
  assert.ok(
    text.includes(`on the record → disputed, by ${denial.outlet} (${dispute.site.address('/2')})`),
    text,
  );
});

test('what others have written cannot steer the terminal', () => {
  const line = alertLine({
    seq: 1,
    at: '2026-03-02T09:41:00Z',
    storyId: 's',
    story: 'Ferry\u001b[2J to stop\n',
    claimId: 'c',
    wording: 'the ferry\r\n\u202e will stop',
    before: 'on-the-record',
    after: null,
    origins: 0,
    article: { id: 'a', outlet: 'Cour\u0007ier', title: null, url: null },
  });
  assert.doesNotMatch(line, /[\p{Cc}\u202e]/u);
  assert.match(
    line,
    /^09:41 Ferry.* to stop: “the ferry will stop”: on the record → no longer a claim of its own, by Cour.ier$/,
  );
});

const secret = 'for this test only';

/** A receiver that answers with these statuses, then with 200. */
async function openReceiver(context: TestContext, statuses: readonly number[] = []) {
  const left = [...statuses];
  const posts: { headers: IncomingMessage['headers']; body: string; status: number }[] = [];
  const receive: Reply = (request, response) => {
    let body = '';
    request.on('data', part => {
      body += part;
    });
    request.on('end', () => {
      const status = left.shift() ?? 200;
      posts.push({ headers: request.headers, body, status });
      response.writeHead(status).end();
    });
  };
  const site = await openSite(context, { '/hook': receive });
  const sink = (now: () => Date) =>
    webhookSink({ url: site.address('/hook'), secret, userAgent: 'hearsay/0.1.0', now, timeoutMs: 5000 });
  return { posts, sink };
}

test('a post is signed, says when it was sent and has an id of its own', async context => {
  const dispute = await openDispute(context);
  const { posts, sink } = await openReceiver(context);
  const sinks = [sink(dispute.time.now)];
  await dispute.open({ sinks }).once();
  dispute.deny();
  await dispute.open({ sinks }).once();
  assert.ok(posts.length > 0);
  assert.equal(new Set(posts.map(({ headers }) => headers['hearsay-id'])).size, posts.length);
  for (const { headers, body } of posts) {
    const timestamp = headers['hearsay-timestamp'];
    const expected = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    assert.equal(headers['hearsay-signature'], `sha256=${expected}`);
    assert.ok(Math.abs(Number(timestamp) * 1000 - dispute.time.now().getTime()) < 60_000);
    assert.equal(JSON.parse(body).type, 'standing-changed');
  }
});

test('a post that fails is sent again, with the same id, after longer and longer waits', async context => {
  const dispute = await openDispute(context);
  const { posts, sink } = await openReceiver(context, [500, 429]);
  const sinks = [sink(dispute.time.now)];
  await dispute.open({ sinks }).once();
  dispute.deny();
  dispute.time.slept.length = 0;
  assert.equal(await dispute.open({ sinks, pauseMs: 0 }).once(), true);
  assert.deepEqual(
    posts.map(({ status }) => status),
    [500, 429, 200],
  );
  assert.equal(new Set(posts.slice(0, 3).map(({ headers }) => headers['hearsay-id'])).size, 1);
  assert.deepEqual(
    dispute.time.slept.filter(ms => ms >= 1000),
    [1000, 2000],
  );
});

test('a post that cannot be made is a visible failure, and is made when it can be', async context => {
  const dispute = await openDispute(context);
  const { posts, sink } = await openReceiver(context, [503, 503, 503]);
  const sinks = [sink(dispute.time.now)];
  await dispute.open({ sinks }).once();
  dispute.deny();
  assert.equal(await dispute.open({ sinks }).once(), false);
  assert.equal(posts.length, 3);
  const problems = dispute.events.filter(event => event.kind === 'alert-problem');
  assert.deepEqual(
    problems.map(({ reason }) => reason),
    ['HTTP 503; put off after 3 tries'],
  );
  assert.equal(await dispute.open({ sinks }).once(), true);
  assert.equal(posts[3]?.headers['hearsay-id'], posts[0]?.headers['hearsay-id']);
});

test('a post that the receiver refuses for good is given up and not sent again', async context => {
  const dispute = await openDispute(context);
  const { posts, sink } = await openReceiver(context, [400]);
  const sinks = [sink(dispute.time.now)];
  await dispute.open({ sinks }).once();
  dispute.deny();
  assert.equal(await dispute.open({ sinks }).once(), false);
  assert.equal(await dispute.open({ sinks }).once(), true);
  assert.equal(posts.length, 1);
  const problems = dispute.events.filter(event => event.kind === 'alert-problem');
  assert.deepEqual(
    problems.map(({ reason }) => reason),
    ['HTTP 400; given up after 1 try'],
  );
});

test('in a watch that goes on, alerts come as soon as anybody adds an article', async context => {
  const dispute = await openDispute(context);
  const { sink, seqs } = keepingSink();
  const watcher = dispute.open({ sinks: [sink] });
  watcher.start();
  await until(() => dispute.events.some(({ kind }) => kind === 'polled'));
  await dispute.desk.add([denial]);
  await until(() => seqs.length > 0);
  await watcher.stop();
  assert.equal(new Set(seqs).size, seqs.length);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 2));
}

test('a story has an Atom feed of the changes of its claims, in a folder too', async context => {
  const dispute = await openDispute(context);
  const folder = folderWith(context, {});
  const sinks = [atomFolderSink(dispute.store, folder, writeOutFile)];
  await dispute.open({ sinks }).once();
  dispute.deny();
  await dispute.open({ sinks }).once();

  const [entry] = (await dispute.store.stories('updated', { limit: 1 })).items;
  const story = (await dispute.store.story(entry!.id))!;
  const changes = await dispute.store.latestChanges({ storyId: entry!.id, limit: 100 });
  const { feed, format } = parseFeed(storyAtom(story, changes, 'https://desk.example'));
  assert.equal(format, 'atom');
  assert.equal(feed.title?.value, `${first.title}: changes of standing`);
  const disputed = feed.entries?.find(({ title }) => title?.value.startsWith('disputed: “'));
  assert.deepEqual(disputed?.links, [
    { href: `https://desk.example/stories/${entry!.id}`, rel: 'alternate' },
  ]);
  assert.match(disputed?.content?.value ?? '', /on the record → disputed, by Norwick Radio\./);
  assert.equal(new Set(feed.entries?.map(({ id }) => id)).size, feed.entries?.length);

  const file = readFileSync(join(folder, `${entry!.id}.atom`), 'utf8');
  const kept = parseFeed(file);
  assert.ok(kept.format === 'atom');
  assert.deepEqual(
    kept.feed.entries?.map(({ id }) => id),
    feed.entries?.map(({ id }) => id),
  );
  assert.ok(file.includes(dispute.site.address('/2')));
});

test('words that look like markup stay words in an Atom feed', async context => {
  const dispute = await openDispute(context);
  await dispute.desk.add([first, second, denial]);
  const [entry] = (await dispute.store.stories('updated', { limit: 1 })).items;
  const story = (await dispute.store.story(entry!.id))!;
  const change = {
    seq: 7,
    at: '2026-03-02T09:41:00Z',
    storyId: entry!.id,
    articleId: null,
    event: {
      kind: 'standing',
      claimId: 'c',
      before: 'on-the-record',
      after: 'disputed',
      wording: 'a ]]> b <script>alert(1)</script> & c',
      origins: 1,
    },
  } as const;
  const { feed, format } = parseFeed(storyAtom(story, [change], null));
  assert.ok(format === 'atom');
  const [only] = feed.entries ?? [];
  assert.equal(only?.title?.value, 'disputed: “a ]]> b <script>alert(1)</script> & c”');
  assert.match(only?.content?.value ?? '', /a \]\]&gt; b &lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; c/);
  assert.match(only?.content?.value ?? '', /by a correction/);
});
