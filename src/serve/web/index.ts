import { type Context, Hono } from 'hono';
import { html } from '../../report/index.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ServeSettings } from '../http/settings.ts';
import type { VisitorEnv } from '../http/visitor.ts';
import type { Services } from '../services.ts';
import { articleRoutes } from './article-routes.ts';
import { createAssets } from './assets.ts';
import { claimSheet } from './claim-sheet.ts';
import { correctionRoutes } from './corrections.ts';
import { feedRoutes } from './feed-routes.ts';
import { homeSheet } from './home.ts';
import { pasteRoutes } from './paste.ts';
import { searchSheet, wishIn } from './search.ts';
import { type Look, type MadeSheet, madeDocument, type Sheet, sheetDocument } from './sheet.ts';
import { sourceSheet, sourcesSheet } from './sources.ts';
import { speakerRoutes } from './speaker.ts';
import { storedStory, storyRoutes } from './story-routes.ts';
import { unlessSeen } from './unless-seen.ts';

export { warmUp } from './warm-up.ts';

/** What handlers of pages find in their context besides: the newest change when the request came. */
export type PageEnv = { readonly Variables: VisitorEnv['Variables'] & { seen: number } };

/** Answers with a page in the frame that all pages have. */
export type Show = (c: Context<PageEnv>, sheet: Sheet | MadeSheet) => Response | Promise<Response>;

const { assets, routes: assetRoutes } = createAssets();

/** The pages for people, and what they load from /assets. Guards, roles and headers are the HTTP door's. */
export function webPages(services: Services, settings: Pick<ServeSettings, 'store'>): Hono<PageEnv> {
  const show: Show = (c, sheet) => {
    const look: Look = { visitor: c.get('visitor'), path: c.req.path, seen: c.get('seen') };
    return isMade(sheet)
      ? c.body(madeDocument(sheet, assets, look), 200, { 'Content-Type': 'text/html; charset=UTF-8' })
      : c.html(sheetDocument(sheet, assets, look));
  };
  const pages = new Hono<PageEnv>();
  pages.route('/', assetRoutes);
  pages.use(async (c, next) => {
    c.set('seen', await services.store.head());
    await next();
  });
  pages.route('/', listRoutes(services, settings, show));
  pages.route('/', storyRoutes(services, show));
  pages.route('/', articleRoutes(services, show));
  pages.route('/', pasteRoutes(services, show));
  pages.route('/', feedRoutes(services, show));
  pages.route('/', correctionRoutes(services, show));
  pages.route('/', speakerRoutes(services, show));
  return pages;
}

const isMade = (sheet: Sheet | MadeSheet): sheet is MadeSheet => sheet.main instanceof Uint8Array;

/** Pages that any commit may change, and those that are asked for anew each time. */
function listRoutes(services: Services, settings: Pick<ServeSettings, 'store'>, show: Show): Hono<PageEnv> {
  const { store } = services;
  const routes = new Hono<PageEnv>();
  const afterIn = (c: Context<PageEnv>) => c.req.query('after') ?? null;
  const byHead = async (c: Context<PageEnv>, sheet: () => Promise<Sheet>) =>
    unlessSeen(c, c.get('seen'), async () => show(c, await sheet()));
  routes.get('/', c => byHead(c, () => homeSheet(services, settings.store, afterIn(c))));
  routes.get('/sources', c =>
    byHead(c, () => sourcesSheet(services, c.req.query('words')?.trim() ?? '', afterIn(c))),
  );
  routes.get('/sources/:key', c =>
    byHead(c, () => sourceSheet(services, c.req.param('key') ?? '', afterIn(c))),
  );
  routes.get('/claims/:id', c =>
    byHead(c, async () => {
      const claim = await store.claim(c.req.param('id') ?? '');
      if (claim === null)
        throw new HttpProblem('not-found', 'there is no such claim, or nobody tells it any more');
      return claimSheet(claim, (await storedStory(store, claim.entry.storyId)).story);
    }),
  );
  routes.get('/search', async c => {
    const query = c.req.query();
    return show(c, await searchSheet(services, wishIn(query), query.in ?? '', afterIn(c)));
  });
  return routes;
}

/** What a person sees instead of a page that cannot be shown. */
export const problemPage = (problem: { readonly title: string; readonly detail: string }): string =>
  sheetDocument(
    {
      ...bare,
      title: problem.title,
      header: html`<h1>${problem.title}</h1>\n`,
      main: html`<p>${sentence(problem.detail)}</p>\n<p><a href="/">What is moving now</a></p>\n`,
    },
    assets,
    null,
  );

/** Asks for a token; `next` is the path to go on to, `failed` whether a token was refused just now. */
export const signInPage = ({ next, failed }: { readonly next: string; readonly failed: boolean }): string =>
  sheetDocument(
    {
      ...bare,
      title: 'Sign in',
      header: html`<h1>Sign in</h1>\n`,
      main: html`<form class="mending" method="post" action="/sign-in"><input type="hidden" name="next" value="${next}">
<p class="field wide"><label for="token">Token</label> <input id="token" type="password" name="token" required autocomplete="current-password"${failed ? html` aria-invalid="true" aria-describedby="token-wrong"` : null}>${failed ? html`<span class="problem" id="token-wrong" role="alert">That token is not known here.</span>` : null}</p>
<p class="buttons"><button class="main">Sign in</button></p>
</form>
`,
    },
    assets,
    null,
  );

const bare = { live: 'none', json: null, feed: null, ownStyle: null } as const;

const sentence = (detail: string): string =>
  `${detail.charAt(0).toUpperCase()}${detail.slice(1)}${/[.!?]$/.test(detail) ? '' : '.'}`;
