import type { CorrectionRecord, Finding, Reading } from '../../domain/index.ts';
import {
  clean,
  counted,
  findingAnchor,
  type Html,
  html,
  viewArticle,
  wordsAnchor,
  writtenDate,
} from '../../report/index.ts';
import type { ArticleEntry, ArticleVersion, StatementEntry, StoryEntry } from '../../store/index.ts';
import { articlePath, sourcePath } from './paths.ts';
import type { Sheet } from './sheet.ts';
import { correctionOf } from './speaker-corrections.ts';
import { versionsSection } from './versions.ts';
import { dateTag, factsLine, quoted, timeTag, titleOf } from './wording.ts';

/** All that the page of an article shows. */
export type ArticleParts = {
  readonly entry: ArticleEntry;
  /** The version that is looked at, as corrected where it is the newest. */
  readonly reading: Reading;
  readonly version: number;
  readonly versions: readonly ArticleVersion[];
  readonly findings: readonly Finding[];
  readonly story: StoryEntry | null;
  /** By statement, the sources that have a page of their own. */
  readonly sources: ReadonlyMap<string, StatementEntry>;
  /** Of speakers that people have set right. */
  readonly corrections: readonly CorrectionRecord[];
};

/** An article with what is said in it marked in place, what an audit finds, and what its versions changed. */
export function articleSheet(parts: ArticleParts): Sheet {
  const { entry, reading, version, versions, findings, story } = parts;
  const { article } = reading;
  const isNewest = version === entry.version;
  const view = viewArticle(reading, findings, id => (isNewest ? waysOn(parts, id) : null));
  const hasTitleInText = article.blocks.some(({ kind }) => kind === 'title');
  return {
    title: titleOf(article),
    live: { storyId: entry.storyId },
    json: `/api/v1${articlePath(entry.id)}`,
    feed: null,
    ownStyle: null,
    header: html`<h1>${titleOf(article)}</h1>
<p class="facts">${articleFacts(parts)}</p>
<p class="ways">${story ? html`<a href="/stories/${story.id}">Its story: ${story.title}, ${counted(story.accounts, 'account')}</a> ` : null}${sourceLink(article.url)}<a href="/api/v1${articlePath(entry.id)}">JSON</a></p>
${isNewest ? null : html`<p class="notice">This is version ${version}. <a href="${articlePath(entry.id)}">See the newest, version ${entry.version}</a>.</p>\n`}`,
    main: html`<section id="text">
<h2>The text</h2>
<p class="legend"><span class="said">what a source says</span> <span class="speaker">who says it</span> <span class="cue">the word of saying</span>${findings.length > 0 ? html` <span class="finding warning">what the audit finds</span>` : null} <span>Point at what is said, or move there with the Tab key, to see on whose authority it stands.</span></p>
<div class="annotated${hasTitleInText ? ' titled' : ''}">
${view.text}</div>
</section>
<div class="columns">
<div>
${view.sections}</div>
<div class="side">
${versionsSection(entry, versions, version)}${findingsSection(reading, findings)}</div>
</div>
`,
  };
}

/** From a statement to all else that its source says, and to setting it right. */
const waysOn = ({ entry, reading, sources, corrections }: ArticleParts, statementId: string): Html => {
  const key = sources.get(statementId)?.sourceKey;
  const statement = reading.statements.find(({ id }) => id === statementId);
  const name = statement?.source?.name;
  const made = statement ? correctionOf(reading, statement, corrections) : null;
  const by =
    made && html`<span class="by">Speaker set right by ${clean(made.by)}, ${timeTag(made.at)}</span> `;
  const all = key && name ? html`<a href="${sourcePath(key)}">All that ${clean(name)} says</a> ` : null;
  return html`<p class="mend">${by}${all}<a class="writes" href="${articlePath(entry.id)}/correct?statement=${statementId}">${made ? 'Withdraw or change that' : 'Wrong speaker?'}</a></p>\n`;
};

const articleFacts = ({ entry, reading, version, versions }: ArticleParts): Html => {
  const { outlet, byline, published } = reading.article;
  return factsLine([
    outlet === null
      ? null
      : html`<a href="/search?${new URLSearchParams({ outlet }).toString()}">${clean(outlet)}</a>`,
    byline === null ? null : clean(byline),
    dateTag(published),
    counted(reading.statements.length, 'statement'),
    versions.length > 1 ? `version ${version} of ${versions.length}` : null,
    `kept since ${writtenDate(entry.addedAt)}`,
  ]);
};

/** Only to addresses of the web: an article may say anything. */
const sourceLink = (url: string | null): Html | null =>
  url !== null && /^https?:\/\//i.test(url)
    ? html`<a href="${url}" rel="noreferrer nofollow external">Original</a> `
    : null;

function findingsSection({ article }: Reading, findings: readonly Finding[]): Html {
  return html`<section id="findings-list">
<h2>Audit</h2>
${findings.length === 0 ? html`<p>The rules on sourcing find nothing in it.</p>\n` : null}${findings.map(
  ({ rule, severity, message, why, advice, span }, at) => html`<div class="item" id="${findingAnchor(at)}">
<h3><span class="label">!${at + 1}</span> <span class="severity ${severity}">${severity}</span> ${message}</h3>
<p>${why} ${advice}</p>
<p class="facts"><a class="words" href="#${wordsAnchor(span)}">${quoted(article.text.slice(span.start, span.end), 90)}</a> · rule ${rule}</p>
</div>
`,
)}</section>
`;
}
