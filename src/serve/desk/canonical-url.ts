/** Parameters by which a reader's way to the article is followed; they never say which article it is. */
const followsReaders =
  /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmp|cmpid|ocid|ito|smid|smtyp|source|src|taid|at_.*|ns_.*|spm|xtor|_hs.*|amp|outputtype|partner|emc|guccounter)$/i;

/**
 * An address without what does not tell articles apart: scheme, "www." and "m.", default port, fragment, parameters that
 * follow readers, the order of the others, AMP variants and a slash at the end. Null for what is not a web address. For
 * comparing only: it need not lead anywhere.
 * @example
 * canonicalUrl('http://www.paper.example/a/?utm_source=x&id=7#top') // 'https://paper.example/a?id=7'
 */
export function canonicalUrl(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  const host = parsed.hostname.replace(/^(www\d?|m|mobile|amp)\.(?=[^.]+\.)/, '').replace(/\.$/, '');
  const port = parsed.port === '' ? '' : `:${parsed.port}`;
  const path = parsed.pathname
    .replace(/\/(amp|index\.html?)\/?$/i, '/')
    .replace(/\.amp(?=\.html?$|$)/i, '')
    .replace(/\/+/g, '/')
    .replace(/\/$/, '');
  const kept = [...parsed.searchParams].filter(([name]) => !followsReaders.test(name)).sort(byText);
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
  return `https://${host}${port}${path}${query}`;
}

const byText = (a: readonly string[], b: readonly string[]): number => {
  const [left, right] = [a.join('='), b.join('=')];
  return left < right ? -1 : Number(left > right);
};
