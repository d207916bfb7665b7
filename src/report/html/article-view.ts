import type { Finding, Reading, Statement } from '../../domain/index.ts';
import { type AccountView, viewAccount } from '../account.ts';
import { kindLabels } from '../labels.ts';
import type { Line, Piece } from '../page.ts';
import { chainLine, readingPage, stanceLabel, statementAnchor } from '../reading.ts';
import { isUnnamed, sourceParts } from '../source.ts';
import { markedBlocks } from './marked-text.ts';
import { citedPlaces, type Mark, placeId } from './marks.ts';
import { createSectionPrinter } from './sections.ts';
import { type Html, html } from './template.ts';

/** An article as the parts of a web page. */
export type ArticleView = {
  /** The text, with what is said, who says it and what was found marked in place. */
  readonly text: Html;
  /** Who says what, who speaks, credits: one section each, where there is something. */
  readonly sections: Html;
};

/** The id of a finding of the audit, counted from 0, in the list that stands beside the text. */
export const findingAnchor = (at: number): string => `finding-${at + 1}`;

/**
 * Marks in the text what each source says, with a note on its authority, and the findings of an audit, which link to
 * `findingAnchor`. `note` stands at the end of a statement's item.
 */
export function viewArticle(
  reading: Reading,
  findings: readonly Finding[],
  note: (statementId: string) => Html | null,
): ArticleView {
  const page = readingPage(reading);
  const ids = new Map(reading.statements.map(({ id }) => [statementAnchor({ id }), id]));
  const labels = new Map([...ids.keys()].map((anchor, at) => [anchor, String(at + 1)]));
  const { section } = createSectionPrinter(labels, new Map(), {
    link: () => null,
    source: () => null,
    note: id => (ids.has(id) ? note(ids.get(id)!) : null),
  });
  const marks = new Marks();
  const view = viewAccount(reading, 1);
  for (const { place } of citedPlaces(page)) marks.add(place, {});
  for (const [at, statement] of reading.statements.entries()) addStatement(marks, view, statement, at);
  for (const [at, { span, severity, related }] of findings.entries()) {
    const backs = [{ href: `#${findingAnchor(at)}`, label: `!${at + 1}` }];
    marks.add(span, { kinds: ['finding', severity], backs });
    for (const each of related) marks.add(each, { backs });
  }
  return {
    text: html`${markedBlocks(reading.article, marks.all())}`,
    sections: html`${page.sections.map(each => section(each, null))}`,
  };
}

/** The id of words of the article in the page. */
export const wordsAnchor = ({ start, end }: { readonly start: number; readonly end: number }): string =>
  placeId({ account: 1, start, end });

/** Marks by their place: what is said of the same words is put together. */
class Marks {
  readonly #marks = new Map<string, Mark>();

  add({ start, end }: { readonly start: number; readonly end: number }, facts: Partial<Mark>): void {
    if (end <= start) return;
    const id = wordsAnchor({ start, end });
    const known = this.#marks.get(id);
    this.#marks.set(id, {
      ...(known ?? { id, start, end, standing: null, isSaid: false, backs: [], classes: [] }),
      ...facts,
      backs: [...(known?.backs ?? []), ...(facts.backs ?? [])],
      kinds: [...(known?.kinds ?? []), ...(facts.kinds ?? [])],
      note: known?.note ?? facts.note ?? null,
    });
  }

  all(): readonly Mark[] {
    return [...this.#marks.values()];
  }
}

/** A statement without content ("declined to comment") has its note at the words of saying. */
function addStatement(marks: Marks, view: AccountView, statement: Statement, at: number): void {
  const { content, cue, source } = statement;
  const note = authorityNote(view, statement);
  const backs = [{ href: `#${statementAnchor(statement)}`, label: String(at + 1) }];
  const noted = content.length > 0 ? content : cue.slice(0, 1);
  for (const span of source?.spans ?? []) marks.add(span, { kinds: ['speaker'] });
  for (const span of cue) marks.add(span, { kinds: ['cue'] });
  for (const [piece, span] of noted.entries())
    marks.add(span, { isSaid: true, note, backs: piece === noted.length - 1 ? backs : [] });
}

/** Who says it and why they would know, in lines; nothing in it can be pressed. */
function authorityNote(view: AccountView, statement: Statement): Html {
  const { source, via } = statement;
  if (!source) return html`${noteRow(stanceLabel(statement), html`speaker not given`)}`;
  const { who, basis, terms } = sourceParts(source, view);
  const missing = html`<span class="quiet">the article does not say</span>`;
  return html`${[
    noteRow('who', flat(who)),
    noteRow('kind', html`${kindLabels[source.kind]}`),
    noteRow('does', html`${stanceLabel(statement)}`),
    ...(basis ? [noteRow('knows by', flat(basis))] : []),
    ...(basis === null && isUnnamed(source) ? [noteRow('knows by', missing)] : []),
    ...(terms ? [noteRow('unnamed', flat(terms))] : []),
    ...(via.length > 0 ? [noteRow('has it from', flat(chainLine(via, view)))] : []),
  ]}`;
}

const noteRow = (label: string, content: Html): Html =>
  html`<span class="note-row"><span class="note-label">${label} </span>${content}</span> `;

const flat = (line: Line): Html => html`${line.map(flatPiece)}`;

function flatPiece(piece: Piece): Html {
  switch (piece.as) {
    case 'strong':
      return html`<strong>${piece.text}</strong>`;
    case 'words':
      return html`“${piece.text}”`;
    case 'account':
      return html`[${piece.number}]`;
    default:
      return html`${piece.text}`;
  }
}
