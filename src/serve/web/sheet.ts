import { type Html, html, standingLabels } from '../../report/index.ts';
import type { Visitor } from '../http/visitor.ts';
import type { Assets } from './assets.ts';

/** Whose changes renew a page while it is looked at. */
export type Live = 'all' | 'none' | { readonly storyId: string };

/** A page before the frame that all pages have is put around it. */
export type Sheet = {
  readonly title: string;
  readonly live: Live;
  /** The same as JSON, as Atom, and the style that only this page needs: addresses on this server, null without. */
  readonly json: string | null;
  readonly feed: string | null;
  readonly ownStyle: string | null;
  /** Stands above the page's main part. */
  readonly header: Html;
  /** The children of `main`. */
  readonly main: Html;
};

const places = [
  ['/', 'Moving now'],
  ['/sources', 'Sources'],
  ['/search', 'Search'],
  ['/feeds', 'Feeds'],
] as const;

/** A sheet whose main part is in UTF-8 already: a large one is asked for more often than it is made. */
export type MadeSheet = Omit<Sheet, 'main'> & { readonly main: Uint8Array };

/** Who looks and where, and the newest change that the page can know of. */
export type Look = { readonly visitor: Visitor; readonly path: string; readonly seen: number };

/** The whole document. `look` is null where nobody has been let in. */
export const sheetDocument = (sheet: Sheet, assets: Assets, look: Look | null): string =>
  beforeMain(sheet, assets, look) + sheet.main.markup + afterMain;

/** The same in UTF-8. */
export const madeDocument = (sheet: MadeSheet, assets: Assets, look: Look): Uint8Array<ArrayBuffer> =>
  Buffer.concat([Buffer.from(beforeMain(sheet, assets, look)), sheet.main, Buffer.from(afterMain)]);

const beforeMain = (sheet: Omit<Sheet, 'main'>, assets: Assets, look: Look | null): string =>
  html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${sheet.title} – Hearsay</title>
<link rel="icon" href="${assets.mark}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style}">
${sheet.ownStyle === null ? null : html`<link rel="stylesheet" href="${sheet.ownStyle}" data-own>\n`}${sheet.json === null ? null : html`<link rel="alternate" type="application/json" href="${sheet.json}">\n`}${sheet.feed === null ? null : html`<link rel="alternate" type="application/atom+xml" href="${sheet.feed}">\n`}${look === null ? null : html`<script type="module" src="${assets.script}"></script>\n`}</head>
<body class="web ${mayWrite(look) ? 'writer' : 'reader'}"${look && liveOf(sheet.live, look)}>
<a class="skip" href="#findings">Skip to the content</a>
<div class="site">
<a class="brand" href="/">Hearsay</a>
${look && siteNavigation(look)}</div>
<header>
${sheet.header}</header>
<main id="findings">
`.markup;

const afterMain = html`</main>
<p id="live" role="status" data-standings="${JSON.stringify(standingLabels)}"></p>
</body>
</html>
`.markup;

const mayWrite = (look: Look | null): boolean => look !== null && look.visitor.role !== 'read';

function liveOf(live: Live, { seen }: Look): Html | null {
  if (live === 'none') return null;
  const story = live === 'all' ? null : html` data-story="${live.storyId}"`;
  return html` data-live="${live === 'all' ? 'all' : 'story'}" data-seen="${seen}"${story}`;
}

const siteNavigation = ({ visitor, path }: Look): Html =>
  html`<nav aria-label="Hearsay"><ul>
${places.map(([href, name]) => html`<li><a href="${href}"${here(href, path)}>${name}</a></li>\n`)}<li class="writes"><a href="/paste"${here('/paste', path)}>Paste an article</a></li>
</ul></nav>
<form class="quick" role="search" action="/search"><label class="unseen" for="quick">Search what was said</label><input id="quick" type="search" name="words" placeholder="Search what was said" autocomplete="off"><button>Search</button></form>
${visitor.tokenId === null ? null : html`<form class="leave" method="post" action="/sign-out"><button>Sign out ${visitor.name}</button></form>\n`}`;

const here = (href: string, path: string): Html | null => (href === path ? html` aria-current="page"` : null);
