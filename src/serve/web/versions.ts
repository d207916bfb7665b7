import type { CharSpan, DifferenceKind, Stance, Statement } from '../../domain/index.ts';
import { clean, type Html, html, stanceLabels, statementAnchor } from '../../report/index.ts';
import type { ArticleEntry, ArticleVersion } from '../../store/index.ts';
import { articlePath } from './paths.ts';
import { quoted, timeTag } from './wording.ts';

/** The versions of an article, newest first, with what each changed in the sourcing; null where there is only one. */
export const versionsSection = (
  entry: ArticleEntry,
  versions: readonly ArticleVersion[],
  shown: number,
): Html | null =>
  versions.length < 2
    ? null
    : html`<section id="versions">
<h2>Versions</h2>
<ol class="versions" reversed>
${versions.toReversed().map(each => versionEntry(entry, each, versions, shown))}</ol>
</section>
`;

function versionEntry(
  entry: ArticleEntry,
  each: ArticleVersion,
  versions: readonly ArticleVersion[],
  shown: number,
): Html {
  const before = versions.find(({ version }) => version === each.version - 1);
  const name = `Version ${each.version}`;
  const link = html`<a href="${versionPath(each)}">${name}</a>`;
  return html`<li><p><strong>${each.version === shown ? name : link}</strong>${each.version === entry.version ? ', the newest' : null}, ${timeTag(each.addedAt)}</p>
${each.changes && before ? changesList(before, each) : null}</li>
`;
}

const versionPath = ({ articleId, version }: ArticleVersion): string =>
  `${articlePath(articleId)}?version=${version}`;

/** How a difference is told: by what it was and is, by what is gone and the telling without it, or by what has come. */
type Telling = readonly ['other' | 'gone' | 'come', string];

const tellings: Readonly<Record<DifferenceKind, Telling>> = {
  number: ['other', 'A number changed'],
  date: ['other', 'A date changed'],
  place: ['other', 'A place changed'],
  who: ['other', 'It is told of somebody else'],
  polarity: ['other', 'What was so is not so now, or the other way round'],
  'hedge-lost': ['gone', 'A word of caution is gone'],
  'hedge-added': ['come', 'A word of caution was added'],
  'source-dropped': ['gone', 'Its source is gone'],
  'source-vaguer': ['other', 'Its source is told less exactly'],
  'source-changed': ['other', 'Its source is another one'],
  'reason-dropped': ['gone', 'The reason why its source goes unnamed is gone'],
  'quotation-altered': ['other', 'A quotation was altered'],
  'detail-added': ['come', 'A detail was added'],
  'detail-dropped': ['gone', 'A detail is gone'],
  'detail-only': ['gone', 'A detail is gone'],
};

function changesList(before: ArticleVersion, now: ArticleVersion): Html {
  const { differences, statementsGone, statementsNew } = now.changes!;
  const reworded = rewordedIn(before, now);
  const isPaired = (id: string) => reworded.some(([was, is]) => was.id === id || is.id === id);
  const rows = [
    ...differences.map(({ kind, before: was, after: is }) =>
      changeRow(tellings[kind], wordsIn(before, was), wordsIn(now, is)),
    ),
    ...reworded
      .filter(([was]) => !differences.some(each => isOf(was, each.before)))
      .map(
        ([was, is]) =>
          html`<strong>Its source is described in other words</strong>: “${speakerOf(was)}” before, “${speakerOf(is)}” now, of ${saidIn(now, is)}`,
      ),
    ...statementsIn(before, statementsGone)
      .filter(({ id }) => !isPaired(id))
      .map(
        each =>
          html`<strong>${comings[each.stance]?.gone ?? 'A statement is gone'}</strong>: ${statementIn(before, each)}`,
      ),
    ...statementsIn(now, statementsNew)
      .filter(({ id }) => !isPaired(id))
      .map(
        each =>
          html`<strong>${comings[each.stance]?.come ?? 'A statement was added'}</strong>: ${statementIn(now, each)}`,
      ),
  ];
  return rows.length === 0
    ? html`<p class="quiet">Nothing changed in its sourcing.</p>\n`
    : html`<ul class="rows">\n${rows.map(row => html`<li>${row}</li>\n`)}</ul>\n`;
}

function changeRow([how, words]: Telling, was: Html, is: Html): Html {
  const lead = html`<strong>${words}</strong>: `;
  if (how === 'other') return html`${lead}${was} before, ${is} now`;
  return how === 'come' ? html`${lead}${is}` : html`${lead}${was}. It now reads ${is}`;
}

const comings: Readonly<Partial<Record<Stance, { readonly gone: string; readonly come: string }>>> = {
  denies: { gone: 'A denial is gone', come: 'A denial was added' },
  confirms: { gone: 'A confirmation is gone', come: 'A confirmation was added' },
  'declines-to-comment': {
    gone: 'That somebody declined to comment is gone',
    come: 'Somebody declined to comment',
  },
};

const statementsIn = ({ reading }: ArticleVersion, ids: readonly string[]): readonly Statement[] =>
  reading.statements.filter(({ id }) => ids.includes(id));

/** Statements that only have other ids as what is told of their source changed: before and now. */
function rewordedIn(
  before: ArticleVersion,
  now: ArticleVersion,
): readonly (readonly [Statement, Statement])[] {
  const { statementsGone, statementsNew } = now.changes!;
  const keyOf = ({ reading }: ArticleVersion, { content, stance }: Statement): string =>
    JSON.stringify([stance, ...content.map(({ start, end }) => reading.article.text.slice(start, end))]);
  const fresh = new Map(statementsIn(now, statementsNew).map(each => [keyOf(now, each), each]));
  return statementsIn(before, statementsGone).flatMap(was => {
    const is = was.content.length > 0 ? fresh.get(keyOf(before, was)) : undefined;
    return is ? [[was, is] as const] : [];
  });
}

/** Leads to the statement that the words are of, on the page of that version. */
function wordsIn(version: ArticleVersion, span: CharSpan): Html {
  const { article, statements } = version.reading;
  const statement = statements.find(each => isOf(each, span));
  const place = statement ? `#${statementAnchor(statement)}` : '#text';
  return html`<a class="words" href="${versionPath(version)}${place}">${quoted(article.text.slice(span.start, span.end), 110)}</a>`;
}

const isOf = ({ content, source, cue }: Statement, { start, end }: CharSpan): boolean =>
  [...content, ...cue, ...(source?.spans ?? [])].some(each => each.start < end && start < each.end);

const speakerOf = ({ source }: Statement): string => clean(source?.text ?? 'speaker not given');

const statementIn = (version: ArticleVersion, statement: Statement): Html =>
  html`${speakerOf(statement)} ${stanceLabels[statement.stance]} ${saidIn(version, statement)}`;

function saidIn(version: ArticleVersion, { content, cue }: Statement): Html {
  const spans = content.length > 0 ? content : cue;
  return html`${spans.map((span, at) => html`${at === 0 ? null : ' … '}${wordsIn(version, span)}`)}`;
}
