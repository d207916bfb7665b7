import type { Claim, Difference, DifferenceKind, Passage } from '../../domain/index.ts';
import { differenceLabels } from '../labels.ts';
import type { Item, Line, Row, Section } from '../page.ts';
import { account, joined, line, rowsOf } from '../page.ts';
import { claimAnchor, numbered } from './claims.ts';
import type { Lookup } from './lookup.ts';
import type { Limits } from './page.ts';

/** Claim by claim, in what the accounts differ by more than wording. */
export function differencesSection(lookup: Lookup, { items, rows }: Limits): Section {
  const claims = lookup.story.claims.filter(({ differences }) => differences.length > 0);
  return {
    id: 'differences',
    title: 'Where they differ',
    items: claims.slice(0, items).map(claim => differencesItem(lookup, claim, rows)),
    more: Math.max(0, claims.length - items),
  };
}

function differencesItem(lookup: Lookup, claim: Claim, limit: number): Item {
  const rows = [
    ...claim.differences
      .filter(({ kind }) => !isDetail(kind))
      .map(difference => differenceRow(lookup, difference)),
    ...detailRows(lookup, claim),
  ];
  return {
    id: `differences-${claimAnchor(claim)}`,
    standing: null,
    head: numbered(lookup, claim.wording, 100),
    rows: rows.slice(0, limit),
    more: Math.max(0, rows.length - limit),
  };
}

const isDetail = (kind: DifferenceKind): boolean => kind.startsWith('detail-');

/** What only one account has, in one row for each account: `only [2] has “14 October”, “two lorries”`. */
function detailRows(lookup: Lookup, { differences }: Claim): readonly Row[] {
  const details = differences
    .filter(({ kind }) => isDetail(kind))
    .map(({ kind, before, after }) => (kind === 'detail-added' ? after : before));
  const lines = [...Map.groupBy(details, ({ articleId }) => articleId)].map(([articleId, passages]) => {
    const words = joined(
      passages.map(passage => [lookup.quote(passage, 60)]),
      ', ',
    );
    return line`only ${account(lookup.numberOf(articleId))} has ${words}`;
  });
  return rowsOf(differenceLabels['detail-only'], lines);
}

/** The side on which the passage is the telling that lacks the thing. */
const lacking: Readonly<Partial<Record<DifferenceKind, 'before' | 'after'>>> = {
  'hedge-lost': 'after',
  'hedge-added': 'before',
  'source-dropped': 'after',
  'reason-dropped': 'after',
};

function differenceRow(lookup: Lookup, { kind, before, after }: Difference): Row {
  const side = (which: 'before' | 'after', passage: Passage): Line =>
    lacking[kind] === which
      ? line`${account(lookup.numberOf(passage.articleId))} without it: ${lookup.quote(passage, 60)}`
      : numbered(lookup, passage, 100);
  return {
    label: differenceLabels[kind],
    line: line`${side('before', before)} → ${side('after', after)}`,
  };
}
