import type {
  CastMember,
  Merge,
  MergeReason,
  Origin,
  OriginCount,
  OriginKind,
  Passage,
  SharedQuotation,
} from '../../domain/index.ts';
import { overlaps } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import type { ClaimDraft } from '../claims/drafts.ts';
import { createSameBodyTest } from './same-body.ts';
import { distinctMerges, type Found, givingWords, type Tracer } from './trace.ts';

/** One who is found at the end of a path of copies and credits, with every account that rests on it. */
export type RestsOn = {
  readonly kind: OriginKind;
  /** Null unless it is a source. */
  readonly member: CastMember | null;
  readonly given: readonly Found[];
};

/** What a claim finally rests on. */
export type Evidence = {
  readonly rests: readonly RestsOn[];
  readonly count: OriginCount;
  /** In the order of the accounts. */
  readonly merges: readonly Merge[];
};

export type OriginFinder = (claim: ClaimDraft) => Evidence;

/** Joins the ends of a claim's paths into distinct origins, and counts how many they are at least and at most. */
export function createOriginFinder(
  accounts: readonly Account[],
  trace: Tracer,
  quotations: readonly SharedQuotation[],
): OriginFinder {
  const placeOf = new Map(accounts.map(({ articleId }, place) => [articleId, place]));
  const inOrder = (a: Merge, b: Merge): number =>
    placeOf.get(a.from.articleId)! - placeOf.get(b.from.articleId)! || a.from.start - b.from.start;
  const byPlace = ({ account: a }: Found, { account: b }: Found): number =>
    placeOf.get(a.articleId)! - placeOf.get(b.articleId)!;
  const areOneBody = createSameBodyTest();
  return claim => {
    const { found, steps } = trace(claim);
    const rests = merged(found, (one, other) => {
      const isShared =
        one.account !== other.account && areOneQuotation(claim, one.account, other.account, quotations);
      return isShared || areOneBody(one, other);
    });
    const same = rests.flatMap(each =>
      mergesWithin({ ...each, given: each.given.toSorted(byPlace) }, claim, quotations),
    );
    const merges = distinctMerges([...steps, ...same]).sort(inOrder);
    return { rests, count: countOf(rests, merges, claim), merges };
  };
}

const kindOf = ({ member, source }: Found): OriginKind => {
  if (member) return 'source';
  return source ? 'unresolved' : 'own-voice';
};

/** Ends at the same source are one origin; so are sources, however they are named, that give one quotation, or are a body and who speaks for it. */
function merged(found: readonly Found[], areOne: (one: Found, other: Found) => boolean): RestsOn[] {
  const byMember = Map.groupBy(found, end =>
    end.member ? end.member.id : `${kindOf(end)} ${end.source ? end.account.articleId : ''}`,
  );
  const groups: Found[][] = [];
  for (const ends of byMember.values()) {
    const same = groups.find(
      group =>
        ends[0]!.member !== null &&
        group[0]!.member !== null &&
        group.some(one => ends.some(other => areOne(one, other))),
    );
    if (same) same.push(...ends);
    else groups.push([...ends]);
  }
  return groups.map(all => ({
    kind: kindOf(all[0]!),
    member: (all.find(({ member }) => member?.named) ?? all[0]!).member,
    given: all.filter(
      ({ restingId }, index) => all.findIndex(each => each.restingId === restingId) === index,
    ),
  }));
}

/** Where accounts that do not follow each other give one and the same source. */
function mergesWithin(
  { member, given }: RestsOn,
  claim: ClaimDraft,
  quotations: readonly SharedQuotation[],
): Merge[] {
  if (!member) return [];
  const ends = [...new Map(given.map(end => [end.account, end])).values()];
  const [first, ...others] = ends;
  return others.map(end => {
    const quoted = areOneQuotation(claim, first!.account, end.account, quotations);
    const isSame = end.member === first!.member;
    return {
      because: becauseOf(quoted, isSame, member.named),
      certain: quoted || (isSame && member.named),
      from: givingWords(claim, end.account, end.source),
      into: givingWords(claim, first!.account, first!.source),
    };
  });
}

function becauseOf(quoted: boolean, isSame: boolean, named: boolean): MergeReason {
  if (quoted) return 'same-quotation';
  if (!isSame) return 'same-body';
  return named ? 'same-name' : 'same-description';
}

/** Whether both accounts tell the claim in words of the same speaker that both quote. */
function areOneQuotation(
  { tellings }: ClaimDraft,
  one: Account,
  other: Account,
  quotations: readonly SharedQuotation[],
): boolean {
  const tells = (account: Account, passages: readonly Passage[]) =>
    tellings.some(
      ({ unit }) =>
        unit.account === account &&
        passages.some(passage => passage.articleId === account.articleId && overlaps(passage, unit.span)),
    );
  return quotations.some(({ passages }) => tells(one, passages) && tells(other, passages));
}

/**
 * Sources; where there is none, accounts that tell it in their own voice: one may have it from the other. An unresolved source
 * may be any of the others, or one more; so may one that was merged without certainty.
 */
function countOf(rests: readonly RestsOn[], merges: readonly Merge[], { tellings }: ClaimDraft): OriginCount {
  const of = (kind: OriginKind) => rests.filter(each => each.kind === kind);
  const [sources, unresolved] = [of('source').length, of('unresolved').length];
  const isOwnVoice = ({ from }: Merge) =>
    tellings.some(
      ({ unit }) =>
        unit.account.articleId === from.articleId &&
        unit.span.start === from.start &&
        unit.span.end === from.end,
    );
  const doubtful = merges.filter(({ certain }) => !certain);
  if (sources + unresolved > 0)
    return {
      least: Math.max(1, sources),
      most: sources + unresolved + doubtful.filter(each => !isOwnVoice(each)).length,
    };
  const voices = new Set(rests.flatMap(({ given }) => given.map(({ account }) => account)));
  return { least: 1, most: voices.size + doubtful.length };
}

export const originOf = ({ kind, member, given }: RestsOn): Origin => ({
  kind,
  castId: member?.id ?? null,
  articleIds: given.map(({ restingId }) => restingId),
});
