import type { Claim, Merge } from '../../domain/index.ts';
import { mergeLabels } from '../labels.ts';
import type { Line, Row } from '../page.ts';
import { joined, line, plain, quiet, rowsOf } from '../page.ts';
import type { Lookup } from './lookup.ts';
import { memberName, originsLabel } from './standing.ts';

/**
 * On whom a claim finally rests, where that is more than one, or not certain, or had through another account; and what was
 * counted as one, but for sources of one name.
 */
export function originRows(lookup: Lookup, claim: Claim): readonly Row[] {
  const merges = claim.merges.filter(
    ({ because, certain, from, into }) =>
      from.articleId !== into.articleId && (!certain || because === 'copy' || because === 'credit'),
  );
  const sources = claim.origins.filter(({ kind }) => kind !== 'own-voice');
  if (sources.length < 2 && merges.length === 0) return [];
  const names = sources.map(
    ({ castId, articleIds }): Line => line`${memberName(lookup, castId)} ${lookup.accounts(articleIds)}`,
  );
  return [
    {
      label: 'rests on',
      line: names.length > 0 ? line`${originsLabel(claim)}: ${joined(names, '; ')}` : originsLabel(claim),
    },
    ...rowsOf(
      'as one',
      merges.map(merge => mergeLine(lookup, merge)),
    ),
  ];
}

/** `[3] “a US official” and [2] “a U.S. official”: a copy` */
function mergeLine(lookup: Lookup, { because, certain, from, into }: Merge): Line {
  const side = (passage: Merge['from']): Line =>
    line`${lookup.accounts([passage.articleId])}\u00a0${lookup.quote(passage, 60)}`;
  const doubt = certain ? [] : quiet(', but may be two');
  return line`${side(from)} and ${side(into)}: ${plain(mergeLabels[because])}${doubt}`;
}
