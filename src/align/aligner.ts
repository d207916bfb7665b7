import type { Claim, Story } from '../domain/index.ts';
import { type Account, type AccountInput, createAccountMaker, orderAccounts, passageOf } from './accounts.ts';
import { byStrength, type ClaimDraft, draftClaims, draftOf, wordingOf } from './claims/drafts.ts';
import { createResponseFinder, unitsOfDenials } from './claims/responses.ts';
import { joinClaims, pointResponses, type SameClaim } from './claims/same-claims.ts';
import { createClaimScorer } from './claims/scorer.ts';
import { createTopicTest } from './claims/statements.ts';
import { createUnitFinder } from './claims/units.ts';
import { createWeigher } from './claims/weights.ts';
import { createDetailFinder } from './differences/details.ts';
import { comparedAccounts, createDifferenceFinder, onceAStory } from './differences/differences.ts';
import { createQuantityFinder } from './differences/quantities.ts';
import { compareResponders } from './differences/sources.ts';
import { createOriginFinder, originOf } from './evidence/origins.ts';
import { sidesOf } from './evidence/sides.ts';
import { standingOf } from './evidence/standing.ts';
import { createTracer } from './evidence/trace.ts';
import { createIds, idOf } from './identity.ts';
import { createDebtFinder } from './lineage/debts.ts';
import { createKinshipFinder } from './lineage/kinship.ts';
import { withLeftOut } from './lineage/left-out.ts';
import { orderOf } from './lineage/order.ts';
import { createAgencyTest, createCreditTest, createOutletKey, createOutletsOf } from './lineage/outlets.ts';
import { remembered } from './remembered.ts';
import { createCastMaker } from './sources/cast.ts';
import { timelineOf } from './timeline.ts';
import { createReuseFinder } from './wording/overlaps.ts';
import { createQuotationFinder } from './wording/quotations.ts';
import { createVocabulary } from './words/vocabulary.ts';

export type { AccountInput } from './accounts.ts';

/** What people have set right about a story. */
export type AlignOptions = {
  /** Of each two places the claims told there are one; a place at which nothing is told changes nothing. */
  readonly sameClaims?: readonly SameClaim[];
};

/**
 * Joins the accounts of one story, any number of them, none included. Pure; costs near linear time in their words, and less for a
 * reading that stood in a story before: what is its own is remembered for as long as it lives, at about 0.4 MB.
 */
export type Aligner = (accounts: readonly AccountInput[], options?: AlignOptions) => Story;

/** Loads the vocabulary that aligning needs, once. */
export function createAligner(): Aligner {
  const vocabulary = createVocabulary();
  const outletKey = createOutletKey();
  const outletsOf = createOutletsOf(outletKey);
  const accountOf = createAccountMaker(vocabulary, createTopicTest(vocabulary));
  const findUnits = remembered(createUnitFinder(vocabulary));
  const weigh = createWeigher(vocabulary);
  const scorer = createClaimScorer(vocabulary);
  const makeCast = createCastMaker(vocabulary);
  const findResponses = createResponseFinder(vocabulary);
  const quantitiesIn = createQuantityFinder(vocabulary);
  const findDifferences = createDifferenceFinder(vocabulary, quantitiesIn);
  const findDetails = createDetailFinder(vocabulary, quantitiesIn);
  const findReuse = createReuseFinder();
  const findQuotations = createQuotationFinder();
  const credits = createCreditTest(outletKey, outletsOf);
  const findKin = createKinshipFinder(createAgencyTest(outletKey, outletsOf), credits);
  const findDebts = createDebtFinder(outletKey, outletsOf);

  return (inputs, { sameClaims = [] } = {}) => {
    const accounts = orderAccounts(inputs.map(accountOf));
    const units = weigh(accounts.flatMap(findUnits), accounts);
    const told = joinClaims(draftClaims(units, scorer), sameClaims);
    const reuse = findReuse(accounts, credits);
    const overlaps = reuse.map(({ overlap }) => overlap);
    const kin = findKin(accounts, told, reuse);
    const debts = findDebts(accounts, kin);
    const order = orderOf(accounts, debts);
    const responses = pointResponses(findResponses(accounts, told), told, sameClaims);
    const denied = draftClaims(weigh(unitsOfDenials(responses), accounts), scorer);
    const drafts = [...told, ...joinClaims(denied, sameClaims)].sort(byStrength);
    const cast = makeCast(accounts, drafts);
    const quotations = findQuotations(accounts, cast);
    const findOrigins = createOriginFinder(
      accounts,
      createTracer(accounts, debts, cast, outletKey, outletsOf),
      quotations,
    );

    const compared = onceAStory(drafts.map(draft => findDifferences(draft, order, cast)));
    const details = findDetails(accounts, drafts, compared.flat(), order);

    const claimId = createIds();
    const claimFrom = (draft: ClaimDraft, index: number): Claim => {
      const sides = sidesOf(draft, comparedAccounts(draft, order), compared[index]!);
      const wording = wordingOf(fullestSide(draft, sides));
      const otherwise = sides.flatMap(side => {
        const ids = [...side].map(({ articleId }) => articleId);
        return ids.includes(wording.articleId) ? [] : ids;
      });
      const answers = responses.filter(({ claim }) => claim === draft);
      const { rests, count, merges } = findOrigins(draft);
      return {
        id: claimId('claim', wording.articleId, wording.start, wording.end),
        wording,
        tellings: draft.tellings.map(({ unit }) => ({
          ...passageOf(unit.account, unit.span),
          statementIds: unit.statements.map(({ id }) => id),
        })),
        responses: answers.map(({ response }) => response),
        differences: [...compared[index]!, ...compareResponders(answers, order, cast), ...details[index]!],
        origins: rests.map(originOf),
        originCount: count,
        merges,
        standing: standingOf(rests, answers, wording, compared[index]!, isOnlyDenied(draft), otherwise),
      };
    };
    return {
      id: storyId(accounts),
      accounts: accounts.map(({ given }) => given),
      claims: drafts.map(claimFrom),
      quotations,
      lineage: { overlaps, debts: withLeftOut(debts, accounts, drafts, responses, overlaps) },
      cast: [...cast.members],
      timeline: timelineOf(accounts),
    };
  };
}

/** What the most accounts tell alike; all of it, where no side has more than another. */
function fullestSide(draft: ClaimDraft, [most, next]: readonly ReadonlySet<Account>[]): ClaimDraft {
  if (!next || most!.size === next.size) return draft;
  return draftOf(draft.tellings.filter(({ unit }) => most!.has(unit.account)));
}

/** What nobody tells and somebody denies. */
const isOnlyDenied = ({ tellings }: ClaimDraft): boolean =>
  tellings.every(
    ({ unit }) =>
      unit.statements.length > 0 &&
      unit.statements.every(({ stance }) => stance === 'denies' || stance === 'disputes'),
  );

const storyId = (accounts: readonly Account[]): string =>
  idOf('story', ...accounts.flatMap(({ articleId, text }) => [articleId, text]));
