import { standingLabels } from '../labels.ts';
import type { Item, Line, Piece, Row, Section } from '../page.ts';
import { moreLabel } from '../text/print.ts';
import type { ClaimTags } from './claim-tags.ts';
import { placeId } from './marks.ts';
import { type Html, html } from './template.ts';

/** What a web page adds to findings, by their ids: where a finding has a page of its own, and what stands at its end. */
export type ItemNotes = {
  readonly link: (id: string) => { readonly href: string; readonly name: string } | null;
  readonly note: (id: string) => Html | null;
  /** Where a member of the cast has a page of its own. */
  readonly source: (castId: string) => string | null;
};

/** Prints the sections of any page; findings that are about a claim bear the classes by which it is found. */
export function createSectionPrinter(
  labels: ReadonlyMap<string, string>,
  tags: ReadonlyMap<string, ClaimTags>,
  notes: ItemNotes | null,
) {
  const line = (pieces: Line): Html => html`${pieces.map(piece => pieceElement(piece, notes))}`;

  const label = (id: string | null | undefined): Html | null => {
    const text = id ? labels.get(id) : undefined;
    if (!id || text === undefined) return null;
    const link = notes?.link(id);
    return link
      ? html`<a class="label" href="${link.href}" aria-label="${link.name} ${text}">${text}</a> `
      : html`<span class="label">${text}</span> `;
  };

  const claimClass = (claimId: string | undefined): string => {
    const tagged = tags.get(claimId ?? '');
    return tagged ? ` claim ${tagged.classes.join(' ')}` : '';
  };

  /** A row that can be hidden alone shows its label even where it continues the row before. */
  const row = (each: Row, shown: string): Html => {
    const [term, claim] = [each.claimId ? shown : each.label, claimClass(each.claimId)];
    return html`<div class="row${claim}"${idOf(each.id)}>${term === '' ? null : html`<dt>${term}</dt>`}<dd>${label(each.id)}${line(each.line)}</dd></div>\n`;
  };

  const rows = (each: readonly Row[]): Html | null => {
    if (each.length === 0) return null;
    if (each.every(one => one.label === ''))
      return html`<ul class="rows">\n${each.map(one => html`<li${idOf(one.id)}>${label(one.id)}${line(one.line)}</li>\n`)}</ul>\n`;
    let shown = '';
    return html`<dl>\n${each.map(one => {
      shown = one.label || shown;
      return row(one, shown);
    })}</dl>\n`;
  };

  const item = ({ id, standing, claimId, head, rows: below, more }: Item): Html =>
    html`<div class="item${claimClass(claimId)}"${idOf(id)}>
${standing ? html`<p class="standing ${standing}">${standingLabels[standing]}</p>\n` : null}${head.length > 0 ? html`<h3>${label(id)}${line(head)}</h3>\n` : null}${rows(below)}${more > 0 ? html`<p class="more">${moreLabel(more)}</p>\n` : null}${notes && id ? notes.note(id) : null}</div>
`;

  /** `drawn` stands before the section's items. */
  const section = ({ id, title, items, more }: Section, drawn: Html | null): Html =>
    html`<section id="${id}">
<h2>${title}</h2>
${drawn}${items.map(item)}${more > 0 ? html`<p class="more">${moreLabel(more)}</p>\n` : null}</section>
`;

  return { line, section };
}

const idOf = (id: string | null | undefined): Html | null => (id ? html` id="${id}"` : null);

function pieceElement(piece: Piece, notes: ItemNotes | null): Html {
  switch (piece.as) {
    case 'plain':
      return html`${piece.text}`;
    case 'strong':
      return strongElement(
        piece.text,
        piece.castId === undefined ? null : (notes?.source(piece.castId) ?? null),
      );
    case 'quiet':
      return html`<span class="quiet">${piece.text}</span>`;
    case 'words':
      return html`<a class="words" href="#${placeId(piece.place)}">“${piece.text}”</a>`;
    case 'account':
      return html`<a class="account" href="#text-${piece.number}">[${piece.number}]</a>`;
  }
}

function strongElement(text: string, href: string | null): Html {
  const strong = html`<strong>${text}</strong>`;
  return href === null ? strong : html`<a href="${href}">${strong}</a>`;
}
