import type { Claim, Difference, DifferenceKind, Passage } from '../../domain/index.ts';
import { differenceLabels } from '../labels.ts';
import type { Line, Row } from '../page.ts';
import { account, joined, line, withoutRepeats } from '../page.ts';
import type { Lookup } from './lookup.ts';

/** In what the accounts of a claim differ by more than wording: what changed first, details last. */
export function differenceRows(lookup: Lookup, { differences }: Claim): readonly Row[] {
  const changes = differences.filter(({ kind }) => !isDetail(kind));
  return withoutRepeats([
    ...changes.map(each => changeRow(lookup, each)),
    ...detailRows(lookup, differences),
  ]);
}

const isDetail = (kind: DifferenceKind): boolean => kind.startsWith('detail-');

/** The side on which the passage is the telling that lacks the thing. */
const lacking: Readonly<Partial<Record<DifferenceKind, 'before' | 'after'>>> = {
  'hedge-lost': 'after',
  'hedge-added': 'before',
  'source-dropped': 'after',
  'reason-dropped': 'after',
};

function changeRow(lookup: Lookup, { kind, before, after }: Difference): Row {
  const side = (which: 'before' | 'after', passage: Passage): Line =>
    lacking[kind] === which
      ? line`${account(lookup.numberOf(passage.articleId))} without it: ${lookup.quote(passage, 60)}`
      : line`${account(lookup.numberOf(passage.articleId))}\u00a0${lookup.quote(passage, 100)}`;
  return {
    label: differenceLabels[kind],
    line: line`${side('before', before)} → ${side('after', after)}`,
  };
}

/**
 * What only one of two tellings has, in one row for each account and kind: `[2] adds “14 October”, “two lorries”`,
 * `[3] leaves out “at noon” [1]`, `only [2] has “14 October”`.
 */
function detailRows(lookup: Lookup, differences: readonly Difference[]): readonly Row[] {
  const details = differences.filter(({ kind }) => isDetail(kind)).map(each => detailOf(each));
  const groups = Map.groupBy(details, ({ kind, lacks, detail }) =>
    JSON.stringify([kind, kind === 'detail-dropped' ? lacks.articleId : detail.articleId]),
  );
  return [...groups.values()].map(group => {
    const [{ kind, lacks, detail }] = group as [Detail];
    const words = joined(
      group.map(each => [lookup.quote(each.detail, 60)]),
      ', ',
    );
    const has = account(lookup.numberOf(detail.articleId));
    return {
      label: differenceLabels[kind],
      line:
        kind === 'detail-dropped'
          ? line`${account(lookup.numberOf(lacks.articleId))} leaves out what ${has} has: ${words}`
          : kind === 'detail-added'
            ? line`${has} adds ${words}`
            : line`only ${has} has ${words}`,
    };
  });
}

type Detail = { readonly kind: DifferenceKind; readonly detail: Passage; readonly lacks: Passage };

const detailOf = ({ kind, before, after }: Difference): Detail =>
  kind === 'detail-added' ? { kind, detail: after, lacks: before } : { kind, detail: before, lacks: after };
