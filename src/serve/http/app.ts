import { OpenAPIHono } from '@hono/zod-openapi';
import type { Services } from '../services.ts';
import { webPages } from '../web/index.ts';
import { answerProblem } from './answer-problem.ts';
import { HttpProblem } from './problem.ts';
import { storyRoutes } from './routes/stories.ts';
import type { ServeSettings } from './settings.ts';
import type { VisitorEnv } from './visitor.ts';

/**
 * Everything that is served, without a socket: the API, the pages, and what guards both.
 * @example
 * await createApp(services, defaultSettings).request('/api/v1/stories')
 */
export function createApp(services: Services, settings: ServeSettings): OpenAPIHono<VisitorEnv> {
  const app = new OpenAPIHono<VisitorEnv>();
  app.onError((error, c) => answerProblem(c, error));
  app.notFound(c => answerProblem(c, new HttpProblem('not-found', `nothing is at ${c.req.path}`)));
  app.use(async (c, next) => {
    c.set('visitor', { name: 'local', role: 'admin', tokenId: null });
    await next();
  });
  app.route('/api/v1', storyRoutes(services));
  app.route('/', webPages(services));
  return app;
}
