import { Hono } from 'hono';
import type { Correction, Passage, QuotedPlace, Story } from '../../domain/index.ts';
import { accountName, type Html, html, shorten, standingLabels } from '../../report/index.ts';
import type { StoryEntry } from '../../store/index.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import {
  type Choice,
  type Filled,
  filledIn,
  problemNotice,
  reasonFields,
  selectField,
  whoCorrects,
} from './form.ts';
import type { PageEnv, Show } from './index.ts';
import { articlePath } from './paths.ts';
import type { Sheet } from './sheet.ts';
import { storedStory } from './story-routes.ts';
import { quoted } from './wording.ts';

const mostOtherStories = 100;

/** Where people set right what belongs together, and take that back. */
export function correctionRoutes({ store, desk }: Services, show: Show): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();
  const sheetOf = async (
    id: string,
    filled: Filled,
    problem: string | null,
    asksName: boolean,
  ): Promise<Sheet> => {
    const { story, entry } = await storedStory(store, id);
    const { items } = await store.stories('updated', { limit: mostOtherStories });
    const others = items.filter(each => each.id !== id);
    return correctSheet({ story, entry, others, filled, problem, asksName });
  };
  routes.get('/stories/:id/correct', async c => {
    const asksName = c.get('visitor').tokenId === null;
    return show(c, await sheetOf(c.req.param('id'), { first: c.req.query('claim') ?? '' }, null, asksName));
  });
  routes.post('/stories/:id/corrections', async c => {
    const id = c.req.param('id');
    const filled = await filledIn(c);
    const { story } = await storedStory(store, id);
    const wish = correctionIn(story, filled);
    const by = whoCorrects(c, filled);
    const result =
      typeof wish === 'string'
        ? { ok: false as const, problem: { reason: wish } }
        : await desk.correct({ correction: wish, by, note: filled.note || null });
    if (result.ok)
      return c.redirect(`/stories/${filled.kind === 'same-story' ? filled.into : id}#corrections`, 303);
    c.status(422);
    return show(c, await sheetOf(id, filled, result.problem.reason, c.get('visitor').tokenId === null));
  });
  routes.post('/corrections/:id/withdraw', async c => {
    const { next = '/' } = await filledIn(c);
    const result = await desk.withdraw(c.req.param('id'));
    if (!result.ok && result.problem.code !== 'already')
      throw new HttpProblem('not-found', result.problem.reason);
    return c.redirect(/^\/stories\/[^/?#\\]+$/.test(next) ? `${next}#corrections` : '/', 303);
  });
  return routes;
}

/** What the form says; a string says why it says nothing. */
function correctionIn(story: Story, { kind, first, second, article, to, into }: Filled): Correction | string {
  switch (kind) {
    case 'same-claim': {
      const places = [first, second].flatMap(id => {
        const claim = story.claims.find(each => each.id === id);
        return claim ? [placeOf(story, claim.wording)] : [];
      });
      if (places.length < 2 || first === second) return 'Choose two claims that are not the same.';
      return { kind, places: [places[0]!, places[1]!] };
    }
    case 'not-this-story':
      return article
        ? { kind, articleId: article, storyId: story.id, toStoryId: to || null }
        : 'Choose the article that is not of this story.';
    case 'same-story':
      return into
        ? { kind, storyId: story.id, intoStoryId: into }
        : 'Choose the story that this one is part of.';
    default:
      return 'Choose what is to be set right.';
  }
}

const placeOf = ({ accounts }: Story, { articleId, start, end }: Passage): QuotedPlace => {
  const text = accounts.find(({ article }) => article.id === articleId)?.article.text ?? '';
  return { articleId, start, end, words: text.slice(start, end) };
};

type CorrectParts = {
  readonly story: Story;
  readonly entry: StoryEntry;
  readonly others: readonly StoryEntry[];
  readonly filled: Filled;
  readonly problem: string | null;
  readonly asksName: boolean;
};

function correctSheet({ story, entry, others, filled, problem, asksName }: CorrectParts): Sheet {
  const { id } = entry;
  const form = (kind: string, title: string, fields: Html): Html => html`<section id="${kind}">
<h2>${title}</h2>
<form class="mending" method="post" action="/stories/${id}/corrections"><input type="hidden" name="kind" value="${kind}">
${fields}${reasonFields(kind, asksName)}<p class="buttons"><button class="main">Set it right</button></p>
</form>
</section>
`;
  const [claims, articles] = [claimChoices(story), articleChoices(story)];
  const stories = others.map(other => ({ value: other.id, label: shorten(other.title, 90) }));
  const own = { value: '', label: 'a story of its own' };
  return {
    title: 'Set something right',
    live: 'none',
    json: null,
    feed: null,
    ownStyle: null,
    header: html`<h1>Set something right</h1>
<p class="facts">In the story <a href="/stories/${id}">${entry.title}</a>. What you say is kept, holds for late articles and new versions too, and can be withdrawn.</p>
${problemNotice(problem)}`,
    main: html`${claims.length < 2 ? null : form('same-claim', 'Two claims are one', html`${selectField('first', 'first', 'This claim', claims, filled.first)}${selectField('second', 'second', 'says the same as', [{ value: '', label: 'choose a claim' }, ...claims], filled.second)}`)}${form('not-this-story', 'An article is not of this story', html`${selectField('article', 'article', 'The article', articles, filled.article)}${belongsTo([own, ...stories], filled.to)}`)}${stories.length === 0 ? null : form('same-story', 'This story and another are one', selectField('into', 'into', 'It is part of', [{ value: '', label: 'choose a story' }, ...stories], filled.into))}<section id="speakers">
<h2>The wrong speaker</h2>
<p>Who says a statement is set right beside the statement, on the page of its article:</p>
<ul class="rows">${articles.map(({ value, label }) => html`<li><a href="${articlePath(value)}#statements">${label}</a></li>\n`)}</ul>
</section>
`,
  };
}

/** May be left at “a story of its own”, whose value is empty. */
const belongsTo = (choices: readonly Choice[], chosen = ''): Html =>
  html`<p class="field wide"><label for="to">belongs to</label> <select id="to" name="to">${choices.map(
    each =>
      html`<option value="${each.value}"${each.value === chosen ? html` selected` : null}>${each.label}</option>\n`,
  )}</select></p>
`;

const claimChoices = (story: Story): readonly Choice[] =>
  story.claims.map(({ id, wording, standing }) => ({
    value: id,
    label: `${quoted(placeOf(story, wording).words, 100)} (${standingLabels[standing.kind]})`,
  }));

const articleChoices = ({ accounts }: Story): readonly Choice[] =>
  accounts.map(({ article }, at) => ({
    value: article.id,
    label: `[${at + 1}] ${accountName(article)}${article.title ? `: ${shorten(article.title, 80)}` : ''}`,
  }));
