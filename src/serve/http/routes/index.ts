import type { OpenAPIHono } from '@hono/zod-openapi';
import { packageVersion } from '../../cli/version.ts';
import type { Services } from '../../services.ts';
import { createApi } from '../api.ts';
import { byHead } from '../conditional.ts';
import type { ServeSettings } from '../settings.ts';
import type { VisitorEnv } from '../visitor.ts';
import { articleRoutes } from './articles.ts';
import { changeRoutes } from './changes.ts';
import { claimRoutes } from './claims.ts';
import { correctionRoutes } from './corrections.ts';
import { feedRoutes } from './feeds.ts';
import { healthRoutes } from './health.ts';
import { sourceRoutes } from './sources.ts';
import { statementRoutes } from './statements.ts';
import { storyRoutes } from './stories.ts';

/** What changes with commits only. Stories have tags of their own, by revision. */
const byCommits = ['articles', 'claims', 'statements', 'sources', 'outlets', 'corrections', 'changes'];

/** The API, whose paths begin after `/api/v1`. */
export function apiRoutes(services: Services, settings: ServeSettings): OpenAPIHono<VisitorEnv> {
  const api = createApi();
  const unchanged = byHead(services.store);
  for (const name of byCommits) api.use(`/${name}`, unchanged).use(`/${name}/*`, unchanged);
  api.use('/stories', unchanged).use('/stories/:id/claims', unchanged);
  const parts = [articleRoutes, storyRoutes, claimRoutes, statementRoutes, sourceRoutes, feedRoutes];
  for (const part of [...parts, correctionRoutes, healthRoutes]) api.route('/', part(services));
  api.route('/', changeRoutes(services, settings));
  const description = describe(api);
  api.get('/openapi.json', c => c.json(description()));
  return api;
}

/** Made when it is first asked for: that takes longer than anything else here. */
function describe(api: OpenAPIHono<VisitorEnv>) {
  let made: object | null = null;
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  return (): object => {
    made ??= api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Hearsay', version: packageVersion(), description },
      servers: [{ url: '/api/v1' }],
      security: [{ token: [] }, {}],
    });
    return made;
  };
}

const description =
  'Who says what in the news, on what authority, and what the accounts of a story together establish. ' +
  'All offsets are in UTF-16 units of the text of an article, `end` exclusive. Failures are application/problem+json.';
