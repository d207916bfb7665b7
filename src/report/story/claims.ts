import type { Claim, Passage, Response, Story } from '../../domain/index.ts';
import { covers, standings, textOf } from '../../domain/index.ts';
import { differenceLabels, stanceLabels } from '../labels.ts';
import type { Item, Line, Row, Section } from '../page.ts';
import { account, joined, line, plain, rowsOf, withoutRepeats } from '../page.ts';
import { clean } from '../words.ts';
import type { Lookup } from './lookup.ts';
import { originRows } from './origins.ts';
import type { Limits } from './page.ts';
import { accountsOf, whyLine } from './standing.ts';
import { tellerLines, whoLine } from './tellers.ts';

const wordingLimit = 280;
const tellingLimit = 150;

/** Whether several accounts tell the claim or somebody responds to it. In a story of one account every claim counts. */
export const isMainClaim =
  (story: Story) =>
  (claim: Claim): boolean =>
    story.accounts.length === 1 || claim.responses.length > 0 || accountsOf(claim).length > 1;

/** Where the claim's item stands. */
export const claimAnchor = (claim: Claim): string => `claim-${claim.id}`;

/** The claims that several accounts tell or somebody responds to, with who says them and who responds. */
export function claimsSection(lookup: Lookup, { items, rows }: Limits): Section {
  const claims = mainClaims(lookup);
  return {
    id: 'claims',
    title: 'What is claimed',
    items: claims.slice(0, items).map(claim => claimItem(lookup, claim, rows)),
    more: Math.max(0, claims.length - items),
  };
}

/** The claims of `claimsSection`, strongest news first. */
const mainClaims = (lookup: Lookup): readonly Claim[] =>
  lookup.story.claims.filter(isMainClaim(lookup.story)).sort(byWeight(lookup));

/** What the story is about, where no account has a title: of what most accounts tell, the first in its text. */
export const leadingClaim = ({ story }: Lookup): Claim | undefined =>
  story.claims.toSorted(
    (a, b) => accountsOf(b).length - accountsOf(a).length || a.wording.start - b.wording.start,
  )[0];

/**
 * Disputed first; then what more accounts tell, an answer counting as one more; then by standing, as docs/standing.md orders
 * them; then in the order of the texts.
 */
const byWeight =
  ({ numberOf }: Lookup) =>
  (a: Claim, b: Claim): number =>
    weight(b) - weight(a) ||
    standings.indexOf(a.standing.kind) - standings.indexOf(b.standing.kind) ||
    numberOf(a.wording.articleId) - numberOf(b.wording.articleId) ||
    a.wording.start - b.wording.start;

const weight = (claim: Claim): number =>
  (claim.standing.kind === 'disputed' ? 1e6 : 0) +
  accountsOf(claim).length +
  Number(claim.responses.length > 0);

function claimItem(lookup: Lookup, claim: Claim, limit: number): Item {
  const rows = [
    { label: 'why', line: whyLine(lookup, claim) },
    ...rowsOf('says', tellerLines(lookup, claim)),
    ...rowsOf('unsourced', ownVoiceLines(lookup, claim)),
    ...rowsOf('told as', otherWordings(lookup, claim)),
    ...responseRows(lookup, claim.responses),
    ...originRows(lookup, claim),
    ...changesRow(lookup, claim),
  ];
  return {
    id: claimAnchor(claim),
    standing: claim.standing.kind,
    claimId: claim.id,
    head: line`${lookup.quote(claim.wording, wordingLimit)}\u00a0${account(lookup.numberOf(claim.wording.articleId))}`,
    rows: rows.slice(0, limit),
    more: Math.max(0, rows.length - limit),
  };
}

/** In which accounts nobody is named for it, beside others that do name somebody. */
function ownVoiceLines(lookup: Lookup, { tellings, standing }: Claim): readonly Line[] {
  const own = tellings
    .filter(({ statementIds }) => statementIds.length === 0)
    .map(({ articleId }) => articleId);
  return own.length === 0 || standing.kind === 'no-source-given'
    ? []
    : [line`${lookup.accounts(own)}\u00a0in the outlet’s own voice`];
}

/** `hedge lost [2] → [3]`: the kinds of differences that the section on them shows with their words. */
function changesRow(lookup: Lookup, { differences }: Claim): readonly Row[] {
  const changes = differences.map(
    ({ kind, before, after }): Line =>
      kind === 'detail-only'
        ? line`${plain(differenceLabels[kind])} only in ${lookup.accounts([before.articleId])}`
        : line`${plain(differenceLabels[kind])} ${lookup.accounts([before.articleId])} → ${lookup.accounts([after.articleId])}`,
  );
  const once = [...new Map(changes.map(each => [JSON.stringify(each), each])).values()];
  return once.length === 0 ? [] : [{ label: 'differ', line: joined(once, '; ') }];
}

/** How each other account first puts it, where that is not in the same words; those with the same words together. */
function otherWordings(lookup: Lookup, { tellings, wording }: Claim): readonly Line[] {
  const firsts = [...Map.groupBy(tellings, ({ articleId }) => articleId).values()].flatMap(
    own => own[0] ?? [],
  );
  const others = firsts.filter(({ articleId }) => articleId !== wording.articleId);
  const wordsOf = (passage: Passage) =>
    textOf(lookup.account(passage.articleId).reading.article.text, passage);
  const bySpelling = Map.groupBy(others, wordsOf);
  const byLetters = Map.groupBy(bySpelling, ([words]) => lettersOf(words));
  byLetters.delete(lettersOf(wordsOf(wording)));
  return [...byLetters.values()].map(spellings => {
    const same = spellings.flatMap(([, tellings]) => tellings);
    const accounts = lookup.accounts(same.map(({ articleId }) => articleId));
    return line`${accounts}\u00a0${lookup.quote(same[0]!, tellingLimit)}`;
  });
}

const lettersOf = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** `[1] “words”` */
export const numbered = (lookup: Lookup, passage: Passage, limit: number): Line =>
  line`${account(lookup.numberOf(passage.articleId))}\u00a0${lookup.quote(passage, limit)}`;

/** The same speaker with the same stance is one row, whichever accounts have it. */
const responseGroups = (lookup: Lookup, responses: readonly Response[]): readonly Response[][] => [
  ...Map.groupBy(responses, each => `${speakerName(lookup, each)} ${each.stance}`).values(),
];

/** The responses whose words stand with a claim, one for each speaker and stance. */
export const shownResponses = (lookup: Lookup, { responses }: Claim): readonly Response[] =>
  responseGroups(lookup, responses).map(fullestFirst);

/** The first; but where a longer one holds its words, that. */
const fullestFirst = ([first, ...others]: readonly Response[]): Response =>
  others.reduce(
    (full, other) => (other.articleId === full.articleId && covers(other, full) ? other : full),
    first!,
  );

/** A yes or no comes first. */
function responseRows(lookup: Lookup, responses: readonly Response[]): readonly Row[] {
  const plainest = (group: readonly Response[]) => Number(!shortResponses.has(group[0]!.stance));
  const sorted = responseGroups(lookup, responses).toSorted((a, b) => plainest(a) - plainest(b));
  const rows = sorted.map(group => ({
    label: responseLabel(group[0]!),
    line: responseLine(lookup, group),
  }));
  return withoutRepeats(rows);
}

/** Who speaks: the member of the cast, else the name or the words in the account. */
export function speakerName(
  lookup: Lookup,
  { articleId, statementId }: Pick<Response, 'articleId' | 'statementId'>,
): string {
  const [statement] = lookup.statements(articleId, [statementId]);
  const source = statement?.source;
  if (!source) return 'speaker not given';
  return clean(lookup.castOf(articleId, source.entityId)?.name ?? source.name ?? source.text);
}

const shortResponses = new Set(['confirms', 'denies', 'disputes']);
const responseLabel = ({ stance }: Response): string => (shortResponses.has(stance) ? stance : 'response');

function responseLine(lookup: Lookup, group: readonly Response[]): Line {
  const first = fullestFirst(group);
  const [statement] = lookup.statements(first.articleId, [first.statementId]);
  const who = statement ? whoLine(lookup, first.articleId, [statement]) : [];
  const stance = shortResponses.has(first.stance) ? [] : [plain(` ${stanceLabels[first.stance]}`)];
  const accounts = lookup.accounts(group.map(({ articleId }) => articleId));
  return line`${accounts}\u00a0${who}${stance}: ${lookup.quote(first, tellingLimit)}`;
}
