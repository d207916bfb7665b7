import type { Block, CharSpan } from '../../domain/index.ts';
import { character, characterAt, isAlphanumericAt } from './characters.ts';
import { markEnd, pictureEnd } from './marks.ts';
import type { TokenVocabulary } from './vocabulary.ts';
import { wordEnd } from './words.ts';

/**
 * Adds the tokens of a block, in the manner of the English Web Treebank: clitics, hyphens, currency signs and units
 * stand alone, abbreviations keep their full stop. Linear in the block's length, whatever it holds.
 * @example
 * "Ms. Rao can't pay $5m." // Ms. | Rao | ca | n't | pay | $ | 5 | m | .
 */
export function tokenise(
  text: string,
  { start, end }: Block,
  vocabulary: TokenVocabulary,
  into: CharSpan[],
): void {
  let at = start;
  while (at < end) {
    const kind = characterAt(text, at, end);
    if (kind === character.space) {
      at++;
      continue;
    }
    const next =
      kind === character.symbol
        ? markEnd(text, at, start, end, vocabulary)
        : kind === character.surrogate && !isAlphanumericAt(text, at, end)
          ? pictureEnd(text, at, end)
          : wordEnd(text, at, end, vocabulary);
    into.push({ start: at, end: next });
    at = next;
  }
}
