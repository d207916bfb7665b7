import type { Claim } from '../../domain/index.ts';
import type { Item, Section } from '../page.ts';
import { claimAnchor, numbered } from './claims.ts';
import { differenceRows } from './difference-rows.ts';
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
  const rows = differenceRows(lookup, claim);
  return {
    id: `differences-${claimAnchor(claim)}`,
    standing: null,
    claimId: claim.id,
    head: numbered(lookup, claim.wording, 100),
    rows: rows.slice(0, limit),
    more: Math.max(0, rows.length - limit),
  };
}
