import type { Article } from '../../domain/index.ts';
import type { Store } from '../../store/index.ts';
import type { Added } from './desk.ts';
import { hashOf, keysOf } from './keys.ts';
import type { Placing } from './placing.ts';

/** What is to become of an article that was given; `article` is the same with the id that it goes by in the store. */
export type Plan = Added & { readonly given: Article; readonly article: Article };

/** Which article of the store it is, if any, and what story a new one tells. */
export async function planFor(
  { store, placing }: { readonly store: Store; readonly placing: Placing },
  article: Article,
): Promise<Plan> {
  const keys = keysOf(article);
  const known = await knownTo(store, article);
  if (known) {
    const { id, storyId, version } = known;
    const isSame = known.contentKey === keys.contentKey;
    return {
      articleId: id,
      storyId,
      version: isSame ? version : version + 1,
      outcome: isSame ? 'known' : 'new-version',
      given: article,
      article: { ...article, id },
    };
  }
  const id = await freeId(store, article);
  const own = { ...article, id };
  const storyId = placing.place(own);
  return { articleId: id, storyId, version: 1, outcome: 'added', given: article, article: own };
}

type Known = {
  readonly id: string;
  readonly storyId: string;
  readonly version: number;
  readonly contentKey: string;
};

/** By address, else by content, else – where neither has an address – by the id that it was given, of the same outlet. */
async function knownTo(store: Store, article: Article): Promise<Known | null> {
  const keys = keysOf(article);
  const found = await store.findArticle(keys);
  if (found || keys.canonicalUrl !== null) return found;
  const same = await store.article(article.id);
  return same && same.url === null && same.outlet === article.outlet ? { ...same, contentKey: '' } : null;
}

/** The article's own id, unless another article goes by it, or no address could end with it. */
async function freeId(store: Store, article: Article): Promise<string> {
  if (!/^\.{0,2}$/.test(article.id) && (await store.article(article.id)) === null) return article.id;
  return hashOf(article.id, article.url, article.outlet, article.title, article.text);
}
