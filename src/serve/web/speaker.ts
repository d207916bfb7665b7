import { Hono } from 'hono';
import type {
  CharSpan,
  CorrectedSpeaker,
  QuotedPlace,
  Reading,
  SourceKind,
  Statement,
} from '../../domain/index.ts';
import { sourceKinds, textOf } from '../../domain/index.ts';
import { clean, html, kindLabels, shorten } from '../../report/index.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { articleEntry, correctedReading } from './article-routes.ts';
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
import { quoted, titleOf } from './wording.ts';

/** Where people say who really speaks. */
export function speakerRoutes({ store, desk }: Services, show: Show): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();
  const readingOf = async (id: string): Promise<Reading> => {
    const reading = await correctedReading(store, await articleEntry(store, id));
    if (reading === null) throw new HttpProblem('not-found', 'the article is in no story');
    return reading;
  };
  routes.get('/articles/:id/correct', async c => {
    const reading = await readingOf(c.req.param('id'));
    const statement = statementIn(reading, c.req.query('statement'));
    const asksName = c.get('visitor').tokenId === null;
    return show(c, speakerSheet({ reading, statement, filled: {}, problem: null, asksName }));
  });
  routes.post('/articles/:id/corrections', async c => {
    const filled = await filledIn(c);
    const reading = await readingOf(c.req.param('id'));
    const statement = statementIn(reading, filled.statement);
    const speaker = speakerIn(reading, statement, filled);
    const { id } = reading.article;
    const correct = (who: CorrectedSpeaker) =>
      desk.correct({
        correction: {
          kind: 'speaker',
          articleId: id,
          statement: placeOf(reading, spanOf(statement)),
          speaker: who,
        },
        by: whoCorrects(c, filled),
        note: filled.note || null,
      });
    const result =
      typeof speaker === 'string'
        ? { ok: false as const, problem: { reason: speaker } }
        : await correct(speaker);
    if (result.ok) return c.redirect(`${articlePath(id)}#statements`, 303);
    c.status(422);
    const asksName = c.get('visitor').tokenId === null;
    return show(c, speakerSheet({ reading, statement, filled, problem: result.problem.reason, asksName }));
  });
  return routes;
}

function statementIn({ statements }: Reading, id: string | undefined): Statement {
  const found = statements.find(each => each.id === id);
  if (!found) throw new HttpProblem('not-found', 'the article has no such statement');
  return found;
}

/** By which a statement is known again: its content, else its cue. */
const spanOf = ({ content, cue }: Statement): CharSpan => content[0] ?? cue[0] ?? { start: 0, end: 0 };

const placeOf = ({ article }: Reading, { start, end }: CharSpan): QuotedPlace => ({
  articleId: article.id,
  start,
  end,
  words: textOf(article.text, { start, end }),
});

/** Whom the form names; a string says why that is nobody. */
function speakerIn(
  reading: Reading,
  statement: Statement,
  { who, words, sourceKind }: Filled,
): CorrectedSpeaker | string {
  if (who === 'nobody' && !words) return null;
  const entity = words ? undefined : reading.entities.find(({ id }) => id === who);
  const kind = (sourceKinds as readonly string[]).includes(sourceKind ?? '')
    ? (sourceKind as SourceKind)
    : entity?.kind;
  const spans = entity
    ? [...entity.mentions, entity.description]
    : spansOf(reading.article.text, words ?? '');
  const nearest = nearestTo(spanOf(statement), spans);
  if (!nearest)
    return words
      ? `“${words}” does not stand in the article.`
      : 'Choose who speaks, or give words of the article.';
  return { place: placeOf(reading, nearest), kind: kind ?? 'unknown' };
}

function spansOf(text: string, words: string): readonly CharSpan[] {
  if (words === '') return [];
  const spans: CharSpan[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    spans.push({ start: at, end: at + words.length });
  return spans;
}

const nearestTo = ({ start }: CharSpan, spans: readonly CharSpan[]): CharSpan | undefined =>
  spans.toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0];

type SpeakerParts = {
  readonly reading: Reading;
  readonly statement: Statement;
  readonly filled: Filled;
  readonly problem: string | null;
  readonly asksName: boolean;
};

function speakerSheet({ reading, statement, filled, problem, asksName }: SpeakerParts): Sheet {
  const { article } = reading;
  const words = textOf(article.text, spanOf(statement));
  const kinds = [
    { value: '', label: 'as the article has it' },
    ...sourceKinds.map(value => ({ value, label: kindLabels[value] })),
  ];
  return {
    title: 'Who says it?',
    live: 'none',
    json: null,
    feed: null,
    ownStyle: null,
    header: html`<h1>Who says it?</h1>
<p class="facts">In <a href="${articlePath(article.id)}">${titleOf(article)}</a></p>
<p>Hearsay takes ${quoted(words, 300)} to be said by <strong>${statement.source ? clean(statement.source.text) : 'nobody who is named'}</strong>.</p>
${problemNotice(problem)}`,
    main: html`<form class="mending" method="post" action="${articlePath(article.id)}/corrections"><input type="hidden" name="statement" value="${statement.id}">
${selectField({ name: 'who', label: 'It is said by', choices: speakerChoices(reading), chosen: filled.who, must: false })}<p class="field wide"><label for="words">or, before all others, by these words of the article</label> <input id="words" name="words" value="${filled.words ?? ''}" autocomplete="off"></p>
${selectField({ name: 'sourceKind', label: 'which is a', choices: kinds, chosen: filled.sourceKind, must: false })}${reasonFields('speaker', asksName)}<p class="buttons"><button class="main">Set it right</button></p>
</form>
`,
  };
}

const speakerChoices = ({ article, entities }: Reading): readonly Choice[] => [
  { value: '', label: 'choose, or give words below' },
  ...entities.map(({ id, name, description }) => ({
    value: id,
    label: shorten(clean(name ?? textOf(article.text, description)), 80),
  })),
  { value: 'nobody', label: 'nobody who can be told' },
];
