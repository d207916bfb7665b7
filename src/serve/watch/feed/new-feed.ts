import type { Feed } from '../../../store/index.ts';

/** A feed that nobody has looked at yet. */
export const newFeed = (url: string): Feed => ({
  url,
  title: null,
  etag: null,
  lastModified: null,
  checkedAt: null,
  succeededAt: null,
  nextAt: null,
  failures: 0,
  problem: null,
  items: 0,
  articles: 0,
});

/** The address of a feed as it is kept: an http or https address without a fragment; null for anything else. */
export function feedAddress(written: string): string | null {
  const url = URL.parse(
    written
      .trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
      .replace(/^feed:/i, 'http:'),
  );
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  return url.href;
}
