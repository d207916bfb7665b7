import { OpenAPIHono } from '@hono/zod-openapi';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Services } from '../services.ts';
import { webPages } from '../web/index.ts';
import { answerProblem } from './answer-problem.ts';
import { guard } from './guards/index.ts';
import { createPace } from './guards/rate.ts';
import { HttpProblem } from './problem.ts';
import { apiRoutes } from './routes/index.ts';
import { createSessions } from './sessions.ts';
import type { ServeSettings } from './settings.ts';
import { signInPages } from './sign-in.ts';
import { storyFeed } from './story-feed.ts';
import { createTokens } from './tokens.ts';
import type { VisitorEnv } from './visitor.ts';

/**
 * Everything that is served, without a socket: the API, the pages, and what guards both.
 * @example
 * await createApp(services, defaultSettings).request('/api/v1/stories')
 */
export function createApp(services: Services, settings: ServeSettings): OpenAPIHono<VisitorEnv> {
  const { store, clock } = services;
  const tokens = createTokens(store, clock);
  const sessions = createSessions(clock);
  const app = new OpenAPIHono<VisitorEnv>();
  app.onError((error, c) => answerProblem(c, error));
  app.notFound(c => answerProblem(c, new HttpProblem('not-found', `nothing is at ${c.req.path}`)));
  guard(app, { settings, tokens, sessions, pace: createPace(settings.requestsPerMinute), clock });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => answerProblem(c, notAllowed(c.req.method, methods)),
    }),
  );
  app.route('/', signInPages(settings, tokens, sessions));
  app.route('/api/v1', apiRoutes(services, settings));
  app.route('/', storyFeed(services, settings));
  app.route('/', webPages(services, settings));
  return app;
}

const notAllowed = (method: string, allowed: readonly string[]): HttpProblem => {
  const Allow = [...new Set(allowed)].sort().join(', ');
  return new HttpProblem('method-not-allowed', `${method} is not; ${Allow} may be`, { headers: { Allow } });
};
