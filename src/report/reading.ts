import type { CharSpan, Credit, Entity, Reading, Source, Statement } from '../domain/index.ts';
import { type AccountView, bylineLabel, viewAccount } from './account.ts';
import { writtenDate } from './dates.ts';
import { counted, creditLabels, kindLabels, stanceLabels } from './labels.ts';
import { type Item, joined, type Line, line, type Page, plain, quiet, type Row, strong } from './page.ts';
import { nameAndWords, type SourceParts, sourceLine, sourceParts } from './source.ts';
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
  const view = viewAccount(reading, 1);
  const sections = [
    {
      id: 'statements',
      title: 'Who says what',
      items: statements.map(each => statementItem(each, view)),
    },
    {
      id: 'sources',
      title: 'Who speaks',
      items: oneItem(entities.map(each => entityRow(each, view))),
    },
    { id: 'credits', title: 'Credits', items: oneItem(credits.map(each => creditRow(each, view))) },
  ];
  const facts = [
    article.title === null ? null : article.outlet,
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

function statementItem(statement: Statement, view: AccountView): Item {
  const { source, via, hedges, cue, content, insideId } = statement;
  const parts = source ? sourceParts(source, view) : noSource;
  const outer = insideId === null ? undefined : view.statement(insideId);
  const rows: Row[] = [
    { label: stanceLabel(statement), line: wordsLine(statement, view) },
    ...optionalRow('basis', parts.basis),
    ...optionalRow('unnamed', parts.terms),
    ...via.map(each => ({ label: 'has it from', line: sourceLine(each, view) })),
    ...optionalRow('hedged', hedges.length > 0 ? eachQuoted(hedges, view) : null),
    ...optionalRow('inside', outer && via.length === 0 ? outerLine(outer, view) : null),
  ];
  const place = placeLabel(view, [...content, ...cue, ...(source?.spans ?? [])]);
  return { id: null, standing: null, head: line`${parts.who} ${quiet(`· ${place}`)}`, rows, more: 0 };
}

const noSource: SourceParts = { who: [quiet('speaker not given')], basis: null, terms: null };

const optionalRow = (label: string, each: Line | null | undefined): readonly Row[] =>
  each ? [{ label, line: each }] : [];

/** "says", "denies", "does not say": what the source does, and whether that is negated. */
const stanceLabel = ({ stance, negated }: Statement): string =>
  negated ? `not: ${stanceLabels[stance]}` : stanceLabels[stance];

/** The content; for a statement without any ("declined to comment"), the words of saying. */
function wordsLine({ kind, content, cue }: Statement, { quote }: AccountView): Line {
  if (content.length === 0) return cue.length > 0 ? [quote(cue, wordsLimit)] : [quiet('no words given')];
  const how = { direct: 'word for word', mixed: 'partly word for word', indirect: 'in the account’s words' }[
    kind
  ];
  return line`${quote(content, wordsLimit)} ${quiet(`(${how})`)}`;
}

const eachQuoted = (spans: readonly CharSpan[], { quote }: AccountView): Line =>
  joined(
    spans.map(span => [quote([span], 60)]),
    ', ',
  );

const outerLine = ({ source }: Statement, view: AccountView): Line =>
  source ? line`what ${speaker(source, view)} says` : [plain('another statement')];

const speaker = ({ name, spans }: Source, { quote }: AccountView): Line =>
  name === null ? [quote(spans, 60)] : [strong(clean(name))];

/** "line 3", by the earliest of the spans. */
const placeLabel = ({ lineOf }: AccountView, spans: readonly CharSpan[]): string =>
  `line ${lineOf(Math.min(...spans.map(({ start }) => start)))}`;

function entityRow(
  { id, name, kind, description, mentions }: Entity,
  { quote, statementsBy }: AccountView,
): Row {
  const statements = statementsBy(id).length;
  const words = quote([description], 110);
  const who = name === null ? [words] : nameAndWords(name, words);
  const counts = `${counted(statements, 'statement')}, ${counted(mentions.length, 'mention')}`;
  return { label: '', line: line`${who}, ${plain(kindLabels[kind])}: ${plain(counts)}` };
}

const creditRow = ({ outlet, kind, span }: Credit, view: AccountView): Row => ({
  label: creditLabels[kind],
  line: span
    ? line`${strong(clean(outlet))}: ${view.quote([span], 110)} ${quiet(`· ${placeLabel(view, [span])}`)}`
    : line`${strong(clean(outlet))}: ${plain(bylineLabel(view))}`,
});
