import type { TestContext } from 'node:test';
import type { Article } from '../../../src/domain/index.ts';
import { createWatcher, type WatchEvent, type WatcherOptions } from '../../../src/serve/watch/index.ts';
import { openDesk, pipeline } from '../desk/desks.ts';
import { fakeTime, type Site } from './web.ts';

/** The page on which a site publishes an article. */
export const pageOf = ({ title, outlet, published, text }: Article): string => `<!doctype html><html><head>
<title>${title} | ${outlet}</title><meta property="og:site_name" content="${outlet}">
<meta property="article:published_time" content="${published}"></head><body><nav><a href="/">Home</a></nav>
<article><h1>${title}</h1>${paragraphsOf(text)}</article></body></html>`;

export const paragraphsOf = (text: string): string =>
  text
    .split('\n\n')
    .map(block => `<p>${block}</p>`)
    .join('\n');

/** An RSS feed of these paths, the newest first. */
export const feedOf = (site: Site, paths: readonly string[], extra = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Courier</title>${extra}
${paths.map(path => `<item><title>About ${path}</title><link>${site.address(path)}</link><description>A teaser.</description></item>`).join('\n')}
</channel></rss>`;

/** A watcher on a store of its own that may fetch from these sites; it stops when the test ends. */
export async function openWatch(
  context: TestContext,
  sites: readonly Site[],
  options: Partial<WatcherOptions> = {},
) {
  const desk = await openDesk(context);
  const time = fakeTime();
  const events: WatchEvent[] = [];
  const services = { store: desk.store, desk, pipeline, clock: time.now };
  const open = (more: Partial<WatcherOptions> = {}) => {
    const watcher = createWatcher(services, {
      userAgent: 'hearsay/0.1.0',
      allowHosts: sites.map(({ host }) => host),
      onEvent: event => events.push(event),
      sleep: time.sleep,
      chance: time.chance,
      ...options,
      ...more,
    });
    context.after(() => watcher.stop());
    return watcher;
  };
  return { desk, store: desk.store, time, events, open, watcher: open() };
}
