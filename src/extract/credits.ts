import type { CharSpan, Credit, TokenSpan } from '../domain/index.ts';
import { endsInPressWord, nameRunAt } from './authority/names.ts';
import { creditsInByline } from './credits-in-byline.ts';
import type { Vocabulary } from './vocabulary.ts';
import { charSpan, textAt } from './words/spans.ts';
import { isCapitalised, isWord, sentenceAt, type Words } from './words/words.ts';

/** An outlet's or agency's name where it stands. */
type Outlet = TokenSpan & { readonly agency: boolean };

/** A credit with its place in the text. */
type CreditInText = Credit & { readonly span: CharSpan };

/** What the article owes to other outlets and agencies, in the order of the text; what only its byline says comes last. */
export function findCredits(words: Words, vocabulary: Vocabulary): Credit[] {
  const found = outletsIn(words, vocabulary).flatMap(outlet => creditAt(words, outlet) ?? []);
  const inText = [
    ...found,
    ...unknownFirstReports(words, vocabulary, found),
    ...lastLine(words, vocabulary),
  ].sort((a, b) => a.span.start - b.span.start);
  const isNew = ({ outlet }: Credit) =>
    !inText.some(credit => credit.kind === 'byline' && credit.outlet === outlet);
  return [...inText, ...creditsInByline(words.doc.article, vocabulary).filter(isNew)];
}

function outletsIn(words: Words, vocabulary: Vocabulary): Outlet[] {
  const found: Outlet[] = [];
  for (let at = 0; at < words.form.length; at++) {
    if (!isCapitalised(words, at)) continue;
    const agency = vocabulary.phrases['wire-services'](words.lower, at);
    const press = vocabulary.phrases['press-outlets'](words.lower, at);
    const listed = press && (!agency || press.to > agency.to) ? press : agency;
    const run = nameRunAt(words, vocabulary, at, sentenceAt(words, at).to);
    const outlet = listed ?? (run && endsInPressWord(words, vocabulary, run) ? run : null);
    if (!outlet || isInsideName(words, at, outlet.to)) continue;
    const article = /^the$/i.test(words.form[at - 1] ?? '') ? at - 1 : at;
    found.push({ from: article, to: outlet.to, agency: agency !== null && outlet === agency });
    at = outlet.to - 1;
  }
  return found;
}

/** "Sun Microsystems" is not the Sun, and an acronym in small letters is no agency. */
const isInsideName = (words: Words, from: number, to: number): boolean =>
  (isCapitalised(words, to) &&
    words.doc.tokens[to - 1]!.end + 1 === words.doc.tokens[to]!.start &&
    isCapitalised(words, to - 1) &&
    to - from === 1 &&
    !isAllCapitals(words.form[from]!) &&
    words.sentenceOf[to] === words.sentenceOf[from]) ||
  (to - from === 1 &&
    words.form[from]!.length <= 3 &&
    !isAllCapitals(words.form[from]!) &&
    !/^the$/i.test(words.form[from - 1] ?? ''));

const isAllCapitals = (form: string): boolean => /^[A-Z]+$/.test(form);

const firstWords = /^(?:first|initially|originally|earlier)$/;

function creditAt(words: Words, outlet: Outlet): CreditInText | null {
  const before = words.lower.slice(Math.max(0, outlet.from - 5), outlet.from);
  const after = words.lower.slice(outlet.to, outlet.to + 5);
  const credit = (kind: Credit['kind'], span: TokenSpan = outlet): CreditInText => ({
    outlet: textAt(words, outlet),
    kind,
    span: charSpan(words, span),
  });
  const reportedBy =
    /\b(first|initially|originally) (?:been )?(?:reported|published|disclosed|revealed) (?:by|in|on)$/.test(
      before.join(' '),
    );
  if (reportedBy)
    return credit('first-report', { from: outlet.from - wordsBack(before, firstWords), to: outlet.to });
  if (
    /^(?:was |were )?(?:(?:the )?first to report|first reported|initially reported|originally reported)/.test(
      after.join(' '),
    )
  )
    return credit('first-report');
  if (isDateline(words, outlet)) return credit('agency-line');
  if (isByline(words, outlet)) return credit('byline');
  if (/\b(?:read more (?:at|on|in|from)|see also)$/.test(before.join(' '))) return credit('link');
  if (
    /\b(?:with reporting (?:by|from)|additional reporting (?:by|from)|with (?:files|material) from)$/.test(
      before.join(' '),
    ) ||
    /^contributed (?:reporting|to this)/.test(after.join(' '))
  )
    return credit('byline');
  const after1 =
    after.filter(word => !/^(?:has|have|had|also|newspaper|magazine|website|,)$/.test(word))[0] ?? '';
  if (
    /^(?:report|reports|reported|reporting|revealed|disclosed|quoted|cited)$/.test(after1) ||
    /\b(?:according to|reported by|told|reports? (?:by|in|from)|citing|quoted by)$/.test(before.join(' '))
  )
    return credit('report', reportSpan(words, outlet, before));
  return null;
}

const wordsBack = (before: readonly string[], word: RegExp): number =>
  before.length - before.findLastIndex(each => word.test(each));

/** With the word of reporting where it stands just before or after. */
function reportSpan(words: Words, outlet: Outlet, before: readonly string[]): TokenSpan {
  const back = before.findLastIndex(word => /^(?:according|reported|told|citing|quoted)$/.test(word));
  if (back >= 0 && before.length - back <= 2)
    return { from: outlet.from - (before.length - back), to: outlet.to };
  for (let at = outlet.to; at < Math.min(outlet.to + 4, words.lower.length); at++)
    if (/^(?:report|revealed|disclosed|quoted|cited)/.test(words.lower[at]!))
      return { from: outlet.from, to: at + 1 };
  return outlet;
}

/** "LONDON (Reuters) —" at the start of a paragraph. */
const isDateline = (words: Words, { from, to, agency }: Outlet): boolean =>
  agency &&
  words.form[from - 1] === '(' &&
  words.form[to] === ')' &&
  /^[–—-]+$/.test(words.form[to + 1] ?? '');

/** "By Ana Rao, Associated Press" as a line of its own. */
function isByline(words: Words, { from, to }: Outlet): boolean {
  const sentence = words.doc.sentences[words.sentenceOf[from]!]!;
  return (
    /^by$/.test(words.lower[sentence.from]!) &&
    words.form[sentence.from] !== 'by' &&
    sentence.to - sentence.from <= 14 &&
    to >= sentence.to - 1
  );
}

/** "first reported by the Lund Courier": an outlet that no lexicon has. */
function unknownFirstReports(
  words: Words,
  vocabulary: Vocabulary,
  known: readonly CreditInText[],
): CreditInText[] {
  const found: CreditInText[] = [];
  for (let at = 0; at + 3 < words.lower.length; at++) {
    if (
      !/^(?:first|initially|originally)$/.test(words.lower[at]!) ||
      !/^(?:reported|published|disclosed|revealed)$/.test(words.lower[at + 1]!) ||
      !/^(?:by|in)$/.test(words.lower[at + 2]!)
    )
      continue;
    const article = /^the$/i.test(words.form[at + 3]!) ? 1 : 0;
    const run = nameRunAt(
      words,
      vocabulary,
      at + 3 + article,
      words.doc.sentences[words.sentenceOf[at]!]!.to,
    );
    if (!run) continue;
    const span = charSpan(words, { from: at, to: run.to });
    if (!known.some(credit => credit.span.start < span.end && span.start < credit.span.end))
      found.push({ outlet: textAt(words, { from: at + 3, to: run.to }), kind: 'first-report', span });
  }
  return found;
}

/** A last line that holds nothing but an agency's or outlet's name, or its site's: "reuters.com". */
function lastLine(words: Words, vocabulary: Vocabulary): CreditInText[] {
  const sentence = words.doc.sentences.at(-1);
  if (!sentence) return [];
  const block = words.doc.article.blocks[sentence.block]!;
  let from = sentence.from;
  while (from > 0 && words.doc.tokens[from - 1]!.start >= block.start) from--;
  const all = words.lower
    .map((_, at) => at)
    .slice(from, sentence.to)
    .filter(at => isWord(words, at) || words.form[at] === '.');
  const start = all.find(at => isWord(words, at) && !/^(?:the|source|from|by|via)$/.test(words.lower[at]!));
  if (start === undefined || sentence.to - from > 6 || from === 0) return [];
  const joined = words.doc.article.text
    .slice(words.doc.tokens[start]!.start, block.end)
    .toLowerCase()
    .replace(/[.\s]+$/, '')
    .replace(/\)$/, '');
  const isOutlet =
    vocabulary.phrases['wire-services'](joined.split(/\s+/), 0)?.to === joined.split(/\s+/).length ||
    vocabulary.phrases['press-outlets'](joined.split(/\s+/), 0)?.to === joined.split(/\s+/).length;
  const span = {
    from: /^the$/i.test(words.form[start - 1] ?? '') && start > from ? start - 1 : start,
    to: sentence.to,
  };
  return isOutlet
    ? [
        {
          outlet: textAt(words, span).replace(/[.)]+$/, ''),
          kind: 'agency-line',
          span: charSpan(words, span),
        },
      ]
    : [];
}
