import type { Change, Claim, Story } from '../../domain/index.ts';
import { accountName, counted, type Html, html, standingLabels } from '../../report/index.ts';
import type { Store } from '../../store/index.ts';
import { articlePath } from './paths.ts';
import { eventWords, isMove, isStanding, moveTags, quoted, type StandingEntry, timeTag } from './wording.ts';

const aTime = 1000;

/** All changes of the standings of a story’s claims, by claim, oldest first. */
export async function standingHistory(
  store: Store,
  storyId: string,
): Promise<ReadonlyMap<string, readonly StandingEntry[]>> {
  const found: StandingEntry[] = [];
  for (let after = 0; ; ) {
    const changes = await store.changes({ after, limit: aTime, storyId, kind: 'standing' });
    found.push(...changes.filter(isStanding));
    if (changes.length < aTime) break;
    after = changes.at(-1)!.seq;
  }
  return Map.groupBy(found, ({ event }) => event.claimId);
}

/** How an account is called beside a change, with a link to it. */
export type AccountLink = (articleId: string | null) => Html | null;

export function accountLinks({ accounts }: Story): AccountLink {
  const names = new Map(
    accounts.map(({ article }, at) => [article.id, `[${at + 1}] ${accountName(article)}`]),
  );
  return articleId =>
    articleId === null
      ? null
      : html`<a href="${articlePath(articleId)}">${names.get(articleId) ?? 'an article that is no longer here'}</a>`;
}

/** One entry of a claim’s history: when, from what to what, and the article that brought it. */
export const historyEntry = (change: StandingEntry, account: AccountLink): Html =>
  html`<li>${timeTag(change.at)}: ${moveTags(change)} ${change.articleId === null ? html`by a person’s correction` : html`with ${account(change.articleId)}`}, ${counted(change.event.origins, 'origin')} at least</li>\n`;

/** A claim’s history at the end of its finding: closed, as most have not changed. */
export function claimHistory(changes: readonly StandingEntry[], account: AccountLink): Html | null {
  const last = changes.at(-1);
  if (!last) return null;
  const moves = changes.filter(isMove).length;
  const summary =
    moves === 0
      ? html`${standingLabels[last.event.after ?? 'no-source-given']} since it was first told`
      : html`changed ${moves === 1 ? 'once' : counted(moves, 'time')}, last ${timeTag(last.at)}`;
  return html`<details class="history" id="history-${last.event.claimId}">
<summary>History: ${summary}</summary>
<ol>
${changes.map(change => historyEntry(change, account))}</ol>
</details>
`;
}

const mostCommits = 6;

/** What changed last: one entry for all that was written at once, newest first. */
export function lastChanges(
  newestFirst: readonly Change[],
  claims: readonly Claim[],
  account: AccountLink,
): Html | null {
  const told = new Set(claims.map(({ id }) => id));
  const commits = [...Map.groupBy(newestFirst, ({ at }) => at).values()];
  if (commits.length === 0) return null;
  return html`<section id="last-changes">
<h2>What changed last</h2>
<ol class="commits">
${commits.slice(0, mostCommits).map(commit => commitEntry(commit, told, account))}</ol>
</section>
`;
}

function commitEntry(commit: readonly Change[], told: ReadonlySet<string>, account: AccountLink): Html {
  const moves = commit.filter(isMove);
  const fresh = commit.filter(isStanding).length - moves.length;
  const effect = [
    ...(fresh > 0 ? [counted(fresh, 'new claim')] : []),
    ...(moves.length > 0 ? [counted(moves.length, 'claim changed', 'claims changed')] : []),
  ];
  const causes = commit.filter(({ event }) => event.kind !== 'standing').toReversed();
  return html`<li><p>${causesOf(causes, account)}${effect.length > 0 ? `: ${effect.join(', ')}` : null} <span class="quiet">${timeTag(commit[0]!.at)}</span></p>
${moves.length === 0 ? null : html`<ul class="moves">\n${moves.map(move => moveEntry(move, told))}</ul>\n`}</li>
`;
}

const mostNamed = 3;

/** "[4] Gulf Monitor came in"; of many articles at once, the first few by name. */
function causesOf(causes: readonly Change[], account: AccountLink): Html {
  const [first] = causes;
  if (!first) return html`Claims changed`;
  if (first.articleId === null) return html`${eventWords(first)}`;
  const named = causes.slice(0, mostNamed).map(({ articleId }) => account(articleId));
  const names = named.map((name, at) => html`${at === 0 ? null : ', '}<strong>${name}</strong>`);
  const more =
    causes.length > mostNamed ? ` and ${counted(causes.length - mostNamed, 'more', 'more')}` : null;
  return html`${names}${more} ${eventWords(first)}`;
}

const moveEntry = (move: StandingEntry, told: ReadonlySet<string>): Html => {
  const words = quoted(move.event.wording, 160);
  return html`<li>${moveTags(move)} ${told.has(move.event.claimId) ? html`<a class="words" href="#claim-${move.event.claimId}">${words}</a>` : words}</li>\n`;
};
