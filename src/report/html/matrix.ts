import type { Claim, Stance } from '../../domain/index.ts';
import { differenceLabels, stanceLabels, standingLabels, voiceLabels } from '../labels.ts';
import type { Place } from '../page.ts';
import { claimAnchor } from '../story/claims.ts';
import type { Lookup } from '../story/lookup.ts';
import { type ClaimTags, type Voice, voiceClass, voices, voicesIn } from './claim-tags.ts';
import { placeId } from './marks.ts';
import { type Html, html } from './template.ts';

const glyphs: Readonly<Record<Voice, string>> = {
  named: '●',
  unnamed: '○',
  press: '◇',
  unclear: '◌',
  'own-voice': '□',
};

/** What an account has of an answer to the claim. */
const answers = { denies: '✕', confirms: '✓', other: '…' } as const;
type Answer = keyof typeof answers;
const answerLabels: Readonly<Record<Answer, string>> = {
  denies: 'denial',
  confirms: 'confirmation',
  other: 'other answer',
};

const answerOf = (stance: Stance): Answer =>
  stance === 'denies' || stance === 'disputes' ? 'denies' : stance === 'confirms' ? 'confirms' : 'other';

/** With more accounts than these, columns have room for numbers only. */
const mostNamed = 6;

/** Which account tells which claim, how sourced, and what it has of answers; every sign links to the words. */
export function matrixSection(lookup: Lookup, tags: ReadonlyMap<string, ClaimTags>): Html {
  const { accounts } = lookup.story;
  const isWide = accounts.length > mostNamed;
  return html`<section id="matrix">
<h2>Claims and accounts</h2>
<p class="legend">${legend(lookup, tags)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="Claims and accounts, a table">
<table class="${isWide ? 'matrix numbers' : 'matrix'}">
<thead><tr><th scope="col">Claim</th>${accounts.map((reading, at) => {
    const { name } = lookup.account(reading.article.id);
    return html`<th scope="col"><a class="account" href="#text-${at + 1}" title="${name}">[${at + 1}]</a><span class="${isWide ? 'unseen' : 'outlet'}"> ${name}</span></th>`;
  })}<th scope="col">Differ in</th></tr></thead>
<tbody>
${[...tags.values()].map(each => claimRow(lookup, each))}</tbody>
</table>
</div>
<p class="shown hint"></p>
</section>
`;
}

/** The signs that the table has. */
function legend(lookup: Lookup, tags: ReadonlyMap<string, ClaimTags>): readonly Html[] {
  const all = [...tags.values()];
  const told = voices.filter(voice => all.some(({ classes }) => classes.includes(voiceClass(voice))));
  const stances = lookup.story.claims.flatMap(({ responses }) =>
    responses.map(({ stance }) => answerOf(stance)),
  );
  return [
    ...told.map(
      voice =>
        html`<span><span class="sign" aria-hidden="true">${glyphs[voice]}</span> ${voiceLabels[voice]}</span> `,
    ),
    ...[...new Set(stances)].map(
      answer =>
        html`<span><span class="sign" aria-hidden="true">${answers[answer]}</span> ${answerLabels[answer]}</span> `,
    ),
  ];
}

/** Few accounts tell any one claim, or answer it. */
const empty = html`<td></td>`;

function claimRow(lookup: Lookup, { claim, label, classes }: ClaimTags): Html {
  const words = lookup.quote(claim.wording, 100);
  const concerned = new Set([...claim.tellings, ...claim.responses].map(({ articleId }) => articleId));
  const kinds = [...new Set(claim.differences.map(({ kind }) => differenceLabels[kind]))];
  return html`<tr class="claim ${classes.join(' ')}"><th scope="row"><a href="#${claimAnchor(claim)}" aria-label="Claim ${label}">${label}</a> ${'text' in words ? words.text : ''} <span class="standing ${claim.standing.kind}">${standingLabels[claim.standing.kind]}</span></th>${lookup.story.accounts.map(({ article }) => (concerned.has(article.id) ? cell(lookup, claim, article.id) : empty))}<td class="kinds">${kinds.join(', ')}</td></tr>
`;
}

function cell(lookup: Lookup, claim: Claim, articleId: string): Html {
  const number = lookup.numberOf(articleId);
  const telling = claim.tellings.find(each => each.articleId === articleId);
  const [best] = voicesIn(lookup, claim, articleId);
  const told =
    telling && best
      ? sign({ account: number, ...telling }, glyphs[best], `[${number}] tells it: ${voiceLabels[best]}`)
      : null;
  const own = claim.responses.filter(each => each.articleId === articleId);
  const answered = (Object.keys(answers) as Answer[]).map(answer => {
    const response = own.find(({ stance }) => answerOf(stance) === answer);
    if (!response) return html``;
    return sign(
      { account: number, ...response },
      answers[answer],
      `[${number}] has: ${stanceLabels[response.stance]}`,
    );
  });
  return html`<td>${told}${answered}</td>`;
}

const sign = ({ account, start, end }: Place, glyph: string, label: string): Html =>
  html`<a href="#${placeId({ account, start, end })}" title="${label}" aria-label="${label}">${glyph}</a>`;
