import type { Article, CharSpan, Statement } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';

const quotation = /“[^“”]*(?:”|$)|"[^"]*(?:"|$)|''[^']*''|‘[^‘’]*(?:’\p{L}[^‘’]*)*’(?!\p{L})/gu;

/** What stands in quotation marks, marks included, block by block: a mark that is not closed quotes to the block's end. */
export const quotedSpans = (article: Article): CharSpan[] =>
  article.blocks.flatMap(block => {
    if (block.kind === 'quotation') return [{ start: block.start, end: block.end }];
    return [...article.text.slice(block.start, block.end).matchAll(quotation)].map(({ index, 0: words }) => ({
      start: block.start + index,
      end: block.start + index + words.length,
    }));
  });

/** "— Ana Rao (@anarao) 4 March 2024": how a post that is set into an article is signed. */
const signature = /\(@\w{2,}\)|pic\.twitter\.com\//;

/** Blocks that are no prose of the outlet: titles, headings, and posts that are set into the article, with their signatures. */
export const headingsAndPosts = ({ doc: { article } }: Account): CharSpan[] =>
  article.blocks.filter(({ kind, start, end }, index) => {
    if (kind === 'title' || kind === 'heading') return true;
    const next = article.blocks[index + 1];
    const signed = next && /^\s*[—–-]/.test(article.text.slice(next.start, next.end)) ? next.end : end;
    return signature.test(article.text.slice(start, signed));
  });

/** The statement whose content holds the words, if one does: the innermost. */
export const statementAround = ({ reading }: Account, { start, end }: CharSpan): Statement | null =>
  reading.statements
    .filter(({ content }) => content.some(piece => piece.start <= start + 1 && piece.end >= end - 1))
    .at(-1) ?? null;
