import type { CharSpan } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import type { Account } from '../accounts.ts';
import { tokensIn } from '../words/account-words.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

/** A name with the senses of its words, titles and grammar left out; not empty. */
export type Name = CharSpan & { readonly words: readonly string[] };

export type NameFinder = (account: Account) => Name[];

/** Makes the finder of the names of persons, bodies and places in an account's text, titles of the article left out. */
export function createNameFinder(vocabulary: Vocabulary): NameFinder {
  const titles = new Set(loadLexicon('person-titles').map(([title = '']) => vocabulary.keysOf(title)?.sense));
  return account => {
    const { doc, words } = account;
    const known = new Set(doc.entities.flatMap(({ id, kind }) => (kind === 'other' ? [] : [id])));
    return doc.mentions.flatMap(({ kind, head, entityId }): Name[] => {
      if (kind !== 'name' || entityId === null || !known.has(entityId)) return [];
      const { from, to } = tokensIn(doc, head);
      const senses = words
        .slice(from, to)
        .flatMap(keys =>
          keys && vocabulary.commonness(keys) > 0 && !titles.has(keys.sense) ? [keys.sense] : [],
        );
      return senses.length > 0 ? [{ start: head.start, end: head.end, words: senses }] : [];
    });
  };
}
