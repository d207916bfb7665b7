import type { TimelineEntry } from '../../domain/index.ts';
import { textOf } from '../../domain/index.ts';
import { writtenDate } from '../dates.ts';
import type { Lookup } from '../story/lookup.ts';
import { displayWidth } from '../text/width.ts';
import { clean, shorten } from '../words.ts';
import { type Html, html } from './template.ts';
import { type Tick, ticksBetween } from './timeline-ticks.ts';

/** One sign in an account's lane: that it was published then, or names a day. */
type Sign = {
  /** The lane, from 0. */
  readonly lane: number;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly label: string;
  readonly title: string;
  readonly isPublication: boolean;
  readonly href: string;
};

const day = 86_400_000;

/** How wide the drawing is, in pixels, and whether its lanes have names or only numbers. */
type Size = { readonly width: number; readonly named: boolean };

/**
 * A lane for each account: when it was published and which days it names. Days far from all publications are left to the
 * list. Null where no account says when it was published.
 */
export function timelineDrawings(lookup: Lookup): Html | null {
  const all = lookup.story.timeline.flatMap(entry => signOf(lookup, entry));
  const published = all.filter(({ isPublication }) => isPublication).map(({ at }) => at);
  if (published.length === 0) return null;
  const [first, last] = [Math.min(...published), Math.max(...published)];
  const margin = Math.max(10 * day, 2 * (last - first));
  const signs = all.filter(({ at }) => at >= first - margin && at <= last + margin);
  const more = all.length - signs.length;
  return html`<div class="timeline wide">${drawing(lookup, signs, { width: 1160, named: true })}</div>
<div class="timeline narrow">${drawing(lookup, signs, { width: 358, named: false })}</div>
<p class="legend"><span><span class="sign" aria-hidden="true">●</span> published</span> <span><span class="sign" aria-hidden="true">○</span> a day that the account names</span>${more > 0 ? html` <span>${more} further away in the list below</span>` : null}</p>
`;
}

function signOf(lookup: Lookup, entry: TimelineEntry): readonly Sign[] {
  const value = entry.kind === 'published' ? entry.value : (entry.time.value ?? '');
  const at = momentOf(value);
  if (at === null) return [];
  const { number, name, reading } = lookup.account(entry.articleId);
  const words =
    entry.kind === 'published' ? null : shorten(clean(textOf(reading.article.text, entry.time)), 24);
  return [
    {
      lane: number - 1,
      at,
      label: words === null ? '' : `“${words}”`,
      title: `[${number}] ${words === null ? `${name} published` : `“${words}”`}: ${writtenDate(clean(value))}`,
      isPublication: words === null,
      href:
        entry.kind === 'published' ? `#text-${number}` : `#w${number}-${entry.time.start}-${entry.time.end}`,
    },
  ];
}

/** The middle of a day of ISO 8601 or TIMEX3, or the time of that day; null for what is longer than a day. */
function momentOf(value: string): number | null {
  const { date, time, zone } =
    /^(?<date>\d{4}-\d\d-\d\d)(?:T(?:(?<time>\d\d:\d\d)(?::[\d.]+)?(?<zone>[+-]\d\d:\d\d)?)?.*)?$/.exec(value)
      ?.groups ?? {};
  const at = date === undefined ? Number.NaN : Date.parse(`${date}T${time ?? '12:00'}${zone ?? 'Z'}`);
  return Number.isNaN(at) ? null : at;
}

/** The room around the lanes, and for the names before them; all in pixels. */
const above = 34;
const below = 10;
const behind = 20;
const characterWidth = 6.6;

/** With more lanes, there is no room for the words between them. */
const mostWithWords = 8;

/** Where things stand: the lanes, and the days from left to right. */
type Places = {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: (at: number) => number;
  readonly y: (lane: number) => number;
};

function drawing(lookup: Lookup, signs: readonly Sign[], { width, named }: Size): Html {
  const { accounts } = lookup.story;
  const names = accounts.map(({ article }, at) => laneName(at + 1, lookup.account(article.id).name, named));
  const [left, right] = [
    14 + Math.max(...names.map(name => Math.ceil(displayWidth(name) * characterWidth))),
    width - behind,
  ];
  const hasWords = names.length <= mostWithWords;
  const step = hasWords ? 40 : 20;
  const bottom = above + names.length * step;
  const [from, to] = daysOf(signs);
  const scale = (right - left) / (to - from);
  const x = (at: number): number => round(left + (at - from) * scale);
  const places: Places = { left, right, bottom, x, y: lane => above + (lane + 0.5) * step };
  const height = bottom + below;
  return html`<svg role="group" aria-label="A lane for each account, with its publication and the days that it names" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="currentColor" text-anchor="middle">
${laneNames(names, places)}${axis(ticksBetween(from, to, right - left), places)}${laneRules(names.length, places)}<g fill="var(--paper)" stroke="currentColor" stroke-width="1.5">${signs.filter(({ isPublication }) => !isPublication).map(sign => signElement(sign, 4.5, places))}</g>
<g>${signs.filter(({ isPublication }) => isPublication).map(sign => signElement(sign, 5.5, places))}</g>
${hasWords ? wordsAbove(withRoom(signs, scale), places) : null}</svg>
`;
}

const laneNames = (names: readonly string[], { left, y }: Places): Html =>
  html`<g text-anchor="end">${names.map((name, at) => html`<text x="${left - 9}" y="${y(at)}" dy=".32em">${name}</text>`)}</g>\n`;

/** The days over the lanes, and a line down from each. */
const axis = (ticks: readonly Tick[], { bottom, x }: Places): Html =>
  html`<g>${ticks.map(({ at, label }) => html`<text x="${x(at)}" y="${above - 8}">${label}</text>`)}</g>
<path stroke="currentColor" d="${ticks.map(({ at }) => `M${x(at)},${above}v-4`).join('')}"/>
<path stroke="currentColor" stroke-opacity=".15" d="${ticks.map(({ at }) => `M${x(at)},${above}V${bottom}`).join('')}"/>
`;

function laneRules(lanes: number, { left, right, y }: Places): Html {
  const lines = Array.from({ length: lanes }, (_, at) => `M${left},${y(at)}H${right}`);
  return html`<path stroke="currentColor" stroke-opacity=".25" d="${lines.join('')}"/>\n`;
}

const signElement = ({ lane, at, title, href }: Sign, radius: number, { x, y }: Places): Html =>
  html`<a href="${href}"><title>${title}</title><circle cx="${x(at)}" cy="${y(lane)}" r="${radius}"/></a>`;

const wordsAbove = (signs: readonly Sign[], { x, y }: Places): Html =>
  html`<g>${signs.map(({ at, lane, label }) => html`<text x="${x(at)}" y="${y(lane) - 13}" dy=".32em">${label}</text>`)}</g>\n`;

/** From the start of the first day to the end of the last, two days at least. */
function daysOf(signs: readonly Sign[]): readonly [number, number] {
  const times = signs.map(({ at }) => at);
  const from = Math.floor(Math.min(...times) / day) * day;
  const to = Math.floor(Math.max(...times) / day) * day + day;
  return [from, Math.max(to, from + 2 * day)];
}

/** `[2] Coast Wire`, or the number alone. */
const laneName = (number: number, name: string, named: boolean): string =>
  named ? `[${number}] ${shorten(name, 26)}` : `[${number}]`;

/** The words that do not run into others in their lane; the same words of one day once. */
function withRoom(signs: readonly Sign[], scale: number): readonly Sign[] {
  const ends = new Map<number, number>();
  return signs
    .filter(({ label }) => label !== '')
    .toSorted((a, b) => a.at - b.at)
    .filter(({ lane, at, label }) => {
      const middle = at * scale;
      const half = displayWidth(label) * 3;
      if (middle - half < (ends.get(lane) ?? Number.NEGATIVE_INFINITY)) return false;
      ends.set(lane, middle + half + 6);
      return true;
    });
}

const round = (value: number): number => Math.round(value * 10) / 10;
