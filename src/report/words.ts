import type { CharSpan } from '../domain/index.ts';
import { textOf } from '../domain/index.ts';

/**
 * Text that is safe to print on one line anywhere: white space runs become one space, what directs the terminal or the
 * writing direction is taken out, and control characters and lone surrogates show as U+FFFD.
 */
export const clean = (text: string): string =>
  needsNoCleaning(text)
    ? text
    : text
        .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
        .replace(/\s+/g, ' ')
        .replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd')
        .trim();

/** Most text is letters, digits and marks of plain European text, with single spaces between them. */
const needsNoCleaning = (text: string): boolean =>
  !/[^ -~¡-¬®-ɏ‐-‧]| {2}/.test(text) && !text.startsWith(' ') && !text.endsWith(' ');

/** The first words of a clean text, at most `limit` UTF-16 units where its words permit, with `…` if some are left out. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const before = text.lastIndexOf(' ', limit);
  const cut = before > 0 ? before : text.indexOf(' ');
  return cut < 0 ? text : `${text.slice(0, cut).replace(/[\s,;:–—-]+$/, '')}\u00a0…`;
}

/**
 * The words of one or several spans, to be put between quotation marks: clean, shortened, without marks of their own
 * around them, and with double marks inside turned into single ones.
 */
export const quotable = (text: string, spans: readonly CharSpan[], limit: number): string =>
  shorten(
    spans
      .map(span => nested(bare(clean(textOf(text, withOwnMarks(text, toWordEdges(text, span)))))))
      .filter(words => words !== '')
      .join(' … '),
    limit,
  );

/** No quotation starts or ends within a word: `’s mission` was `Iran’s mission`. */
function toWordEdges(text: string, { start, end }: CharSpan): CharSpan {
  const startsInWord = isWordLike(text[start - 1]) && /[\p{L}\p{N}’']/u.test(text[start] ?? '');
  const endsInWord = isWordLike(text[end]) && /[\p{L}\p{N}]/u.test(text[end - 1] ?? '');
  const before = startsInWord ? /[\p{L}\p{N}]+$/u.exec(text.slice(Math.max(0, start - 40), start)) : null;
  const after = endsInWord ? /^[\p{L}\p{N}]+/u.exec(text.slice(end, end + 40)) : null;
  return { start: start - (before?.[0].length ?? 0), end: end + (after?.[0].length ?? 0) };
}

/** Whether the UTF-16 unit may be of a letter or digit: most are not where a quotation starts or ends. */
const isWordLike = (unit: string | undefined): boolean =>
  unit !== undefined && !/[\s!-/:-@[-`{-~\u2010-\u2027]/.test(unit);

/** Takes in a mark just outside the span whose partner stands inside: `Go,” she said` was `“Go,” she said`. */
function withOwnMarks(text: string, { start, end }: CharSpan): CharSpan {
  const words = text.slice(start, end);
  const closesOnly = /^[^“]*”/.test(words) && text[start - 1] === '“';
  const opensOnly = /“[^”]*$/.test(words) ? (/^[,.]?”/.exec(text.slice(end, end + 2))?.[0].length ?? 0) : 0;
  return { start: closesOnly ? start - 1 : start, end: end + opensOnly };
}

/** `“Go home,”` becomes `Go home`; marks that do not stand around the whole stay. */
function bare(words: string): string {
  const opens = /^["“]/.test(words) && /^[^“”"]*["”]?,?$/.test(words.slice(1));
  const closes = /["”],?$/.test(words) && /^["“]?[^“”"]*$/.test(words.replace(/["”],?$/, ''));
  const from = opens ? words.slice(1) : words;
  return closes || opens ? from.replace(/,?["”],?$/, '').replace(/,$/, '') : from;
}

const nested = (words: string): string => words.replaceAll('“', '‘').replaceAll('”', '’');
