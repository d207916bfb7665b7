import { counted, type Html, html } from '../../report/index.ts';
import type { StoryEntry } from '../../store/index.ts';
import type { Services } from '../services.ts';
import { firstSteps } from './first-steps.ts';
import type { Sheet } from './sheet.ts';
import {
  accountsOfOutlets,
  dateTag,
  factsLine,
  isMove,
  moveTags,
  nextLink,
  quoted,
  type StandingEntry,
  timeTag,
} from './wording.ts';

const storiesAPage = 40;
/** How many of a story’s newest moves are shown, and among how many changes they are looked for. */
const mostMoves = 3;
const lookedThrough = 60;

type Moving = { readonly entry: StoryEntry; readonly moves: readonly StandingEntry[] };

/** Stories with their newest changes of standing, then the rest. */
export async function homeSheet(
  { store }: Services,
  storeAddress: string | null,
  after: string | null,
): Promise<Sheet> {
  const [{ items, next }, counts] = await Promise.all([
    store.stories('moved', { limit: storiesAPage, after }),
    store.counts(),
  ]);
  const stories = await Promise.all(items.map(entry => withMoves(store, entry)));
  const moving = stories.filter(({ moves }) => moves.length > 0);
  const others = stories.filter(({ moves }) => moves.length === 0);
  return {
    title: 'What is moving now',
    live: 'all',
    json: '/api/v1/stories',
    feed: null,
    ownStyle: null,
    header: html`<h1>What is moving now</h1>
<p class="facts">${[counted(counts.stories, 'story', 'stories'), counted(counts.articles, 'article'), counted(counts.claims, 'claim'), counted(counts.statements, 'statement')].join(' · ')}</p>
`,
    main: html`${counts.articles === 0 ? firstSteps(storeAddress) : null}${storyList('moving', 'Changed standing', moving)}${storyList('others', moving.length > 0 ? 'Other stories' : 'Stories', others)}${nextLink('/', {}, next)}`,
  };
}

const withMoves = async (store: Services['store'], entry: StoryEntry): Promise<Moving> => {
  if (entry.movedAt === null) return { entry, moves: [] };
  const changes = await store.latestChanges({ storyId: entry.id, kind: 'standing', limit: lookedThrough });
  const moves = changes.filter(isMove).filter(isStillTold).toSorted(byMomentAndWeight);
  return { entry, moves: moves.slice(0, mostMoves) };
};

/** The newest moment first; of what one commit changed, what came into dispute or out of it, then the newest. */
const byMomentAndWeight = (a: StandingEntry, b: StandingEntry): number =>
  b.at.localeCompare(a.at) || Number(isOfDispute(b)) - Number(isOfDispute(a)) || b.seq - a.seq;

const isOfDispute = ({ event: { before, after } }: StandingEntry): boolean =>
  [before, after].includes('disputed');

/** What nobody tells any more has no page. */
const isStillTold = ({ event }: StandingEntry): boolean => event.after !== null;

const storyList = (id: string, title: string, stories: readonly Moving[]): Html | null =>
  stories.length === 0
    ? null
    : html`<section id="${id}">
<h2>${title}</h2>
<ul class="cards">
${stories.map(storyCard)}</ul>
</section>
`;

const storyCard = ({ entry, moves }: Moving): Html => html`<li id="story-${entry.id}" class="card">
<h3><a href="/stories/${entry.id}">${entry.title}</a></h3>
<p class="facts">${factsLine([
  accountsOfOutlets(entry.accounts, entry.outlets),
  counted(entry.claims, 'claim'),
  entry.disputed > 0 ? html`<span class="standing disputed">${entry.disputed} disputed</span>` : null,
  entry.lastPublished === null ? null : html`last account ${dateTag(entry.lastPublished)}`,
])}</p>
${moves.length === 0 ? null : html`<ol class="moves">\n${moves.map(move => html`<li>${moveTags(move)} <a class="words" href="/claims/${move.event.claimId}">${quoted(move.event.wording, 150)}</a> <span class="quiet">${timeTag(move.at)}</span></li>\n`)}</ol>\n`}</li>
`;
