import type { CharSpan, Doc, Mention, Sentence, TimeExpression } from '../domain/index.ts';
import { textOf } from '../domain/index.ts';
import { writtenDate } from './dates.ts';
import { type DocCast, docCast, entityItems, meaningRows } from './doc-entities.ts';
import { counted } from './labels.ts';
import type { Item, Line, Page, Row } from './page.ts';
import { line, plain, quiet } from './page.ts';
import { printText, type TextOptions } from './text/print.ts';
import { clean, quotable } from './words.ts';

/**
 * An article's sentences, numbered from 1, with their tokens, dates and whom their pronouns and nouns mean; then who is
 * who. Where two tokens are not apart in the text, a `·` stands between: `U.S.·,`.
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
  const cast = docCast(doc);
  const told = { times: bySentence(doc, times), mentions: bySentence(doc, doc.mentions) };
  const entities = entityItems(cast);
  return {
    title: [plain(clean(article.title ?? article.outlet ?? 'untitled'))],
    facts: [plain([published, ...counts].join(' · '))],
    sections: [
      {
        id: 'sentences',
        title: 'Sentences',
        items: sentences.map((each, at) => sentenceItem(cast, each, at, told)),
        more: 0,
      },
      ...(entities.length > 0 ? [{ id: 'entities', title: 'Who is who', items: entities, more: 0 }] : []),
    ],
  };
}

/** What is told under each sentence. */
type Told = { readonly times: readonly TimeExpression[][]; readonly mentions: readonly Mention[][] };

function sentenceItem(cast: DocCast, sentence: Sentence, at: number, told: Told): Item {
  const { doc } = cast;
  const kind = doc.article.blocks[sentence.block]?.kind;
  const label = kind === undefined || kind === 'paragraph' ? [] : [quiet(` (${kind})`)];
  const tokens = { label: String(at + 1).padEnd(4), line: [...tokensLine(doc, sentence), ...label] };
  const times = told.times[at]!.map(time => timeRow(doc, time));
  const rows = [tokens, ...times, ...meaningRows(cast, told.mentions[at]!)];
  return { id: null, standing: null, head: [], rows, more: 0 };
}

function tokensLine({ article, tokens }: Doc, { from, to }: Sentence): Line {
  return tokens.slice(from, to).flatMap((token, at) => {
    const before = at === 0 ? undefined : tokens[from + at - 1];
    const gap = !before ? [] : before.end === token.start ? [quiet('·')] : [plain(' ')];
    return [...gap, plain(clean(textOf(article.text, token)))];
  });
}

/** Spans, which are in order, by the sentence in which they begin. */
function bySentence<Span extends CharSpan>({ tokens, sentences }: Doc, spans: readonly Span[]): Span[][] {
  let at = 0;
  return sentences.map(({ to }) => {
    const from = at;
    const end = tokens[to - 1]?.end ?? 0;
    while (at < spans.length && spans[at]!.start < end) at++;
    return spans.slice(from, at);
  });
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
