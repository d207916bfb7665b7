import { createHash } from 'node:crypto';
import type { Story } from '../../domain/index.ts';
import type { Page } from '../page.ts';
import { storyView } from './story-view.ts';
import { style } from './style.ts';
import { html, trusted } from './template.ts';

/**
 * The page and the story's accounts as one file that loads nothing and runs nothing: its policy allows only its own
 * style, which also makes the choices and the links between accounts work.
 */
export function printHtml(page: Page, story: Story): string {
  const { title, heading, facts, nav, main, ownStyle } = storyView(page, story, null);
  const wholeStyle = `${style}${ownStyle}`;
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(wholeStyle)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="hearsay">
<title>${title}</title>
<style>${trusted(wholeStyle)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header>
<h1>${heading}</h1>
<p class="facts">${facts}</p>
<nav aria-label="Sections"><ul>
${nav}</ul></nav>
</header>
<main id="findings">
${main}</main>
</body>
</html>
`.markup;
}

const policyFor = (wholeStyle: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(wholeStyle).digest('base64')}'; base-uri 'none'; form-action 'none'`;
