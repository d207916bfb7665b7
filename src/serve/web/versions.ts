import type { CharSpan, Reading, Statement } from '../../domain/index.ts';
import { differenceLabels, type Html, html, stanceLabels } from '../../report/index.ts';
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
  const link = html`<a href="${articlePath(entry.id)}?version=${each.version}">${name}</a>`;
  return html`<li><p><strong>${each.version === shown ? name : link}</strong>, ${timeTag(each.addedAt)}</p>
${each.changes && before ? changesList(each, before.reading) : null}</li>
`;
}

function changesList({ changes, reading }: ArticleVersion, before: Reading): Html {
  const { differences, statementsGone, statementsNew } = changes!;
  const rows = [
    ...differences.map(
      ({ kind, before: was, after: is }) =>
        html`<li><span class="kind">${differenceLabels[kind]}</span> ${wordsIn(before, was)} → ${wordsIn(reading, is)}</li>\n`,
    ),
    ...statementsGone.map(
      id => html`<li><span class="kind">no longer said</span> ${statementIn(before, id)}</li>\n`,
    ),
    ...statementsNew.map(
      id => html`<li><span class="kind">said now</span> ${statementIn(reading, id)}</li>\n`,
    ),
  ];
  return rows.length === 0
    ? html`<p class="quiet">Nothing changed in its sourcing.</p>\n`
    : html`<ul class="rows">\n${rows}</ul>\n`;
}

const wordsIn = ({ article }: Reading, { start, end }: CharSpan): string =>
  quoted(article.text.slice(start, end), 110);

function statementIn(reading: Reading, id: string): Html {
  const statement = reading.statements.find(each => each.id === id);
  if (!statement) return html`a statement`;
  return html`${statement.source?.text ?? 'speaker not given'} ${stanceLabels[statement.stance]} ${saidIn(reading, statement)}`;
}

function saidIn(reading: Reading, { content, cue }: Statement): string {
  const spans = content.length > 0 ? content : cue;
  return spans.map(span => wordsIn(reading, span)).join(' … ');
}
