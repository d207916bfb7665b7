import {
  type CharSpan,
  type Credit,
  type Entity,
  type Reading,
  type Source,
  type Statement,
  textOf,
} from '../domain/index.ts';
import { type AccountView, bylineLabel, viewAccount } from './account.ts';
import { writtenDate } from './dates.ts';
import { counted, creditLabels, kindLabels, stanceLabels } from './labels.ts';
import { type Item, joined, type Line, line, type Page, plain, quiet, type Row, strong } from './page.ts';
import { fullestSource, nameAndWords, type SourceParts, sourceLine, sourceParts } from './source.ts';
import { printText, type TextOptions } from './text/print.ts';
import { clean } from './words.ts';

/**
 * An article's statements as a person wants to read them: who speaks, on what authority, what they do with it, the
 * words and the line of the text where these stand; then who speaks how often, and what the article owes.
 */
export const renderReading = (reading: Reading, options: TextOptions): string =>
  printText(readingPage(reading), options);

const wordsLimit = 400;

/** What is said in an article, as sections that any format prints. */
export function readingPage(reading: Reading): Page {
  const { article, statements, entities, credits } = reading;
  const view = viewAccount(reading, 1);
  const introduced = new Set<string>();
  const sections = [
    {
      id: 'statements',
      title: 'Who says what',
      items: statements.map(each => statementItem(each, view, introduced)),
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

/**
 * Who speaks, with all that the article says of them where they first do; later by name, and by what the article calls them
 * there. The words and what weakens them stand below, with from whom the speaker has it.
 */
function statementItem(statement: Statement, view: AccountView, introduced: Set<string>): Item {
  const { source, via, hedges, insideId } = statement;
  const isKnown = introduced.has(source?.entityId ?? '');
  if (source?.entityId) introduced.add(source.entityId);
  const parts = source ? sourceParts(source, view) : noSource;
  const outer = insideId === null ? undefined : view.statement(insideId);
  const rows: Row[] = [
    { label: stanceLabel(statement), line: wordsLine(statement, view) },
    ...optionalRow('basis', isKnown ? null : parts.basis),
    ...optionalRow('unnamed', isKnown ? null : parts.terms),
    ...optionalRow('has it from', via.length > 0 ? chainLine(via, view) : null),
    ...optionalRow('hedged', hedges.length > 0 ? eachQuoted(hedges, view) : null),
    ...optionalRow('inside', outer && via.length === 0 ? outerLine(outer, view) : null),
  ];
  const who = isKnown && source ? speaker(source, view) : parts.who;
  const here = source ? calledHere(source, who, view) : [];
  const place = placeLabel(view, placesOf(statement));
  return {
    id: statementAnchor(statement),
    standing: null,
    head: line`${who}${here} ${quiet(`· ${place}`)}`,
    rows,
    more: 0,
  };
}

/** Where the statement's item stands. */
export const statementAnchor = ({ id }: Pick<Statement, 'id'>): string => `statement-${id}`;

const noSource: SourceParts = { who: [quiet('speaker not given')], basis: null, terms: null };

const optionalRow = (label: string, each: Line | null | undefined): readonly Row[] =>
  each ? [{ label, line: each }] : [];

/** What the article calls the speaker in this place, where that is another name: `, here “they”`. */
function calledHere({ spans: [span] }: Source, who: Line, { reading, quote }: AccountView): Line {
  if (!span) return [];
  const [head = ''] = textOf(reading.article.text, span).split(/[,;:—]/);
  const here = { start: span.start, end: span.start + head.length };
  const words = comparable(clean(head));
  const isShown = who.some(piece => {
    const shown = 'text' in piece ? comparable(piece.text) : '';
    return shown.includes(words) || (shown.length > 2 && words.includes(shown));
  });
  return isShown ? [] : line`, here ${quote([here], 60)}`;
}

const comparable = (text: string): string => text.toLowerCase().replace(/^the |[’']s$/g, '');

/** From whom the source has it, nearest first: `The Courier (press report), which has it from “two officials”`. */
export const chainLine = (via: readonly Source[], view: AccountView): Line =>
  joined(
    via.map(each => speaker(each, view)),
    ', that from ',
  );

/** "says", "denies", "does not say": what the source does, and whether that is negated. */
export const stanceLabel = ({ stance, negated }: Statement): string =>
  negated ? `not: ${stanceLabels[stance]}` : stanceLabels[stance];

/** The content, in the article's own words unless it says otherwise; for a statement without any ("declined to comment"), the words of saying. */
function wordsLine({ kind, content, cue }: Statement, { quote }: AccountView): Line {
  if (content.length === 0) return cue.length > 0 ? [quote(cue, wordsLimit)] : [quiet('no words given')];
  const words = quote(content, wordsLimit);
  if (kind === 'indirect') return [words];
  return line`${words} ${quiet(kind === 'direct' ? '(word for word)' : '(partly word for word)')}`;
}

const eachQuoted = (spans: readonly CharSpan[], { quote }: AccountView): Line =>
  joined(
    spans.map(span => [quote([span], 60)]),
    ', ',
  );

const outerLine = ({ source }: Statement, view: AccountView): Line =>
  source ? line`what ${speaker(source, view)} says` : [plain('another statement')];

/** A name, else the words that describe the speaker anywhere in the article. */
function speaker(source: Source, { quote, statementsBy }: AccountView): Line {
  if (source.name !== null) return [strong(clean(source.name))];
  const same = source.entityId === null ? [] : statementsBy(source.entityId);
  const described = [source, ...same.flatMap(each => each.source ?? [])].find(each => each.description);
  return [quote(described?.description ? [described.description] : source.spans, 80)];
}

const placesOf = ({ content, cue, source }: Statement): readonly CharSpan[] => [
  ...content,
  ...cue,
  ...(source?.spans ?? []),
];

/** By the earliest of the spans. */
const lineNumber = ({ lineOf }: AccountView, spans: readonly CharSpan[]): number =>
  lineOf(Math.min(...spans.map(({ start }) => start)));

/** "line 3" */
const placeLabel = (view: AccountView, spans: readonly CharSpan[]): string =>
  `line ${lineNumber(view, spans)}`;

/** Who it is with all authority, and where they speak: `Ines Okafor, “who runs the company”: 2 statements, lines 3 and 9`. */
function entityRow({ id, name, kind, description }: Entity, view: AccountView): Row {
  const statements = view.statementsBy(id);
  const source = fullestSource(statements, view);
  const words = view.quote([description], 110);
  const who = source
    ? sourceLine(source, view)
    : line`${name === null ? [words] : nameAndWords(name, words)}, ${plain(kindLabels[kind])}`;
  const lines = [...new Set(statements.map(each => lineNumber(view, placesOf(each))))];
  const where =
    lines.length === 0
      ? 'cited'
      : `${counted(statements.length, 'statement')}, ${lines.length === 1 ? 'line' : 'lines'}\u00a0${lines.join(', ')}`;
  return { label: '', line: line`${who}${quiet(` · ${where}`)}` };
}

const creditRow = ({ outlet, kind, span }: Credit, view: AccountView): Row => ({
  label: creditLabels[kind],
  line: span
    ? line`${strong(clean(outlet))}: ${view.quote([span], 110)} ${quiet(`· ${placeLabel(view, [span])}`)}`
    : line`${strong(clean(outlet))}: ${plain(bylineLabel(view))}`,
});
