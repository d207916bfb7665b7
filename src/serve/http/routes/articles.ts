import { createRoute, z } from '@hono/zod-openapi';
import type { Article } from '../../../domain/index.ts';
import { addEach } from '../../desk/add-each.ts';
import type { Services } from '../../services.ts';
import { problemOf } from '../answer-problem.ts';
import { createApi, failures, found, json } from '../api.ts';
import { HttpProblem, toProblem } from '../problem.ts';
import { articleEntry, articleFound } from '../schemas/article.ts';
import { finding } from '../schemas/finding.ts';
import { listOf } from '../schemas/matching.ts';
import { apart, pageOf, pageWish } from '../schemas/page.ts';
import { reading } from '../schemas/reading.ts';
import { articleFilters } from '../schemas/statement.ts';
import { added, factParameters, manyAdded, submission } from '../schemas/submission.ts';
import { articleVersion, versionEntry } from '../schemas/version.ts';
import { mostArticles, readSubmission } from '../submitting.ts';

const list = createRoute({
  method: 'get',
  path: '/articles',
  tags: ['articles'],
  operationId: 'listArticles',
  summary: 'Articles, all or those that are looked for, the newest first',
  request: { query: z.strictObject({ ...pageWish, ...articleFilters }) },
  responses: { ...found(pageOf(articleFound), 'A page of articles'), ...failures() },
});

const params = z.object({ id: z.string().min(1).max(500) });
const nothing = z.strictObject({});

const get = createRoute({
  method: 'get',
  path: '/articles/{id}',
  tags: ['articles'],
  operationId: 'getArticle',
  summary: 'An article with its text and who says what in it',
  request: { params, query: nothing },
  responses: {
    ...found(
      z.object({ entry: articleEntry, reading, versions: listOf(versionEntry) }),
      'The newest version as it is read, and what each version changed, oldest first',
    ),
    ...failures('not-found'),
  },
});

const getVersion = createRoute({
  method: 'get',
  path: '/articles/{id}/versions/{version}',
  tags: ['articles'],
  operationId: 'getArticleVersion',
  summary: 'An article as it was',
  request: {
    params: z.object({ ...params.shape, version: z.string().regex(/^[1-9]\d{0,8}$/) }),
    query: nothing,
  },
  responses: { ...found(articleVersion, 'The version'), ...failures('not-found') },
});

const audit = createRoute({
  method: 'get',
  path: '/articles/{id}/audit',
  tags: ['articles'],
  operationId: 'auditArticle',
  summary: 'Where an article departs from newsroom rules on sourcing',
  request: { params, query: nothing },
  responses: {
    ...found(z.object({ articleId: z.string(), findings: listOf(finding) }), 'Findings in order of place'),
    ...failures('not-found'),
  },
});

const post = createRoute({
  method: 'post',
  path: '/articles',
  tags: ['articles'],
  operationId: 'submitArticles',
  summary: 'Add an article, or many at once',
  description:
    `One article as JSON, plain text or HTML; many, at most ${mostArticles}, as a JSON array or as JSON lines. ` +
    'What the body does not say may stand in the address. An answer means that it is kept for good.',
  request: { query: z.strictObject(factParameters) },
  responses: {
    201: { ...json(added, 'It is new, or a new version'), headers: z.object({ Location: z.string() }) },
    200: json(z.union([added, manyAdded]), 'It was known; or what became of each of many'),
    ...failures('bad-json', 'too-large', 'wrong-type', 'invalid', 'unusable-article'),
  },
});

const textBody = { schema: { type: 'string' } } as const;
const postBody = {
  required: true,
  content: {
    'application/json': { schema: z.union([submission, z.array(submission)]) },
    'application/x-ndjson': textBody,
    'application/jsonl': textBody,
    'text/plain': textBody,
    'text/html': textBody,
  },
};

export function articleRoutes({ store, desk, pipeline }: Services) {
  const api = createApi();
  const noArticle = (id: string) => new HttpProblem('not-found', `there is no article ${id}`);
  const readingOf = async (id: string) => {
    const [newest] = await store.readings([id]);
    if (!newest) throw noArticle(id);
    return newest;
  };

  api.openapi(list, async c => {
    const { query, page } = apart(c.req.valid('query'));
    return c.json(await store.articles(query, page));
  });
  api.openapi(get, async c => {
    const { id } = c.req.valid('param');
    const entry = await store.article(id);
    if (entry === null) throw noArticle(id);
    const versions = (await store.versions(id)).map(({ reading: _, ...version }) => version);
    return c.json({ entry, reading: await readingOf(id), versions });
  });
  api.openapi(getVersion, async c => {
    const { id, version } = c.req.valid('param');
    const wanted = (await store.versions(id)).find(each => each.version === Number(version));
    if (!wanted) throw new HttpProblem('not-found', `there is no version ${version} of article ${id}`);
    return c.json(wanted);
  });
  api.openapi(audit, async c => {
    const { id } = c.req.valid('param');
    return c.json({ articleId: id, findings: [...(await desk.audit(await readingOf(id)))] });
  });

  // The body is read by hand: of many articles, one that is wrong does not keep out the others.
  api.openAPIRegistry.registerPath({ ...post, request: { ...post.request, body: postBody } });
  api.openapi({ ...post, hide: true }, async c => {
    const submitted = await readSubmission(c, pipeline, c.req.valid('query'));
    if (submitted.many) return c.json({ results: await addAll(desk, submitted.articles) }, 200);
    const [result] = await desk.add([submitted.article]);
    if (result!.outcome === 'known') return c.json(result!, 200);
    const Location = `/api/v1/articles/${encodeURIComponent(result!.articleId)}`;
    return c.json(result!, 201, { Location });
  });
  return api;
}

async function addAll(desk: Services['desk'], articles: readonly (Article | HttpProblem)[]) {
  const results = (await addEach(desk, articles.filter(isArticle))).values();
  return articles.map((each, index) => {
    const result = isArticle(each) ? results.next().value! : each;
    if (!(result instanceof Error)) return result;
    const { code, detail } = toProblem(problemOf(result));
    return { problem: { code, detail, line: index + 1 } };
  });
}

const isArticle = (each: Article | HttpProblem): each is Article => !(each instanceof HttpProblem);
