import type { CorrectionRecord, Story } from '../../domain/index.ts';
import { accountName, type Html, html, kindLabels } from '../../report/index.ts';
import { articlePath } from './paths.ts';
import { quoted, timeTag } from './wording.ts';

/** What people have set right in a story, with a way to take it back. */
export const correctionsSection = (story: Story, records: readonly CorrectionRecord[]): Html | null =>
  records.length === 0
    ? null
    : html`<section id="corrections">
<h2>Corrections made by people</h2>
<ul class="corrections">
${records.map(record => correctionEntry(story, record))}</ul>
</section>
`;

function correctionEntry(story: Story, record: CorrectionRecord): Html {
  const { id, by, at, note, withdrawnAt } = record;
  const withdraw = html` <form class="inline writes" method="post" action="/corrections/${id}/withdraw"><input type="hidden" name="next" value="/stories/${story.id}"><button>Withdraw<span class="unseen"> this correction</span></button></form>`;
  return html`<li${withdrawnAt === null ? null : html` class="withdrawn"`}>${correctionWords(story, record)} <span class="quiet">${by}, ${timeTag(at)}${withdrawnAt === null ? null : html`; withdrawn ${timeTag(withdrawnAt)}`}</span>${note === null ? null : html` <q>${note}</q>`}${withdrawnAt === null ? withdraw : null}</li>\n`;
}

export function correctionWords(
  { accounts }: Story,
  { correction }: Pick<CorrectionRecord, 'correction'>,
): Html {
  const nameOf = (articleId: string): Html => {
    const reading = accounts.find(({ article }) => article.id === articleId);
    return html`<a href="${articlePath(articleId)}">${reading ? accountName(reading.article) : 'an article'}</a>`;
  };
  switch (correction.kind) {
    case 'speaker': {
      const { speaker, statement, articleId } = correction;
      const who =
        speaker === null
          ? html`nobody who can be told`
          : html`${quoted(speaker.place.words, 80)} (${kindLabels[speaker.kind]})`;
      return html`${quoted(statement.words, 120)} in ${nameOf(articleId)} is said by ${who}.`;
    }
    case 'same-claim': {
      const [a, b] = correction.places;
      return html`${quoted(a.words, 120)} in ${nameOf(a.articleId)} and ${quoted(b.words, 120)} in ${nameOf(b.articleId)} are one claim.`;
    }
    case 'not-this-story':
      return html`${nameOf(correction.articleId)} tells another story.`;
    case 'same-story':
      return html`The story <a href="/stories/${correction.storyId}">${correction.storyId}</a> is part of <a href="/stories/${correction.intoStoryId}">${correction.intoStoryId}</a>.`;
  }
}
