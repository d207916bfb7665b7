import { createHash } from 'node:crypto';
import type { Article } from '../../domain/index.ts';
import type { ArticleKeys } from '../../store/index.ts';
import { canonicalUrl } from './canonical-url.ts';

export const hashOf = (...parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);

/** By which an article is known again. White space does not count: a page that is laid out anew is no new version. */
export const keysOf = ({ url, outlet, title, text }: Article): ArticleKeys => ({
  canonicalUrl: canonicalUrl(url),
  contentKey: hashOf(outlet, title, text.replace(/\s+/g, ' ')),
});
