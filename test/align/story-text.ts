import type { Article, Passage, Story } from '../../src/domain/index.ts';
import { createPipeline } from '../../src/pipeline.ts';

const { readRecord, story: makeStory } = createPipeline();

/** Accounts of one case, each after a line `## outlet, date` (or `## outlet`), in the order given. */
export const storyFrom = (input: string): Story => makeStory(articlesFrom(input));

export const articlesFrom = (input: string): Article[] =>
  input
    .split(/^## /m)
    .filter(part => part.trim() !== '')
    .map(accountFrom);

function accountFrom(part: string): Article {
  const [head = '', ...lines] = part.split('\n');
  const [outlet = '', published] = head.split(', ');
  const result = readRecord({ id: outlet, outlet, text: lines.join('\n').trim(), published });
  if (!result.ok) throw new Error(`${outlet}: ${result.problem.reason}`);
  return result.article;
}

type Show = (story: Story) => string[];

/** What a case can ask to see with `show=…`: one thing a line. */
export const shows: Readonly<Record<string, Show>> = {
  claims: story =>
    story.claims.map(
      ({ wording, standing, tellings }) =>
        `${standing.kind} ${numbers(story, tellings)} ${wordsOf(story, wording)}`,
    ),
  tellings: story =>
    story.claims
      .filter(({ tellings }) => new Set(tellings.map(({ articleId }) => articleId)).size > 1)
      .map(({ tellings }) => tellings.map(telling => numbered(story, telling)).join(' = ')),
  responses: story =>
    story.claims.flatMap(({ wording, responses }) =>
      responses.map(
        response => `${wordsOf(story, wording)} <- ${response.stance} ${numbered(story, response)}`,
      ),
    ),
  differences: story =>
    story.claims.flatMap(({ differences }) =>
      differences.map(
        ({ kind, before, after }) => `${kind}: ${numbered(story, before)} -> ${numbered(story, after)}`,
      ),
    ),
  polarity: story =>
    story.claims.flatMap(({ differences }) =>
      differences
        .filter(({ kind }) => kind === 'polarity')
        .map(({ before, after }) => `${numbered(story, before)} -> ${numbered(story, after)}`),
    ),
  conflicts: story =>
    story.claims.flatMap(({ differences }) =>
      differences
        .filter(({ kind }) => kind === 'number')
        .map(({ before, after }) => `${numbered(story, before)} against ${numbered(story, after)}`),
    ),
  origins: story =>
    story.claims.map(
      ({ wording, origins }) =>
        `${wordsOf(story, wording)} <- ${origins.map(({ castId, articleIds }) => `${nameOf(story, castId)} ${numbers(story, articleIds)}`).join(' + ')}`,
    ),
  quotations: story =>
    story.quotations.map(
      ({ castId, passages, verbatim }) =>
        `${nameOf(story, castId)}, ${verbatim ? 'verbatim' : 'altered'}: ${passages.map(passage => numbered(story, passage)).join(' = ')}`,
    ),
  debts: story =>
    story.lineage.debts.map(
      ({ articleId, toArticleId, toOutlet, kind, because, directedBy }) =>
        `${numbers(story, [articleId])} owes ${toArticleId === null ? toOutlet : numbers(story, [toArticleId])}: ${kind} by ${because}, directed by ${directedBy}`,
    ),
  traces: story =>
    story.lineage.debts.flatMap(({ traces }) =>
      traces.map(
        ({ kind, passage, in: other }) => `${kind}: ${numbered(story, passage)} <- ${numbered(story, other)}`,
      ),
    ),
  'left-out': story =>
    story.lineage.debts.flatMap(({ articleId, leftOut }) =>
      leftOut.map(passage => `${numbers(story, [articleId])} leaves out ${numbered(story, passage)}`),
    ),
  merges: story =>
    story.claims.flatMap(({ wording, originCount: { least, most }, merges }) => [
      `${least} to ${most}: ${wordsOf(story, wording)}`,
      ...merges.map(
        ({ because, certain, from, into }) =>
          `  ${because}, ${certain ? 'certain' : 'not certain'}: ${numbered(story, from)} -> ${numbered(story, into)}`,
      ),
    ]),
  public: story =>
    story.lineage.overlaps.map(({ articleId, foundIn, share, publicPassages }) =>
      `${numbers(story, [articleId])} in ${numbers(story, [foundIn])}: ${Math.round(share * 100)}% prose, public: ${publicPassages.map(passage => wordsOf(story, passage)).join(' | ')}`.trim(),
    ),
  overlaps: story =>
    story.lineage.overlaps.map(({ articleId, foundIn, share, passages }) =>
      `${numbers(story, [articleId])} in ${numbers(story, [foundIn])}: ${Math.round(share * 100)}% ${passages.map(passage => wordsOf(story, passage)).join(' | ')}`.trim(),
    ),
  cast: story =>
    story.cast.map(
      ({ name, named, entities }) => `${named ? 'named' : 'unnamed'} ${numbers(story, entities)} ${name}`,
    ),
  timeline: story =>
    story.timeline.map(entry =>
      entry.kind === 'published'
        ? `${entry.value} published ${numbers(story, [entry.articleId])}`
        : `${entry.time.value} ${numbered(story, { ...entry.time, articleId: entry.articleId })}`,
    ),
};

const numberOf = ({ accounts }: Story, articleId: string): number =>
  accounts.findIndex(({ article }) => article.id === articleId) + 1;

const numbers = (story: Story, places: readonly (string | { readonly articleId: string })[]): string => {
  const ids = places.map(place => (typeof place === 'string' ? place : place.articleId));
  return `[${[...new Set(ids)].map(id => numberOf(story, id)).join(' ')}]`;
};

const wordsOf = ({ accounts }: Story, { articleId, start, end }: Passage): string =>
  accounts
    .find(({ article }) => article.id === articleId)!
    .article.text.slice(start, end)
    .replaceAll('\n', ' ');

const numbered = (story: Story, passage: Passage): string =>
  `[${numberOf(story, passage.articleId)}] ${wordsOf(story, passage)}`;

const nameOf = ({ cast }: Story, castId: string | null): string =>
  castId === null ? 'own voice' : cast.find(({ id }) => id === castId)!.name;
