import type { CharSpan, Difference, Source, Statement } from '../../domain/index.ts';
import { overlaps, textOf } from '../../domain/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import type { ClaimDraft } from '../claims/drafts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import type { Order } from '../lineage/order.ts';
import type { Cast } from '../sources/cast.ts';
import { tokensIn } from '../words/account-words.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { difference, type TellingPair, tellingPassage } from './pairs.ts';

export type SourceComparer = (pair: TellingPair, claim: ClaimDraft, order: Order, cast: Cast) => Difference[];

/** What a response is compared by. */
type Responder = { readonly account: Account; readonly statement: Statement };

/** A source as one account gives it. */
type Given = { readonly account: Account; readonly source: Source };

/** The stories' sources of one claim in two accounts, which are compared. */
type Sides = {
  readonly before: Given;
  readonly after: Given;
  readonly order: Order;
  readonly cast: Cast;
};

const sourceOf = ({ unit }: WeighedUnit): Source | null => unit.statements[0]?.source ?? null;

const sourcePassage = ({ account, source: { spans } }: Given) => passageOf(account, spans[0]!);

/** All that the account says of the source, first what it says here: terms and reason are given once an article. */
function mentionsOf({ account, source }: Given, cast: Cast): Source[] {
  const member = cast.memberOf(account, source);
  const others = account.reading.statements.flatMap(each => (each.source ? [each.source] : []));
  return [source, ...others.filter(other => member !== null && cast.memberOf(account, other) === member)];
}

const givenFor = (given: Given, cast: Cast, span: (source: Source) => CharSpan | null): CharSpan | null =>
  mentionsOf(given, cast)
    .map(span)
    .find(found => found !== null) ?? null;

/**
 * Makes the comparer of how two accounts differ in who they say it is from. A source is dropped where the one has it and the other
 * tells the claim in its own voice; vaguer where the later one calls the same source by less, or calls by its capital whom the
 * other names; changed where the same source knows it in another way, or nothing tells which account came first.
 */
export function createSourceComparer(vocabulary: Vocabulary): SourceComparer {
  /** The words that say who it is, in their fullest form in the account. */
  const calledIn = (given: Given, cast: Cast): { readonly span: CharSpan; readonly words: Set<string> } => {
    const forms = mentionsOf(given, cast).map(({ description, basis, spans }) => {
      const whole = description ?? spans[0]!;
      const span =
        basis && basis.start > whole.start && basis.start < whole.end
          ? { start: whole.start, end: basis.start }
          : whole;
      const keys = textOf(given.account.text, span)
        .split(/\s+/)
        .map(word => vocabulary.keysOf(word));
      const words = keys.flatMap(each => (each && vocabulary.commonness(each) > 0 ? [each.sense] : []));
      return { span: trimmed(given.account.text, span), words: new Set(words) };
    });
    return forms.reduce((full, next) => (next.words.size > full.words.size ? next : full));
  };

  /** "a U.S. official", then "an official" */
  const lessCalled = (sides: Sides): Difference[] => {
    const { before, after, cast, order } = sides;
    const [was, is] = [calledIn(before, cast), calledIn(after, cast)];
    const isLess = is.words.size < was.words.size && [...is.words].every(word => was.words.has(word));
    if (isPronoun(before.account, was.span) || isPronoun(after.account, is.span)) return [];
    if (!isLess || is.words.size === 0) return [];
    const isKnown = order.isAfter(after.account, before.account);
    const kind = isKnown ? 'source-vaguer' : 'source-changed';
    return [difference(kind, passageOf(before.account, was.span), passageOf(after.account, is.span))];
  };

  return (pair, claim, order, cast) => {
    const [left, right] = [sourceOf(pair.before), sourceOf(pair.after)];
    if (!left || !right) return dropped(pair, left, right, claim, order);
    const [before, after] = [
      { account: pair.before.unit.account, source: left },
      { account: pair.after.unit.account, source: right },
    ];
    const sides = { before, after, order, cast };
    const member = cast.memberOf(before.account, left);
    const isSame = member !== null && member === cast.memberOf(after.account, right);
    const isTaken = order.takenFrom(after.account) === before.account;
    if (isSame)
      return [
        ...(member.named ? [] : lessCalled(sides)),
        ...basisChanged(sides),
        ...reasonDropped(sides, pair),
      ];
    if (isTaken && isUnnamed(right)) return isUnnamed(left) ? lessCalled(sides) : unnamed(sides);
    return stateInstead(sides);
  };
}

/** "he", "who" */
const isPronoun = ({ doc }: Account, span: CharSpan): boolean => {
  const { from, to } = tokensIn(doc, span);
  return doc.tokens.slice(from, to).every(({ upos }) => upos === 'PRON' || upos === 'DET');
};

const trimmed = (text: string, { start, end }: CharSpan): CharSpan => ({
  start,
  end: start + text.slice(start, end).trimEnd().length,
});

const isUnnamed = ({ kind }: Source): boolean => kind === 'anonymous' || kind === 'unnamed-group';

/** Less alike than this, an account that did not take the claim from the other may know it by itself. */
const alike = 0.5;

/** Words in quotation marks are somebody's, though the account's way of naming them was not understood. */
const isQuoted = ({ unit: { account, span } }: WeighedUnit): boolean =>
  account.quoted.some(quoted => overlaps(quoted, span));

function dropped(
  { before, after, likeness }: TellingPair,
  left: Source | null,
  right: Source | null,
  { tellings }: ClaimDraft,
  order: Order,
): Difference[] {
  const isSourced = ({ unit }: WeighedUnit) =>
    tellings.some(other => other.unit.account === unit.account && other.unit.statements.length > 0);
  const [earlier, later] = [before.unit.account, after.unit.account];
  if (likeness < alike && order.takenFrom(later) !== earlier) return [];
  if (left && !before.unit.isSaying && !isSourced(after) && !isQuoted(after))
    return [
      difference('source-dropped', sourcePassage({ account: earlier, source: left }), tellingPassage(after)),
    ];
  if (
    right &&
    !after.unit.isSaying &&
    !isSourced(before) &&
    !isQuoted(before) &&
    !order.isAfter(later, earlier)
  )
    return [
      difference('source-dropped', sourcePassage({ account: later, source: right }), tellingPassage(before)),
    ];
  return [];
}

/** In a copy, a named source that goes unnamed. */
const unnamed = ({ before, after, order }: Sides): Difference[] => {
  const kind = order.isAfter(after.account, before.account) ? 'source-vaguer' : 'source-changed';
  if (isPronoun(after.account, after.source.spans[0]!)) return [];
  return [difference(kind, sourcePassage(before), sourcePassage(after))];
};

/**
 * How accounts differ in who responds in the same way to a claim: "Tehran denies it", where the other account has "Iran's foreign
 * ministry". `responses` are of one claim.
 */
export function compareResponders(responses: readonly Responder[], order: Order, cast: Cast): Difference[] {
  const memberOf = ({ account, statement }: Responder) => cast.memberOf(account, statement.source);
  const isBy = (one: Responder) => (other: Responder) => memberOf(one) === memberOf(other);
  const byStance = Map.groupBy(responses, ({ statement }) => statement.stance);
  return [...byStance.values()].flatMap(same => {
    const byAccount = [...Map.groupBy(same, ({ account }) => account).values()];
    const alone = byAccount.flatMap(([first, ...more]) => (more.every(isBy(first!)) ? [first!] : []));
    const [first, ...others] = alone.flatMap(({ account, statement: { source } }) =>
      source ? [{ account, source }] : [],
    );
    return others.flatMap(other => {
      const isTurned = order.isAfter(first!.account, other.account);
      const [before, after] = isTurned ? [other, first!] : [first!, other];
      return stateInstead({ before, after, order, cast });
    });
  });
}

/** "Tehran", where the other account has "Iran's foreign ministry". */
function stateInstead({ before, after, order, cast }: Sides): Difference[] {
  const [was, is] = [before, after].map(({ account, source }) => {
    const who = cast.whoIsWho(account);
    const entity = who.entityAt(source.spans[0]!);
    const state = entity && who.stateOf(entity);
    const isState = entity?.kind === 'state' || entity?.kind === 'government';
    return { isState, state };
  });
  if (!was?.state || was.state !== is?.state || was.isState === is.isState) return [];
  const isVaguer = is.isState && order.isAfter(after.account, before.account);
  return [
    difference(isVaguer ? 'source-vaguer' : 'source-changed', sourcePassage(before), sourcePassage(after)),
  ];
}

function basisChanged({ before, after, cast }: Sides): Difference[] {
  const basis = (source: Source) => source.basis;
  const [was, is] = [givenFor(before, cast, basis), givenFor(after, cast, basis)];
  if (!was || !is) return [];
  if (wordsOnly(textOf(before.account.text, was)) === wordsOnly(textOf(after.account.text, is))) return [];
  return [difference('source-changed', passageOf(before.account, was), passageOf(after.account, is))];
}

const wordsOnly = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A reason for anonymity that the earlier account lacks was not dropped. */
function reasonDropped({ before, after, order, cast }: Sides, pair: TellingPair): Difference[] {
  const reason = ({ anonymity }: Source) => anonymity?.reason ?? null;
  const [was, is] = [givenFor(before, cast, reason), givenFor(after, cast, reason)];
  if (was && !is)
    return [difference('reason-dropped', passageOf(before.account, was), tellingPassage(pair.after))];
  if (is && !was && !order.isAfter(after.account, before.account))
    return [difference('reason-dropped', passageOf(after.account, is), tellingPassage(pair.before))];
  return [];
}
