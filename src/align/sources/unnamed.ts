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

const isDefinite = (description: string): boolean =>
  !/^(an?|one|two|three|some|several|many|another|people)\b|^\d/i.test(description);

/** "reports", "documents": nobody can tell which. */
const isBare = (description: string): boolean => /^\p{L}+s$/u.test(description);

/**
 * Whether somebody answers for the words: a person by name or by an office that one person holds ("the mayor"), a body, or
 * somebody who speaks for one.
 */
export const isOnRecord = (kind: SourceKind, name: string | null, description: string): boolean => {
  if (kind === 'anonymous' || kind === 'unnamed-group') return false;
  if (kind === 'document' && name === null) return !isBare(description);
  return name !== null || recordKinds.has(kind) || (kind === 'person' && isDefinite(description));
};

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
