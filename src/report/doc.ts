import {
  type CharSpan,
  type Doc,
  type Mention,
  type Sentence,
  type TimeExpression,
  textOf,
} from '../domain/index.ts';
import { writtenDate } from './dates.ts';
import { type DocCast, docCast, entityItems, meaningRows, nameRow } from './doc-entities.ts';
import { treeLines } from './doc-trees.ts';
import { counted } from './labels.ts';
import type { Item, Page, Row, Section } from './page.ts';
import { type Line, line, plain, quiet, rowsOf } from './page.ts';
import { printText, type TextOptions } from './text/print.ts';
import { clean, quotable } from './words.ts';

/**
 * Who is who in an article; then its sentences, numbered from 1, each with its names, its dates, whom its pronouns and
 * nouns mean, and its tree: one word a line, with its relation, tag and lemma.
 */
export const renderDoc = (doc: Doc, options: TextOptions): string =>
  printText(docPage(doc, options.width), options);

function docPage(doc: Doc, width: number): Page {
  const { article, tokens, sentences, times } = doc;
  const published =
    article.published === null ? 'no publication date' : writtenDate(clean(article.published));
  const counts = [
    counted(sentences.length, 'sentence'),
    counted(tokens.length, 'token'),
    counted(times.length, 'date'),
  ];
  const cast = docCast(doc);
  const told = { times: bySentence(doc, times), mentions: bySentence(doc, doc.mentions), width };
  const sections: readonly Omit<Section, 'more'>[] = [
    { id: 'entities', title: 'Who is who', items: entityItems(cast) },
    { id: 'dates', title: 'Dates', items: dateItems(doc, told.times) },
    {
      id: 'sentences',
      title: 'Sentences',
      items: sentences.map((each, at) => sentenceItem(cast, each, at, told)),
    },
  ];
  return {
    title: [plain(clean(article.title ?? article.outlet ?? 'untitled'))],
    facts: [plain([published, ...counts].join(' · '))],
    sections: sections.filter(({ items }) => items.length > 0).map(each => ({ ...each, more: 0 })),
  };
}

/** The dates and times in order of the text, each with its sentence; the same words with the same value once. */
function dateItems(doc: Doc, bySentences: readonly (readonly TimeExpression[])[]): readonly Item[] {
  const mentions = bySentences.flatMap((times, at) => times.map(time => ({ time, sentence: at + 1 })));
  const groups = Map.groupBy(mentions, ({ time }) =>
    JSON.stringify([time.value, clean(textOf(doc.article.text, time)).toLowerCase()]),
  );
  const rows = [...groups.values()].map((same): Row => {
    const { value } = same[0]!.time;
    const sentences = [...new Set(same.map(({ sentence }) => sentence))].join(', ');
    return {
      label: value === null ? 'not resolved' : writtenDate(clean(value)),
      line: line`${timeWords(doc, same[0]!.time)} ${quiet(`· ${sentences.includes(',') ? 'sentences' : 'sentence'} ${sentences}`)}`,
    };
  });
  return rows.length === 0 ? [] : [{ id: null, standing: null, head: [], rows, more: 0 }];
}

/** What is told under each sentence, and in how many columns. */
type Told = {
  readonly times: readonly TimeExpression[][];
  readonly mentions: readonly Mention[][];
  readonly width: number;
};

function sentenceItem(cast: DocCast, sentence: Sentence, at: number, told: Told): Item {
  const { doc } = cast;
  const kind = doc.article.blocks[sentence.block]?.kind;
  const label = kind === undefined || kind === 'paragraph' ? [] : [quiet(` (${kind})`)];
  const mentions = told.mentions[at]!;
  const rows = [
    { label: String(at + 1), line: [plain(sentenceWords(doc, sentence)), ...label] },
    ...nameRow(cast, mentions),
    ...told.times[at]!.map(time => timeRow(doc, time)),
    ...meaningRows(cast, mentions),
    ...rowsOf('tree', treeLines(doc, sentence, told.width - treeIndent)),
  ].map(row => ({ ...row, label: row.label.padEnd(labelWidth) }));
  return { id: null, standing: null, head: [], rows, more: 0 };
}

/** "duration" is the longest label. */
const labelWidth = 8;
const treeIndent = labelWidth + 4;

const sentenceWords = ({ article, tokens }: Doc, { from, to }: Sentence): string =>
  clean(article.text.slice(tokens[from]!.start, tokens[to - 1]!.end));

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

function timeRow(doc: Doc, time: TimeExpression): Row {
  const anchor = time.anchor
    ? quiet(
        `, counted from ${time.anchor.from === 'publication' ? 'publication on ' : ''}${clean(time.anchor.date)}`,
      )
    : [];
  return {
    label: time.kind,
    line: line`${timeWords(doc, time)} ${plain(time.value === null ? 'not resolved' : clean(time.value))}${anchor}`,
  };
}

const timeWords = ({ article }: Doc, { start, end }: TimeExpression): Line => [
  { as: 'words', text: quotable(article.text, [{ start, end }], 60), place: { account: 1, start, end } },
];
