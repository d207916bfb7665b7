import { Hono } from 'hono';
import type {
  Correction,
  CorrectionKind,
  CorrectionRecord,
  Passage,
  QuotedPlace,
  Story,
} from '../../domain/index.ts';
import { accountName, type Html, html, shorten, standingLabels } from '../../report/index.ts';
import type { Store, StoryEntry } from '../../store/index.ts';
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
import { storyAddressField, storyNamed } from './story-named.ts';
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
    const wish = await correctionIn(store, story, filled);
    const by = whoCorrects(c, filled);
    const result =
      typeof wish === 'string'
        ? { ok: false as const, problem: { reason: wish } }
        : await desk.correct({ correction: wish, by, note: filled.note || null });
    if (result.ok) return c.redirect(`/stories/${goesOnAs(result.record, id)}#corrections`, 303);
    c.status(422);
    return show(c, await sheetOf(id, filled, result.problem.reason, c.get('visitor').tokenId === null));
  });
  routes.post('/corrections/:id/withdraw', async c => {
    const { next = '/' } = await filledIn(c);
    const result = await desk.withdraw(c.req.param('id'));
    if (!result.ok && result.problem.code !== 'already')
      throw new HttpProblem('not-found', result.problem.reason);
    return c.redirect(seenAgain(next), 303);
  });
  return routes;
}

/** On a page of this server only. */
function seenAgain(path: string): string {
  const kind = /^\/(stories|articles)\/[^/?#\\]+$/.exec(path)?.[1];
  return kind === undefined ? '/' : `${path}#${kind === 'stories' ? 'corrections' : 'statements'}`;
}

/** Where what was corrected is seen. */
const goesOnAs = ({ correction }: CorrectionRecord, id: string): string =>
  correction.kind === 'same-story' ? correction.intoStoryId : id;

/** What the form says; a string says why it says nothing. */
async function correctionIn(store: Store, story: Story, filled: Filled): Promise<Correction | string> {
  const { kind, first, second, article, to, into, address } = filled;
  const named = address ? await storyNamed(store, address) : null;
  if (address && named === null)
    return `“${address}” is no story that is kept here: paste the address of its page, or write its id.`;
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
        ? { kind, articleId: article, storyId: story.id, toStoryId: named ?? (to || null) }
        : 'Choose the article that is not of this story.';
    case 'same-story':
      return (named ?? into)
        ? { kind, storyId: story.id, intoStoryId: named ?? into! }
        : 'Choose the story that this one is part of, or give its address.';
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

function correctSheet(parts: CorrectParts): Sheet {
  const { id, title } = parts.entry;
  return {
    title: 'Set something right',
    live: 'none',
    json: null,
    feed: null,
    ownStyle: null,
    header: html`<h1>Set something right</h1>
<p class="facts">In the story <a href="/stories/${id}">${title}</a>. What you say is kept, holds for late articles and new versions too, and can be withdrawn.</p>
${problemNotice(parts.problem)}`,
    main: html`${sameClaimForm(parts)}${notThisStoryForm(parts)}${sameStoryForm(parts)}${speakersSection(parts)}`,
  };
}

const correctForm = (
  { entry, asksName }: CorrectParts,
  kind: CorrectionKind,
  title: string,
  fields: readonly Html[],
): Html => html`<section id="${kind}">
<h2>${title}</h2>
<form class="mending" method="post" action="/stories/${entry.id}/corrections"><input type="hidden" name="kind" value="${kind}">
${fields}${reasonFields(kind, asksName)}<p class="buttons"><button class="main">Set it right</button></p>
</form>
</section>
`;

function sameClaimForm(parts: CorrectParts): Html | null {
  const { story, filled } = parts;
  const claims = claimChoices(story);
  const second = [{ value: '', label: 'choose a claim' }, ...claims];
  return claims.length < 2
    ? null
    : correctForm(parts, 'same-claim', 'Two claims are one', [
        selectField({
          name: 'first',
          label: 'This claim',
          choices: claims,
          chosen: filled.first,
          must: true,
        }),
        selectField({
          name: 'second',
          label: 'says the same as',
          choices: second,
          chosen: filled.second,
          must: true,
        }),
      ]);
}

function notThisStoryForm(parts: CorrectParts): Html {
  const { story, others, filled } = parts;
  const articles = [{ value: '', label: 'choose an article' }, ...articleChoices(story)];
  const stories = [{ value: '', label: 'a story of its own' }, ...storyChoices(others)];
  return correctForm(parts, 'not-this-story', 'An article is not of this story', [
    selectField({
      name: 'article',
      label: 'The article',
      choices: articles,
      chosen: filled.article,
      must: true,
    }),
    selectField({ name: 'to', label: 'belongs to', choices: stories, chosen: filled.to, must: false }),
    storyAddressField('to-address', addressTyped(filled, 'not-this-story')),
  ]);
}

function sameStoryForm(parts: CorrectParts): Html | null {
  const { others, filled } = parts;
  const stories = [{ value: '', label: 'choose a story' }, ...storyChoices(others)];
  return others.length === 0
    ? null
    : correctForm(parts, 'same-story', 'This story and another are one', [
        selectField({
          name: 'into',
          label: 'It is part of',
          choices: stories,
          chosen: filled.into,
          must: false,
        }),
        storyAddressField('into-address', addressTyped(filled, 'same-story')),
      ]);
}

/** What was typed stands again in the form that it was typed in. */
const addressTyped = ({ kind, address = '' }: Filled, form: CorrectionKind): string =>
  kind === form ? address : '';

const speakersSection = ({ story }: CorrectParts): Html => html`<section id="speakers">
<h2>The wrong speaker</h2>
<p>Who says a statement is set right beside the statement, on the page of its article:</p>
<ul class="rows">${articleChoices(story).map(({ value, label }) => html`<li><a href="${articlePath(value)}#statements">${label}</a></li>\n`)}</ul>
</section>
`;

const storyChoices = (stories: readonly StoryEntry[]): readonly Choice[] =>
  stories.map(({ id, title }) => ({ value: id, label: shorten(title, 90) }));

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
