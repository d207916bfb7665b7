import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, seriousProblems } from './browser.ts';
import { accounts, serveDesk } from './desk-of-news.ts';

type Served = Awaited<ReturnType<typeof serveDesk>>;

const screenshots = new URL('../../../screenshots/', import.meta.url);

let browser: Browser;
before(async () => {
  mkdirSync(screenshots, { recursive: true });
  browser = await openBrowser();
});
after(() => browser.close());

/** What a page did that it must not: errors, refused content, requests to others. */
function watched(context: BrowserContext, { url }: Served): string[] {
  const wrong: string[] = [];
  context.on('request', request => {
    if (!request.url().startsWith(`${url}/`)) wrong.push(`asked for ${request.url()}`);
  });
  context.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
  });
  context.on('weberror', error => wrong.push(String(error.error())));
  return wrong;
}

async function paste(page: Page, { url }: Served, text: string): Promise<void> {
  await page.goto(`${url}/paste`);
  await page.getByLabel('Text, Markdown').fill(text);
  await page.getByRole('button', { name: 'Add and see its story' }).click();
  await page.waitForURL(/\/stories\//);
}

describe('web pages in a browser', () => {
  let served: Served;
  before(async () => {
    served = await serveDesk();
  });
  after(() => served.close());

  test('two accounts are pasted, a claim is opened, a denial comes, and the open page shows it without reloading', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const wrong = watched(context, served);
    const reader = await context.newPage();
    await reader.goto(served.url);
    await reader.getByText('Nothing is kept yet').waitFor();
    await paste(reader, served, accounts[0]!);
    await paste(reader, served, accounts[1]!);
    await reader.getByText('2 accounts').first().waitFor();
    const claim = reader.locator('#claims .item.claim.several-unnamed-sources').first();
    await claim.locator('summary').click();
    const id = (await claim.getAttribute('id'))!;
    await reader.locator('#filter-source').focus();
    const placeOf = () =>
      reader.locator(`#${id} h3`).evaluate(element => element.getBoundingClientRect().top);
    await reader.locator(`#${id}`).evaluate(element => element.scrollIntoView({ block: 'start' }));
    await reader.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    const top = await placeOf();

    const writer = await context.newPage();
    await paste(writer, served, accounts[3]!);

    await reader.locator(`#${id} > .standing.disputed`).waitFor();
    assert.match(await reader.locator('#live').innerText(), /^Disputed now: “/);
    assert.equal(await reader.evaluate(() => 'sameDocument' in globalThis), true);
    assert.equal(
      await reader.locator(`#${id} details`).evaluate(element => element.hasAttribute('open')),
      true,
    );
    assert.equal(await reader.evaluate('document.activeElement.id'), 'filter-source');
    assert.ok(Math.abs((await placeOf()) - top) < 3, `moved from ${top} to ${await placeOf()}`);
    assert.match(await reader.locator(`#${id} details`).innerText(), /Several unnamed sources → Disputed/i);
    await reader.getByText('3 accounts').first().waitFor();
    assert.deepEqual(wrong, []);
    await context.close();
  });

  test('the page of what is moving shows a new story by itself', async () => {
    const context = await browser.newContext();
    const reader = await context.newPage();
    await reader.goto(served.url);
    const writer = await context.newPage();
    await paste(
      writer,
      served,
      'The town library will open on Sundays from March, said Oskar Vance, who runs it.',
    );
    await reader.getByRole('link', { name: /town library will open/ }).waitFor();
    await context.close();
  });

  test('without JavaScript, accounts can be pasted and stories read and set right', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.url}/paste`);
    await page.getByLabel('Text, Markdown').fill(' ');
    await page.getByLabel('Outlet').fill('The Quarry Post');
    await page.getByRole('button', { name: 'Add and paste another' }).click();
    await page.getByText('Nothing was added').waitFor();
    assert.equal(await page.getByLabel('Outlet').inputValue(), 'The Quarry Post');
    await page
      .getByLabel('Text, Markdown')
      .fill(
        'The old quarry will be flooded next year, according to Nora Lindqvist, the mayor of Sandby.\n\nShe said the lake would open to swimmers in June.',
      );
    await page.getByRole('button', { name: 'Add and paste another' }).click();
    await page.getByText('Added:').waitFor();
    await page
      .getByRole('link', { name: /quarry/i })
      .last()
      .click();
    await page.getByRole('heading', { name: 'Claims and accounts' }).waitFor();
    await page.getByRole('link', { name: 'Set something right' }).click();
    await page.getByRole('heading', { name: 'Two claims are one' }).waitFor();
    await context.close();
  });
});

describe('every web page', () => {
  let served: Served;
  let pages: Readonly<Record<string, string>>;
  before(async () => {
    served = await serveDesk(accounts);
    const { store } = served.services;
    const [story] = (await store.stories('moved', { limit: 1 })).items;
    const claims = (await store.claims({ storyId: story!.id }, { limit: 50 })).items;
    const disputed = claims.find(({ standing }) => standing === 'disputed')!;
    const [article] = (await store.articles({ words: 'envoy' }, { limit: 1 })).items;
    const [statement] = (await store.statements({ articleId: article!.id }, { limit: 1 })).items;
    const [source] = (await store.sources({}, { limit: 1 })).items;
    pages = {
      home: '/',
      story: `/stories/${story!.id}`,
      correct: `/stories/${story!.id}/correct`,
      claim: `/claims/${disputed.id}`,
      article: `/articles/${article!.id}`,
      speaker: `/articles/${article!.id}/correct?statement=${statement!.statementId}`,
      sources: '/sources',
      source: `/sources/${encodeURIComponent(source!.key)}`,
      search: '/search?words=meeting',
      articles: '/search?in=articles&words=meeting',
      feeds: '/feeds',
      paste: '/paste',
    };
    const feed = { title: 'Gulf Monitor', etag: null, lastModified: null, checkedAt: '2026-01-05T08:00:00Z' };
    await store.saveFeed({
      ...feed,
      url: 'https://gulfmonitor.example/feed.xml',
      succeededAt: null,
      nextAt: '2026-01-05T10:00:00Z',
      failures: 3,
      problem: 'the server answers 503',
      items: 12,
      articles: 4,
    });
  });
  after(() => served.close());

  test('whose authority a statement has is shown when it is pointed at, and when it is focused', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const { items } = await served.services.store.articles({ words: 'envoy' }, { limit: 1 });
    await page.goto(`${served.url}/articles/${items[0]!.id}`);
    const said = page.locator('.annotated p .said').first();
    const note = page.locator(`#${await said.getAttribute('aria-describedby')}`);
    assert.equal(await note.isVisible(), false);
    await said.hover();
    assert.equal(await note.isVisible(), true);
    await page.mouse.move(5, 5);
    assert.equal(await note.isVisible(), false);
    await said.focus();
    assert.equal(await note.isVisible(), true);
    assert.match(await note.innerText(), /unnamed/);
    await context.close();
  });

  const sizes = [
    [390, 'light'],
    [390, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
    [1920, 'light'],
  ] as const;
  for (const [width, colorScheme] of sizes)
    test(`at ${width} pixels, ${colorScheme}, has nothing serious for axe-core, asks nobody else and fits`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const wrong = watched(context, served);
      const page = await context.newPage();
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(served.url + path);
        await page.screenshot({
          path: new URL(`${name}-${width}-${colorScheme}.png`, screenshots).pathname,
          fullPage: true,
        });
        if (width < 1920) assert.deepEqual(await seriousProblems(page), [], name);
        const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        assert.ok(over <= 0, `${name} is ${over} pixels too wide`);
      }
      assert.deepEqual(wrong, []);
      await context.close();
    });
});
