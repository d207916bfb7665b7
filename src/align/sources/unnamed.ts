import type { SourceKind } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

const recordKinds: ReadonlySet<SourceKind> = new Set([
  'spokesperson',
  'organisation',
  'government',
  'document',
  'press',
]);

/** Whether somebody answers for the words: a person by name, a body, or somebody who speaks for one. */
export const isOnRecord = (kind: SourceKind, name: string | null): boolean =>
  kind !== 'anonymous' && kind !== 'unnamed-group' && (name !== null || recordKinds.has(kind));

const clauseStart = /,|\s(who|whom|that|which|because)\s/;

/** What an unnamed source is called, without how it knows: "a US official familiar with the talks" → "US official". */
export type UnnamedKey = (description: string) => string;

export function createUnnamedKey(vocabulary: Vocabulary): UnnamedKey {
  const phrases = loadLexicon('basis').map(([phrase = '']) => phrase.toLowerCase());
  return description => {
    const lower = description.toLowerCase();
    const cuts = [...phrases.map(phrase => lower.indexOf(phrase)), lower.search(clauseStart)];
    const head = description.slice(0, Math.min(...cuts.filter(at => at > 0), description.length));
    return head
      .split(/\s+/)
      .map(word => vocabulary.keysOf(word))
      .filter(keys => keys !== null && vocabulary.commonness(keys) > 0)
      .map(keys => keys!.sense)
      .join(' ');
  };
}
