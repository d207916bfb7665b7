import type { CastMember, Passage, Statement, Story } from '../../domain/index.ts';
import { type AccountView, viewAccount } from '../account.ts';
import type { Line, Piece } from '../page.ts';
import { account } from '../page.ts';

/** Finds what the parts of a story refer to, and quotes its accounts. */
export type Lookup = {
  readonly story: Story;
  readonly numberOf: (articleId: string) => number;
  readonly account: (articleId: string) => AccountView;
  readonly statements: (articleId: string, ids: readonly string[]) => readonly Statement[];
  readonly cast: (id: string | null) => CastMember | null;
  readonly castOf: (articleId: string, entityId: string | null) => CastMember | null;
  /** The passage in quotation marks, about `limit` characters of it. */
  readonly quote: (passage: Passage, limit: number) => Piece;
  /** The numbers of the accounts, once each, in order: `[1] [2]`. */
  readonly accounts: (articleIds: readonly string[]) => Line;
};

export function createLookup(story: Story): Lookup {
  const numbers = new Map(story.accounts.map(({ article }, at) => [article.id, at + 1]));
  const cast = new Map(story.cast.map(member => [member.id, member]));
  const castByEntity = castByAccount(story);
  const numberOf = (articleId: string) => numbers.get(articleId)!;
  const views = story.accounts.map((reading, at) => viewAccount(reading, at + 1));
  const accountOf = (articleId: string) => views[numberOf(articleId) - 1]!;
  return {
    story,
    numberOf,
    account: accountOf,
    statements: (articleId, ids) => ids.flatMap(id => accountOf(articleId).statement(id) ?? []),
    cast: id => (id === null ? null : (cast.get(id) ?? null)),
    castOf: (articleId, entityId) =>
      entityId === null ? null : (castByEntity.get(articleId)?.get(entityId) ?? null),
    quote: (passage, limit) => accountOf(passage.articleId).quote([passage], limit),
    accounts: articleIds =>
      [...new Set(articleIds.map(numberOf))]
        .sort((a, b) => a - b)
        .flatMap((number, at) => spaced(number, at)),
  };
}

/** The members of the cast by account, then by the account’s name for them. */
function castByAccount({ cast }: Story): ReadonlyMap<string, ReadonlyMap<string, CastMember>> {
  const found = new Map<string, Map<string, CastMember>>();
  for (const member of cast)
    for (const { articleId, entityId } of member.entities) {
      const ofAccount = found.get(articleId);
      if (ofAccount) ofAccount.set(entityId, member);
      else found.set(articleId, new Map([[entityId, member]]));
    }
  return found;
}

const spaced = (number: number, at: number): Line =>
  at === 0 ? [account(number)] : [{ as: 'plain', text: ' ' }, account(number)];
