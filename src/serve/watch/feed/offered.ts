/** The feeds that a web page offers (`<link rel="alternate">`), as absolute addresses. */
export function feedsOffered(html: string, base: string): readonly string[] {
  const tags = html.slice(0, 500_000).match(/<link\b[^<>]*>/gi) ?? [];
  const found = tags.filter(isFeedLink).flatMap(tag => {
    const href = attribute(tag, 'href');
    return href === null ? [] : (URL.parse(href.replaceAll('&amp;', '&'), base)?.href ?? []);
  });
  return [...new Set(found)];
}

const isFeedLink = (tag: string): boolean =>
  /\balternate\b/i.test(attribute(tag, 'rel') ?? '') &&
  /^application\/((rss|atom|rdf)\+xml|(feed\+)?json)\b/i.test(attribute(tag, 'type') ?? '');

function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.trim() ?? null;
}
