import type { Doc, Sentence, TimeExpression } from '../domain/index.ts';
import { covers, textOf } from '../domain/index.ts';
import { writtenDate } from './dates.ts';
import { counted } from './labels.ts';
import type { Item, Line, Page, Row } from './page.ts';
import { line, plain, quiet } from './page.ts';
import { printText, type TextOptions } from './text/print.ts';
import { clean, quotable } from './words.ts';

/**
 * An article's sentences, numbered from 1, with their tokens and dates. Where two tokens are not apart in the text, a
 * `·` stands between: `U.S.·,`.
 */
export const renderDoc = (doc: Doc, options: TextOptions): string => printText(docPage(doc), options);

function docPage(doc: Doc): Page {
  const { article, tokens, sentences, times } = doc;
  const published =
    article.published === null ? 'no publication date' : writtenDate(clean(article.published));
  const counts = [
    counted(sentences.length, 'sentence'),
    counted(tokens.length, 'token'),
    counted(times.length, 'date'),
  ];
  return {
    title: [plain(clean(article.title ?? article.outlet ?? 'untitled'))],
    facts: [plain([published, ...counts].join(' · '))],
    sections: [
      {
        id: 'sentences',
        title: 'Sentences',
        items: sentences.map((each, at) => sentenceItem(doc, each, at)),
        more: 0,
      },
    ],
  };
}

function sentenceItem(doc: Doc, sentence: Sentence, at: number): Item {
  const kind = doc.article.blocks[sentence.block]?.kind;
  const label = kind === undefined || kind === 'paragraph' ? [] : [quiet(` (${kind})`)];
  const tokens = { label: String(at + 1).padEnd(4), line: [...tokensLine(doc, sentence), ...label] };
  const times = timesIn(doc, sentence).map(time => timeRow(doc, time));
  return { id: null, standing: null, head: [], rows: [tokens, ...times], more: 0 };
}

function tokensLine({ article, tokens }: Doc, { from, to }: Sentence): Line {
  return tokens.slice(from, to).flatMap((token, at) => {
    const before = at === 0 ? undefined : tokens[from + at - 1];
    const gap = !before ? [] : before.end === token.start ? [quiet('·')] : [plain(' ')];
    return [...gap, plain(clean(textOf(article.text, token)))];
  });
}

function timesIn({ tokens, times }: Doc, { from, to }: Sentence): readonly TimeExpression[] {
  const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
  return times.filter(time => covers(span, time));
}

function timeRow({ article }: Doc, time: TimeExpression): Row {
  const words: Line = [
    {
      as: 'words',
      text: quotable(article.text, [time], 60),
      place: { account: 1, start: time.start, end: time.end },
    },
  ];
  const anchor = time.anchor
    ? quiet(
        `, counted from ${time.anchor.from === 'publication' ? 'publication on ' : ''}${clean(time.anchor.date)}`,
      )
    : [];
  return {
    label: time.kind,
    line: line`${words} ${plain(time.value === null ? 'not resolved' : clean(time.value))}${anchor}`,
  };
}
