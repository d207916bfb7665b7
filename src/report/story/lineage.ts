import type { Debt, Overlap, Passage } from '../../domain/index.ts';
import { bylineLabel } from '../account.ts';
import { debtLabels, directionLabels, reasonLabels, traceLabels } from '../labels.ts';
import type { Item, Line, Row, Section } from '../page.ts';
import { account, joined, line, plain, strong, withoutRepeats, wordsOf } from '../page.ts';
import { clean } from '../words.ts';
import { numbered } from './claims.ts';
import type { Lookup } from './lookup.ts';
import type { Limits } from './page.ts';

/** Account by account, whom it credits, and whose wording is found in it. */
export function lineageSection(lookup: Lookup, { rows }: Limits): Section {
  const overlaps = Map.groupBy(lookup.story.lineage.overlaps, ({ articleId }) => articleId);
  const items = lookup.story.accounts.map(({ article }) =>
    accountItem(lookup, article.id, (overlaps.get(article.id) ?? []).toSorted(byShare), rows),
  );
  return {
    id: 'lineage',
    title: 'Who owes whom',
    items: items.filter(each => each.rows.length > 0),
    more: 0,
  };
}

/** `own` are the account’s overlaps, the largest first. */
function accountItem(lookup: Lookup, articleId: string, own: readonly Overlap[], limit: number): Item {
  const { debts } = lookup.story.lineage;
  const number = lookup.numberOf(articleId);
  const rows = withoutRepeats([
    ...distinct(
      debts
        .filter(each => each.articleId === articleId)
        .flatMap(each => [debtRow(lookup, each), ...traceRows(lookup, each), ...leftOutRows(lookup, each)]),
    ),
    ...overlapRows(lookup, own),
    ...publicRows(lookup, own),
  ]);
  return {
    id: `debts-${number}`,
    standing: null,
    head: line`${account(number)}\u00a0${strong(lookup.account(articleId).name)}`,
    rows: rows.slice(0, limit),
    more: Math.max(0, rows.length - limit),
  };
}

/** Whether the account credits the other somewhere; a debt to an outlet that is not in the story is always a credit. */
export const isCredited = ({ story }: Lookup, { articleId, toArticleId }: Debt): boolean =>
  story.lineage.debts.some(
    each => each.because === 'credit' && each.articleId === articleId && each.toArticleId === toArticleId,
  );

function debtRow(lookup: Lookup, debt: Debt): Row {
  const { articleId, toArticleId, toOutlet, because, kind, directedBy, passage } = debt;
  const to = [strong(clean(toOutlet))];
  const number: Line = toArticleId === null ? [] : line` ${account(lookup.numberOf(toArticleId))}`;
  const credit = isCredited(lookup, debt) ? 'credited' : 'not credited';
  const how =
    because === 'credit' ? credit : `${credit}, ${reasonLabels[because]}; ${directionLabels[directedBy]}`;
  const words = passage
    ? line`: ${lookup.quote(passage, 110)}`
    : line`: ${plain(bylineLabel(lookup.account(articleId)))}`;
  return { label: debtLabels[kind], line: line`${to}${number}, ${plain(how)}${words}` };
}

/** Rows that say the same are said once. */
const distinct = (rows: readonly Row[]): readonly Row[] =>
  [
    ...new Map(rows.toReversed().map(row => [`${row.label} ${wordsOf(row.line)}`, row])).values(),
  ].toReversed();

/** Less is names and titles that any two accounts of one thing have. */
const leastPercent = 10;
const leastPublicPercent = 5;
const mostShares = 8;
const mostTraces = 4;
const mostLeftOut = 6;

const percent = (share: number): number => Math.round(share * 100);
const byShare = (a: Overlap, b: Overlap): number => b.share - a.share;

/** `68% of its own words are found in [2], 41% in [4], as in “…”`: those together in which the same words are found. */
function overlapRows(lookup: Lookup, overlaps: readonly Overlap[]): readonly Row[] {
  const shown = overlaps
    .filter(({ share }) => percent(share) >= leastPercent)
    .map(overlap => ({ ...overlap, longest: longestOf(overlap.passages) }));
  return [...Map.groupBy(shown, ({ longest }) => longest?.start).values()].map(group => {
    const shares = sharesLine(lookup, group, ({ share }) => share, ' of its own words are found');
    const inAll = shortestOf(group.flatMap(({ longest }) => longest ?? []));
    return { label: 'wording', line: line`${shares}${example(lookup, inAll)}` };
  });
}

/** `13% in [2], 9% in [1]`: what both give of a public statement, which is no sign of copying. */
function publicRows(lookup: Lookup, overlaps: readonly Overlap[]): readonly Row[] {
  const shared = overlaps
    .filter(({ publicShare }) => percent(publicShare) >= leastPublicPercent)
    .toSorted((a, b) => b.publicShare - a.publicShare);
  if (shared.length === 0) return [];
  const shares = sharesLine(lookup, shared, ({ publicShare }) => publicShare, '');
  const longest = longestOf(shared.flatMap(({ publicPassages }) => publicPassages));
  const words = line`${shares}: given by both, no sign of copying${example(lookup, longest)}`;
  return [{ label: 'public words', line: words }];
}

/** `91% of its own words are found in [2], 82% in [7], and up to 59% in 42 more`, from overlaps with the largest shares first. */
function sharesLine(
  { numberOf }: Lookup,
  overlaps: readonly Overlap[],
  shareOf: (overlap: Overlap) => number,
  ofWhat: string,
): Line {
  const written = overlaps.map(each => `${percent(shareOf(each))}%`);
  const shares = overlaps
    .slice(0, mostShares)
    .map(
      ({ foundIn }, at) =>
        line`${plain(`${written[at]}${at === 0 ? ofWhat : ''} in\u00a0`)}${account(numberOf(foundIn))}`,
    );
  const more = overlaps.length - shares.length;
  return more === 0
    ? joined(shares, ', ')
    : line`${joined(shares, ', ')}, and up to ${plain(`${written[mostShares]} in ${more}`)} more`;
}

const example = (lookup: Lookup, passage: Passage | undefined): Line =>
  passage ? line`, as in ${lookup.quote(passage, 110)}` : [];

const lengthOf = ({ start, end }: Passage): number => end - start;
/** The first of the longest. */
const longestOf = (passages: readonly Passage[]): Passage | undefined =>
  passages.reduce<Passage | undefined>((a, b) => (a && lengthOf(a) >= lengthOf(b) ? a : b), undefined);
const shortestOf = (passages: readonly Passage[]): Passage | undefined =>
  passages.reduce<Passage | undefined>((a, b) => (a && lengthOf(a) <= lengthOf(b) ? a : b), undefined);

/** The marks that one account left in another, but for the wording, which the debt itself shows. */
function traceRows(lookup: Lookup, { traces }: Debt): readonly Row[] {
  const telling = traces.filter(({ kind }) => kind !== 'wording');
  return telling.slice(0, mostTraces).map(({ kind, passage, in: other }) => ({
    label: traceLabels[kind],
    line: line`${lookup.quote(passage, 60)}, ${account(lookup.numberOf(other.articleId))}\u00a0${lookup.quote(other, 60)}`,
  }));
}

/** What a copy or a rewrite leaves out of the account that it is taken from. */
const leftOutRows = (lookup: Lookup, { leftOut }: Debt): readonly Row[] =>
  leftOut
    .slice(0, mostLeftOut)
    .map(passage => ({ label: 'leaves out', line: numbered(lookup, passage, 110) }));
