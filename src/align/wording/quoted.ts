import type { CharSpan, Statement } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';

const quotation = /“[^“”]*(?:”|$)|"[^"]*(?:"|$)|''[^']*''|‘[^‘’]*(?:’\p{L}[^‘’]*)*’(?!\p{L})/gu;

/** What stands in quotation marks, marks included, block by block: a mark that is not closed quotes to the block's end. */
export const quotedSpans = ({ doc: { article } }: Account): CharSpan[] =>
  article.blocks.flatMap(block => {
    if (block.kind === 'quotation') return [{ start: block.start, end: block.end }];
    return [...article.text.slice(block.start, block.end).matchAll(quotation)].map(({ index, 0: words }) => ({
      start: block.start + index,
      end: block.start + index + words.length,
    }));
  });

/** The statement whose content holds the words, if one does: the innermost. */
export const statementAround = ({ reading }: Account, { start, end }: CharSpan): Statement | null =>
  reading.statements
    .filter(({ content }) => content.some(piece => piece.start <= start + 1 && piece.end >= end - 1))
    .at(-1) ?? null;
