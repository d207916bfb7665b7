import type { CharSpan, Credit, Entity, Reading, Source, Statement } from '../domain/index.ts';
import { textOf } from '../domain/index.ts';
import { writtenDate } from './dates.ts';
import { counted, creditLabels, kindLabels, stanceLabels } from './labels.ts';
import { type Item, joined, type Line, line, type Page, plain, quiet, type Row, strong } from './page.ts';
import { type QuoteSpans, quoteFrom, type SourceParts, sourceLine, sourceParts } from './source.ts';
import { printText, type TextOptions } from './text/print.ts';
import { clean } from './words.ts';

/**
 * An article's statements as a person wants to read them: who speaks, on what authority, what they do with it, the
 * words and the line of the text where these stand; then who speaks how often, and what the article owes.
 */
export const renderReading = (reading: Reading, options: TextOptions): string =>
  printText(readingPage(reading), options);

const wordsLimit = 400;

function readingPage(reading: Reading): Page {
  const { article, statements, entities, credits } = reading;
  const quote = quoteFrom(reading, 1);
  const sections = [
    {
      id: 'statements',
      title: 'Who says what',
      items: statements.map(each => statementItem(each, reading, quote)),
    },
    {
      id: 'sources',
      title: 'Who speaks',
      items: oneItem(entities.map(each => entityRow(each, reading, quote))),
    },
    { id: 'credits', title: 'Credits', items: oneItem(credits.map(each => creditRow(each, reading, quote))) },
  ];
  const facts = [
    article.outlet,
    article.byline,
    article.published === null ? 'no publication date' : writtenDate(clean(article.published)),
    counted(statements.length, 'statement'),
  ];
  return {
    title: [plain(clean(article.title ?? article.outlet ?? 'untitled'))],
    facts: [plain(facts.flatMap(fact => (fact === null ? [] : clean(fact))).join(' · '))],
    sections: sections.flatMap(each => (each.items.length > 0 ? [{ ...each, more: 0 }] : [])),
  };
}

const oneItem = (rows: readonly Row[]): readonly Item[] =>
  rows.length === 0 ? [] : [{ id: null, standing: null, head: [], rows, more: 0 }];

function statementItem(statement: Statement, reading: Reading, quote: QuoteSpans): Item {
  const { source, via, hedges, cue, content, insideId } = statement;
  const parts = source ? sourceParts(source, reading, quote) : noSource;
  const outer = reading.statements.find(({ id }) => id === insideId);
  const rows: Row[] = [
    { label: stanceLabel(statement), line: wordsLine(statement, quote) },
    ...optionalRow('basis', parts.basis),
    ...optionalRow('unnamed', parts.terms),
    ...via.map(each => ({ label: 'has it from', line: sourceLine(each, reading, quote) })),
    ...optionalRow('hedged', hedges.length > 0 ? eachQuoted(hedges, quote) : null),
    ...optionalRow('inside', outer ? outerLine(outer, quote) : null),
  ];
  const place = placeLabel(reading.article.text, [...content, ...cue, ...(source?.spans ?? [])]);
  return { id: null, standing: null, head: line`${parts.who} ${quiet(`· ${place}`)}`, rows, more: 0 };
}

const noSource: SourceParts = { who: [quiet('speaker not given')], basis: null, terms: null };

const optionalRow = (label: string, each: Line | null | undefined): readonly Row[] =>
  each ? [{ label, line: each }] : [];

/** "says", "denies", "does not say": what the source does, and whether that is negated. */
const stanceLabel = ({ stance, negated }: Statement): string =>
  negated ? `not: ${stanceLabels[stance]}` : stanceLabels[stance];

/** The content; for a statement without any ("declined to comment"), the words of saying. */
function wordsLine({ kind, content, cue }: Statement, quote: QuoteSpans): Line {
  if (content.length === 0) return cue.length > 0 ? [quote(cue, wordsLimit)] : [quiet('no words given')];
  const how = { direct: 'word for word', mixed: 'partly word for word', indirect: 'in the account’s words' }[
    kind
  ];
  return line`${quote(content, wordsLimit)} ${quiet(`(${how})`)}`;
}

const eachQuoted = (spans: readonly CharSpan[], quote: QuoteSpans): Line =>
  joined(
    spans.map(span => [quote([span], 60)]),
    ', ',
  );

const outerLine = ({ source }: Statement, quote: QuoteSpans): Line =>
  source ? line`what ${speaker(source, quote)} says` : [plain('another statement')];

const speaker = ({ name, spans }: Source, quote: QuoteSpans): Line =>
  name === null ? [quote(spans, 60)] : [strong(clean(name))];

/** "line 3", counted from 1, by the earliest of the spans. */
function placeLabel(text: string, spans: readonly CharSpan[]): string {
  const start = Math.min(...spans.map(span => span.start), text.length);
  return `line ${text.slice(0, start).split('\n').length}`;
}

function entityRow(
  { id, name, kind, description, mentions }: Entity,
  reading: Reading,
  quote: QuoteSpans,
): Row {
  const statements = reading.statements.filter(({ source }) => source?.entityId === id).length;
  const words = quote([description], 110);
  const isName = clean(textOf(reading.article.text, description)).toLowerCase() === name?.toLowerCase();
  const who =
    name === null ? [words] : isName ? [strong(clean(name))] : line`${strong(clean(name))}, ${words}`;
  const counts = `${counted(statements, 'statement')}, ${counted(mentions.length, 'mention')}`;
  return { label: '', line: line`${who}, ${plain(kindLabels[kind])}: ${plain(counts)}` };
}

const creditRow = ({ outlet, kind, span }: Credit, reading: Reading, quote: QuoteSpans): Row => ({
  label: creditLabels[kind],
  line: line`${strong(clean(outlet))}: ${quote([span], 110)} ${quiet(`· ${placeLabel(reading.article.text, [span])}`)}`,
});
