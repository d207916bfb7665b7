import type { CorrectionRecord } from '../../domain/index.ts';
import { clean, type Html, html, kindLabels } from '../../report/index.ts';
import type { NamedInCorrections } from './named-in-corrections.ts';
import { articlePath } from './paths.ts';
import { quoted, timeTag, titleOf } from './wording.ts';

/** What people have set right in a story, with a way to take it back. */
export const correctionsSection = (
  storyId: string,
  records: readonly CorrectionRecord[],
  named: NamedInCorrections,
): Html | null =>
  records.length === 0
    ? null
    : html`<section id="corrections">
<h2>Corrections made by people</h2>
<ul class="corrections">
${records.map(record => correctionEntry(storyId, record, named))}</ul>
</section>
`;

function correctionEntry(storyId: string, record: CorrectionRecord, named: NamedInCorrections): Html {
  const { id, by, at, note, withdrawnAt } = record;
  const withdraw = html` <form class="inline writes" method="post" action="/corrections/${id}/withdraw"><input type="hidden" name="next" value="/stories/${storyId}"><button>Withdraw<span class="unseen"> this correction</span></button></form>`;
  return html`<li${withdrawnAt === null ? null : html` class="withdrawn"`}>${correctionWords(record, named)} <span class="quiet">${by}, ${timeTag(at)}${withdrawnAt === null ? null : html`; withdrawn ${timeTag(withdrawnAt)}`}</span>${note === null ? null : html` <q>${note}</q>`}${withdrawnAt === null ? withdraw : null}</li>\n`;
}

function correctionWords({ correction }: CorrectionRecord, { articles, stories }: NamedInCorrections): Html {
  const article = (id: string): Html => {
    const entry = articles.get(id);
    const outlet = entry?.title && entry.outlet ? ` (${clean(entry.outlet)})` : '';
    return html`<a href="${articlePath(id)}">${entry ? titleOf(entry) : 'an article'}</a>${outlet}`;
  };
  const story = (id: string): Html => html`<a href="/stories/${id}">${stories.get(id) ?? 'a story'}</a>`;
  switch (correction.kind) {
    case 'speaker': {
      const { speaker, statement, articleId } = correction;
      const who =
        speaker === null
          ? html`nobody who can be told`
          : html`${quoted(speaker.place.words, 80)} (${kindLabels[speaker.kind]})`;
      return html`${quoted(statement.words, 120)} in ${article(articleId)} is said by ${who}.`;
    }
    case 'same-claim': {
      const [a, b] = correction.places;
      return html`${quoted(a.words, 120)} in ${article(a.articleId)} and ${quoted(b.words, 120)} in ${article(b.articleId)} are one claim.`;
    }
    case 'not-this-story': {
      const { articleId, storyId, toStoryId } = correction;
      const told = toStoryId === null ? html`a story of its own` : story(toStoryId);
      return html`${article(articleId)} tells ${told}, not ${story(storyId)}.`;
    }
    case 'same-story':
      return html`The story ${story(correction.storyId)} is part of ${story(correction.intoStoryId)}.`;
  }
}
