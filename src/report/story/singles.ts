import type { Claim, Reading, Response, StandingKind, Statement } from '../../domain/index.ts';
import { overlaps, standings } from '../../domain/index.ts';
import { shortStandingLabels, stanceLabels } from '../labels.ts';
import type { Item, Line, Row, Section } from '../page.ts';
import { account, joined, line, plain, quiet, strong, withoutRepeats } from '../page.ts';
import { clean, shorten } from '../words.ts';
import { claimAnchor, isMainClaim, shownResponses, speakerName } from './claims.ts';
import type { Lookup } from './lookup.ts';
import type { Limits } from './page.ts';
import { whoLine } from './tellers.ts';

const wordsLimit = 170;

/** Account by account, what no other account tells, sourced claims first. */
export function singlesSection(lookup: Lookup, { rows }: Limits): Section {
  const { accounts } = lookup.story;
  const responses = singleResponses(lookup);
  const itemOf = ({ article }: Reading): Item =>
    accountItem(lookup, article.id, responses.get(article.id) ?? [], rows);
  return {
    id: 'singles',
    title: 'Only in one account',
    items: accounts.length === 1 ? [] : accounts.map(itemOf).filter(hasRows),
    more: 0,
  };
}

const hasRows = ({ rows }: Item): boolean => rows.length > 0;

function accountItem(lookup: Lookup, articleId: string, responses: readonly Response[], limit: number): Item {
  const number = lookup.numberOf(articleId);
  const rows = withoutRepeats([
    ...responses.map(each => responseRow(lookup, each)),
    ...singleClaims(lookup, articleId),
  ]);
  return {
    id: null,
    standing: null,
    head: line`${account(number)}\u00a0${strong(lookup.account(articleId).name)}`,
    rows: rows.slice(0, limit),
    more: Math.max(0, rows.length - limit),
  };
}

function singleClaims(lookup: Lookup, articleId: string): readonly Row[] {
  const isMain = isMainClaim(lookup.story);
  const introduced = new Set<string>();
  return lookup.story.claims
    .filter(claim => claim.wording.articleId === articleId && !isMain(claim))
    .sort(byStanding)
    .map(claim => ({
      id: claimAnchor(claim),
      claimId: claim.id,
      label: shortStandingLabels[claim.standing.kind],
      line: line`${lookup.quote(claim.wording, wordsLimit)}${speakersLine(lookup, claim, introduced)}`,
    }));
}

/** Who says it: in full where the account's singles first have it, later by name or description only. */
function speakersLine(lookup: Lookup, { tellings }: Claim, introduced: Set<string>): Line {
  const speakers = new Map<string, Line>();
  for (const { articleId, statementIds } of tellings)
    for (const statement of lookup.statements(articleId, statementIds)) {
      const name = speakerName(lookup, { articleId, statementId: statement.id });
      if (speakers.has(name)) continue;
      const short = [quiet(shorten(oneOf(statement) ?? name, 90))];
      speakers.set(name, introduced.has(name) ? short : whoLine(lookup, articleId, [statement]));
      introduced.add(name);
    }
  return speakers.size === 0 ? [] : line` — ${joined([...speakers.values()], '; ')}`;
}

/** "one of the officials": not all of those who are introduced. */
const oneOf = ({ source }: Statement): string | null =>
  source && /^(?:one|two|some|several) of /i.test(source.text) ? clean(source.text) : null;

const byStanding = (a: Claim, b: Claim): number =>
  rank(a.standing.kind) - rank(b.standing.kind) || a.wording.start - b.wording.start;

const rank = (kind: StandingKind): number => standings.indexOf(kind);

/** Responses that no other account has, in words that stand with no claim above, by account. */
function singleResponses(lookup: Lookup): ReadonlyMap<string, readonly Response[]> {
  const { claims } = lookup.story;
  const tellers = Map.groupBy(
    claims.flatMap(({ responses }) => responses),
    each => `${speakerName(lookup, each)} ${each.stance}`,
  );
  const single = new Set([...tellers.values()].filter(isOfOneAccount).flat());
  const told = Map.groupBy(
    claims.flatMap(claim => shownResponses(lookup, claim)),
    ({ articleId }) => articleId,
  );
  const own = new Map<string, Response[]>();
  for (const each of claims.flatMap(({ responses }) => responses)) {
    const { articleId } = each;
    const before = own.get(articleId) ?? [];
    const known = [...(told.get(articleId) ?? []), ...before];
    if (single.has(each) && !known.some(other => overlaps(other, each)))
      own.set(articleId, [...before, each]);
  }
  return own;
}

const isOfOneAccount = ([first, ...others]: readonly Response[]): boolean =>
  others.every(({ articleId }) => articleId === first!.articleId);

const responseRow = (lookup: Lookup, response: Response): Row => ({
  label: 'response',
  line: line`${strong(shorten(speakerName(lookup, response), 90))} ${plain(stanceLabels[response.stance])}: ${lookup.quote(response, wordsLimit)}`,
});
