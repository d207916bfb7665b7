import type { Story } from '../../domain/index.ts';
import { sourceKey } from '../../store/index.ts';
import { sourcePath } from './paths.ts';

/**
 * The page of each named member of the cast: that of the name by which most of its statements are kept; null for one
 * who says nothing by name. The store has a page for every key of a statement, so that it need not be asked.
 */
export function sourcePaths({ accounts, cast }: Story): (castId: string) => string | null {
  const statements = new Map(accounts.map(({ article, statements }) => [article.id, statements]));
  const memberOf = new Map(
    cast.flatMap(({ id, named, entities }) =>
      named ? entities.map(({ articleId, entityId }) => [`${articleId} ${entityId}`, id] as const) : [],
    ),
  );
  const keys = [...statements].flatMap(([articleId, said]) =>
    said.flatMap(({ source }) => {
      const castId = memberOf.get(`${articleId} ${source?.entityId}`);
      const key = castId === undefined ? null : sourceKey(source);
      return castId === undefined || key === null ? [] : [{ castId, key }];
    }),
  );
  const byMember = Map.groupBy(keys, ({ castId }) => castId);
  return castId => {
    const groups = [...Map.groupBy(byMember.get(castId) ?? [], ({ key }) => key)];
    const [most] = groups.toSorted((a, b) => b[1].length - a[1].length);
    return most ? sourcePath(most[0]) : null;
  };
}
