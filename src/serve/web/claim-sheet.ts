import type { Claim, Story } from '../../domain/index.ts';
import { accountName, counted, type Html, html, stanceLabels, statementAnchor } from '../../report/index.ts';
import type { StoredClaim } from '../../store/index.ts';
import { articlePath } from './paths.ts';
import type { Sheet } from './sheet.ts';
import { accountLinks, historyEntry } from './story-history.ts';
import { factsLine, isStanding, quoted, standingTag, timeTag } from './wording.ts';

/** Of a claim that is none of its own any more: where its words are told now. Null for any other. */
function goesOnIn({ entry, claim }: StoredClaim, { claims }: Story): Html | null {
  if (claims.some(({ id }) => id === entry.id)) return null;
  const now = claims.find(({ tellings }) =>
    tellings.some(told =>
      claim.tellings.some(
        was => was.articleId === told.articleId && was.start < told.end && told.start < was.end,
      ),
    ),
  );
  const where = now ? html` Its words are told now in <a href="/claims/${now.id}">another claim</a>.` : null;
  return html`<p class="notice">This is no longer a claim of its own.${where}</p>\n`;
}

/** One claim: its standing since when, each telling and answer, and its whole history. */
export function claimSheet(stored: StoredClaim, story: Story): Sheet {
  const { entry, claim, history } = stored;
  return {
    title: quoted(entry.wording, 80),
    live: { storyId: entry.storyId },
    json: `/api/v1/claims/${entry.id}`,
    feed: null,
    ownStyle: null,
    header: html`<h1>${quoted(entry.wording, 280)}</h1>
<p class="facts">${factsLine([
      standingTag(entry.standing),
      html`since ${timeTag(entry.since)}`,
      counted(entry.accounts, 'account'),
      entry.originsLeast === entry.originsMost
        ? counted(entry.originsLeast, 'origin')
        : `${entry.originsLeast} to ${entry.originsMost} origins`,
    ])}</p>
${goesOnIn(stored, story)}<p class="ways"><a href="/stories/${entry.storyId}#claim-${entry.id}">In its story</a> <a class="writes" href="/stories/${entry.storyId}/correct?claim=${entry.id}">The same as another claim?</a> <a href="/api/v1/claims/${entry.id}">JSON</a></p>
`,
    main: html`<div class="columns">
<div>
${passagesSection(story, 'tellings', 'How it is told', claim.tellings)}${passagesSection(story, 'answers', 'Answers to it', claim.responses)}</div>
<div class="side">
<section id="history">
<h2>History</h2>
<ol class="commits">
${history.filter(isStanding).map(change => historyEntry(change, accountLinks(story)))}</ol>
</section>
</div>
</div>
`,
  };
}

type Told = Claim['tellings'][number] | Claim['responses'][number];

function passagesSection(story: Story, id: string, title: string, passages: readonly Told[]): Html | null {
  if (passages.length === 0) return null;
  return html`<section id="${id}">
<h2>${title}</h2>
<ol class="found">
${passages.map(passage => passageEntry(story, passage))}</ol>
</section>
`;
}

function passageEntry({ accounts }: Story, passage: Told): Html {
  const reading = accounts.find(({ article }) => article.id === passage.articleId);
  if (!reading) return html``;
  const ids = 'statementIds' in passage ? passage.statementIds : [passage.statementId];
  const statements = reading.statements.filter(({ id }) => ids.includes(id));
  const [first] = statements;
  const speakers = [
    ...new Set(statements.map(({ source }) => source?.name ?? source?.text ?? 'speaker not given')),
  ];
  const path = `${articlePath(passage.articleId)}${first ? `#${statementAnchor(first)}` : ''}`;
  const who =
    speakers.length === 0
      ? html`in the outlet’s own voice: `
      : html`<strong>${speakers.join(', ')}</strong> · <span class="stance">${stanceLabels['stance' in passage ? passage.stance : first!.stance]}</span> `;
  return html`<li>
<p class="saying">${who}<a class="words" href="${path}">${quoted(reading.article.text.slice(passage.start, passage.end), 400)}</a></p>
<p class="facts"><a href="${articlePath(passage.articleId)}">${accountName(reading.article)}</a></p>
</li>
`;
}
