import type { SharedQuotation } from '../../domain/index.ts';
import type { Item, Section } from '../page.ts';
import { line, plain, rowsOf, strong } from '../page.ts';
import { clean } from '../words.ts';
import { numbered } from './claims.ts';
import type { Lookup } from './lookup.ts';
import type { Limits } from './page.ts';

const wordsLimit = 400;

/** The words of one speaker that several accounts quote. */
export function quotationsSection(lookup: Lookup, limits: Limits): Section {
  const { quotations } = lookup.story;
  return {
    id: 'quotations',
    title: 'Quoted by several',
    items: quotations.slice(0, limits.items).map((quotation, at) => quotationItem(lookup, quotation, at)),
    more: Math.max(0, quotations.length - limits.items),
  };
}

/** Where the shared quotation's item stands, by its place in the story. */
export const quotationAnchor = (at: number): string => `quotation-${at + 1}`;

function quotationItem(lookup: Lookup, { castId, passages, verbatim }: SharedQuotation, at: number): Item {
  const speaker = lookup.cast(castId);
  const who = speaker ? strong(clean(speaker.name)) : plain('speaker not given');
  const accounts = lookup.accounts(passages.map(({ articleId }) => articleId));
  const shown = verbatim ? passages.slice(0, 1) : passages;
  return {
    id: quotationAnchor(at),
    standing: null,
    head: line`${who}, ${plain(verbatim ? 'word for word' : 'altered')} in ${accounts}`,
    rows: rowsOf(
      '',
      shown.map(passage => numbered(lookup, passage, wordsLimit)),
    ),
    more: 0,
  };
}
