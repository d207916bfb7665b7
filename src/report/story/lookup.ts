import type { CastMember, Passage, Reading, Statement, Story } from '../../domain/index.ts';
import type { Line, Piece } from '../page.ts';
import { account } from '../page.ts';
import { clean, quotable } from '../words.ts';

/** Finds what the parts of a story refer to, and quotes its accounts. */
export type Lookup = {
  readonly story: Story;
  readonly numberOf: (articleId: string) => number;
  readonly reading: (articleId: string) => Reading;
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
  const castByEntity = new Map(
    story.cast.flatMap(member =>
      member.entities.map(({ articleId, entityId }) => [`${articleId} ${entityId}`, member] as const),
    ),
  );
  const numberOf = (articleId: string) => numbers.get(articleId)!;
  const reading = (articleId: string) => story.accounts[numberOf(articleId) - 1]!;
  return {
    story,
    numberOf,
    reading,
    statements: (articleId, ids) => reading(articleId).statements.filter(({ id }) => ids.includes(id)),
    cast: id => (id === null ? null : (cast.get(id) ?? null)),
    castOf: (articleId, entityId) => castByEntity.get(`${articleId} ${entityId}`) ?? null,
    quote: (passage, limit) => ({
      as: 'words',
      text: quotable(reading(passage.articleId).article.text, [passage], limit),
      place: { account: numberOf(passage.articleId), start: passage.start, end: passage.end },
    }),
    accounts: articleIds =>
      [...new Set(articleIds.map(numberOf))]
        .sort((a, b) => a - b)
        .flatMap((number, at) => spaced(number, at)),
  };
}

const spaced = (number: number, at: number): Line =>
  at === 0 ? [account(number)] : [{ as: 'plain', text: ' ' }, account(number)];

/** What a reader calls the account: its outlet, else its title, else "untitled". */
export const outletOf = ({ article }: Reading): string =>
  clean(article.outlet ?? article.title ?? 'untitled');
