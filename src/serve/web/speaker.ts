import { type Context, Hono } from 'hono';
import type {
  CharSpan,
  CorrectedSpeaker,
  CorrectionRecord,
  QuotedPlace,
  Reading,
  SourceKind,
  Statement,
} from '../../domain/index.ts';
import { sourceKinds, textOf } from '../../domain/index.ts';
import { clean, type Html, html, kindLabels, shorten } from '../../report/index.ts';
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
import { correctionOf, knownBy, speakerCorrections } from './speaker-corrections.ts';
import { quoted, timeTag, titleOf } from './wording.ts';

/** Where people say who really speaks. */
export function speakerRoutes({ store, desk }: Services, show: Show): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();
  const readingOf = async (id: string): Promise<Reading> => {
    const reading = await correctedReading(store, await articleEntry(store, id));
    if (reading === null) throw new HttpProblem('not-found', 'the article is in no story');
    return reading;
  };
  const sheetOf = async (
    c: Context<PageEnv>,
    reading: Reading,
    statement: Statement,
    filled: Filled,
    problem: string | null,
  ): Promise<Response> => {
    const made = correctionOf(reading, statement, await speakerCorrections(store, reading.article.id));
    const asksName = c.get('visitor').tokenId === null;
    return show(c, speakerSheet({ reading, statement, made, filled, problem, asksName }));
  };
  routes.get('/articles/:id/correct', async c => {
    const reading = await readingOf(c.req.param('id'));
    const statement = statementIn(reading, c.req.query('statement'));
    return sheetOf(c, reading, statement, {}, null);
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
          statement: placeOf(reading, knownBy(statement)),
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
    return sheetOf(c, reading, statement, filled, result.problem.reason);
  });
  return routes;
}

function statementIn({ statements }: Reading, id: string | undefined): Statement {
  const found = statements.find(each => each.id === id);
  if (!found) throw new HttpProblem('not-found', 'the article has no such statement');
  return found;
}

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
  const nearest = nearestTo(knownBy(statement), spans);
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
  /** The correction that holds now. */
  readonly made: CorrectionRecord | null;
  readonly filled: Filled;
  readonly problem: string | null;
  readonly asksName: boolean;
};

function speakerSheet({ reading, statement, made, filled, problem, asksName }: SpeakerParts): Sheet {
  const { article } = reading;
  const words = textOf(article.text, knownBy(statement));
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
<p>${quoted(words, 300)} is taken to be said by <strong>${statement.source ? clean(statement.source.text) : 'nobody who is named'}</strong>.</p>
${made && madeNotice(reading, made)}${problemNotice(problem)}`,
    main: html`<form class="mending" method="post" action="${articlePath(article.id)}/corrections"><input type="hidden" name="statement" value="${statement.id}">
${selectField({ name: 'who', label: 'It is said by', choices: speakerChoices(reading), chosen: filled.who, must: false })}<p class="field wide"><label for="words">or by these words of the article, which go before the choice above</label> <input id="words" name="words" value="${filled.words ?? ''}" autocomplete="off"></p>
${selectField({ name: 'sourceKind', label: 'which is a', choices: kinds, chosen: filled.sourceKind, must: false })}${reasonFields('speaker', asksName)}<p class="buttons"><button class="main">Set it right</button></p>
</form>
`,
  };
}

/** Who has set it right before, with a way to take that back; to change it is to set it right once more. */
const madeNotice = ({ article }: Reading, { id, by, at, note }: CorrectionRecord): Html =>
  html`<p class="notice">Set right by ${clean(by)}, ${timeTag(at)}${note === null ? null : html`: <q>${note}</q>`}. Withdraw that here, or set it right once more below.</p>
<form class="inline" method="post" action="/corrections/${id}/withdraw"><input type="hidden" name="next" value="${articlePath(article.id)}"><button>Withdraw the correction</button></form>
`;

const speakerChoices = ({ article, entities }: Reading): readonly Choice[] => [
  { value: '', label: 'choose, or give words below' },
  ...entities.map(({ id, name, description }) => ({
    value: id,
    label: shorten(clean(name ?? textOf(article.text, description)), 80),
  })),
  { value: 'nobody', label: 'nobody who can be told' },
];
