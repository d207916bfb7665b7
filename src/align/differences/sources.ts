import type { CharSpan, Difference, Source } from '../../domain/index.ts';
import { textOf } from '../../domain/index.ts';
import { type Account, isLater, passageOf } from '../accounts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import type { Cast } from '../sources/cast.ts';
import { difference, type TellingPair, tellingPassage } from './pairs.ts';

const sourceOf = ({ unit }: WeighedUnit): Source | null => unit.statements[0]?.source ?? null;

const sourcePassage = (account: Account, { spans }: Source) => passageOf(account, spans[0]!);

/** The first of the source's words that fit, wherever the account gives them: terms and reason are given once an article. */
function givenFor(
  account: Account,
  source: Source,
  span: (source: Source) => CharSpan | null,
): CharSpan | null {
  const own = span(source);
  if (own || source.entityId === null) return own;
  const sources = account.reading.statements.flatMap(statement =>
    statement.source ? [statement.source] : [],
  );
  return (
    sources
      .filter(({ entityId }) => entityId === source.entityId)
      .map(span)
      .find(found => found) ?? null
  );
}

/**
 * How two accounts differ in who they say it is from. A source is dropped where the one has it and the other tells the
 * claim in its own voice; changed where the same source knows it in another way. A reason for anonymity that the earlier
 * account lacks was not dropped.
 */
export function compareSources(
  pair: TellingPair,
  isSourced: (telling: WeighedUnit) => boolean,
  cast: Cast,
): Difference[] {
  const { before, after } = pair;
  const [left, right] = [sourceOf(before), sourceOf(after)];
  if (left && right) return [...changed(pair, left, right, cast), ...reasonDropped(pair, left, right, cast)];
  if (left && !before.unit.isSaying && !isSourced(after))
    return [difference('source-dropped', sourcePassage(before.unit.account, left), tellingPassage(after))];
  const { account } = after.unit;
  if (right && !after.unit.isSaying && !isSourced(before) && !isLater(account, before.unit.account))
    return [difference('source-dropped', sourcePassage(account, right), tellingPassage(before))];
  return [];
}

const isSame = ({ before, after }: TellingPair, left: Source, right: Source, cast: Cast): boolean => {
  const member = cast.memberOf(before.unit.account, left);
  return member !== null && member === cast.memberOf(after.unit.account, right);
};

function changed(pair: TellingPair, left: Source, right: Source, cast: Cast): Difference[] {
  const [before, after] = [pair.before.unit.account, pair.after.unit.account];
  const [was, is] = [
    givenFor(before, left, ({ basis }) => basis),
    givenFor(after, right, ({ basis }) => basis),
  ];
  if (!was || !is || !isSame(pair, left, right, cast)) return [];
  if (wordsOnly(textOf(before.text, was)) === wordsOnly(textOf(after.text, is))) return [];
  return [difference('source-changed', passageOf(before, was), passageOf(after, is))];
}

const wordsOnly = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function reasonDropped(pair: TellingPair, left: Source, right: Source, cast: Cast): Difference[] {
  if (!isSame(pair, left, right, cast)) return [];
  const [before, after] = [pair.before.unit, pair.after.unit];
  const reason = ({ anonymity }: Source) => anonymity?.reason ?? null;
  const [was, is] = [givenFor(before.account, left, reason), givenFor(after.account, right, reason)];
  if (was && !is)
    return [difference('reason-dropped', passageOf(before.account, was), tellingPassage(pair.after))];
  if (is && !was && !isLater(after.account, before.account))
    return [difference('reason-dropped', passageOf(after.account, is), tellingPassage(pair.before))];
  return [];
}
