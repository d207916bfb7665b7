import type { Claim, Difference, DifferenceKind, Passage } from '../../domain/index.ts';
import { differenceLabels } from '../labels.ts';
import type { Item, Line, Row, Section } from '../page.ts';
import { account, line } from '../page.ts';
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
  return {
    id: `differences-${claimAnchor(claim)}`,
    standing: null,
    head: numbered(lookup, claim.wording, 100),
    rows: claim.differences.slice(0, limit).map(difference => differenceRow(lookup, difference)),
    more: Math.max(0, claim.differences.length - limit),
  };
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
