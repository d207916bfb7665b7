import { createRequire } from 'node:module';
import type { TimelineEntry } from '../../domain/index.ts';
import { textOf } from '../../domain/index.ts';
import { writtenDate } from '../dates.ts';
import type { Lookup } from '../story/lookup.ts';
import { displayWidth } from '../text/width.ts';
import { clean, shorten } from '../words.ts';
import { type Html, html, trusted } from './template.ts';

const require = createRequire(import.meta.url);

/** One sign in an account's lane: that it was published then, or names a day. */
type Sign = {
  readonly lane: string;
  readonly at: Date;
  readonly label: string;
  readonly title: string;
  readonly isPublication: boolean;
  readonly href: string;
};

const day = 86_400_000;

/** How wide the drawing is, in pixels, and whether its lanes have names or only numbers. */
type Size = { readonly width: number; readonly named: boolean };

/**
 * A lane for each account: when it was published and which days it names, drawn by Observable Plot, which is loaded when a
 * timeline is first drawn. Days far from all publications are left to the list. Null where no account says when it was published.
 */
export function timelineDrawings(lookup: Lookup): Html | null {
  const all = lookup.story.timeline.flatMap(entry => signOf(lookup, entry));
  const published = all.filter(({ isPublication }) => isPublication).map(({ at }) => at.getTime());
  if (published.length === 0) return null;
  const [first, last] = [Math.min(...published), Math.max(...published)];
  const margin = Math.max(10 * day, 2 * (last - first));
  const signs = all.filter(({ at }) => at.getTime() >= first - margin && at.getTime() <= last + margin);
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
      lane: String(number),
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
function momentOf(value: string): Date | null {
  const { date, time, zone } =
    /^(?<date>\d{4}-\d\d-\d\d)(?:T(?:(?<time>\d\d:\d\d)(?::[\d.]+)?(?<zone>[+-]\d\d:\d\d)?)?.*)?$/.exec(value)
      ?.groups ?? {};
  const at = date === undefined ? Number.NaN : Date.parse(`${date}T${time ?? '12:00'}${zone ?? 'Z'}`);
  return Number.isNaN(at) ? null : new Date(at);
}

type Plot = typeof import('@observablehq/plot');
type PlotDocument = NonNullable<NonNullable<Parameters<Plot['plot']>[0]>['document']>;
/** As much of the DOM as cleaning a drawing takes. */
type Plotted = {
  readonly outerHTML: string;
  querySelector(selector: string): { remove(): void } | null;
  querySelectorAll(selector: string): Iterable<{ removeAttribute(name: string): void }>;
  setAttribute(name: string, value: string): void;
};

function drawing(lookup: Lookup, signs: readonly Sign[], { width, named }: Size): Html {
  const plot = require('@observablehq/plot') as Plot;
  const { parseHTML } = require('linkedom') as {
    parseHTML(html: string): { readonly document: PlotDocument };
  };
  const lanes = lookup.story.accounts.map((_, at) => String(at + 1));
  const nameOf = (lane: string) => laneName(lookup, lane, named);
  const marginLeft = 14 + Math.max(...lanes.map(lane => Math.ceil(displayWidth(nameOf(lane)) * 6.6)));
  const inner = width - marginLeft - 20;
  const hasWords = lanes.length <= mostWithWords;
  const domain = daysOf(signs);
  const ticks = ticksFor(domain, inner);
  const figure = plot.plot({
    document: parseHTML('<!doctype html><html><body></body></html>').document,
    width,
    height: 44 + lanes.length * (hasWords ? 40 : 20),
    marginLeft,
    marginRight: 20,
    marginTop: 34,
    marginBottom: 10,
    x: { type: 'utc', domain, axis: 'top', label: null, tickSize: 4, ...ticks },
    y: { type: 'point', domain: lanes, label: null, tickFormat: nameOf, tickSize: 0 },
    marks: [
      plot.gridX({ ticks: ticks.ticks, strokeOpacity: 0.15 }),
      plot.ruleY(lanes, { strokeOpacity: 0.25 }),
      ...signMarks(plot, signs),
      plot.text(hasWords ? withRoom(signs, inner / (domain[1].getTime() - domain[0].getTime())) : [], {
        x: 'at',
        y: 'lane',
        text: 'label',
        dy: -13,
      }),
    ],
  } as Parameters<typeof plot.plot>[0]) as unknown as Plotted;
  return cleaned(figure);
}

/** With more lanes, there is no room for the words between them. */
const mostWithWords = 8;

function signMarks(plot: Plot, signs: readonly Sign[]) {
  const places = { x: 'at', y: 'lane', title: 'title', href: 'href' } as const;
  return [
    plot.dot(
      signs.filter(({ isPublication }) => !isPublication),
      { ...places, r: 4.5, stroke: 'currentColor', strokeWidth: 1.5, fill: 'var(--paper)' },
    ),
    plot.dot(
      signs.filter(({ isPublication }) => isPublication),
      { ...places, r: 5.5, fill: 'currentColor' },
    ),
  ];
}

/** Without a style of its own, and with one name for the whole. */
function cleaned(figure: Plotted): Html {
  figure.querySelector('style')?.remove();
  for (const part of figure.querySelectorAll('g[aria-label]')) part.removeAttribute('aria-label');
  figure.setAttribute('role', 'group');
  figure.setAttribute(
    'aria-label',
    'A lane for each account, with its publication and the days that it names',
  );
  return trusted(figure.outerHTML);
}

/** From the start of the first day to the end of the last, two days at least. */
function daysOf(signs: readonly Sign[]): readonly [Date, Date] {
  const times = signs.map(({ at }) => at.getTime());
  const from = Math.floor(Math.min(...times) / day) * day;
  const to = Math.floor(Math.max(...times) / day) * day + day;
  return [new Date(from), new Date(Math.max(to, from + 2 * day))];
}

/** `[2] Coast Wire`, or the number alone. */
function laneName(lookup: Lookup, lane: string, named: boolean): string {
  const { name } = lookup.account(lookup.story.accounts[Number(lane) - 1]!.article.id);
  return named ? `[${lane}] ${shorten(name, 26)}` : `[${lane}]`;
}

type Ticks = { readonly ticks: string | number; readonly tickFormat: (at: Date) => string };

/** Days, or every so many days that a label has room; months with their years where it is about years. */
function ticksFor([from, to]: readonly [Date, Date], width: number): Ticks {
  const days = (to.getTime() - from.getTime()) / day;
  const step = Math.ceil((days * 56) / width);
  if (step > 31) return { ticks: Math.floor(width / 90), tickFormat: at => dateParts(at).slice(1).join(' ') };
  const ticks = step <= 1 ? 'day' : step <= 3 ? `${step} days` : step <= 7 ? 'week' : 'month';
  return { ticks, tickFormat: at => dateParts(at).slice(0, 2).join(' ') };
}

/** `14`, `Nov`, `2024` */
function dateParts(at: Date): readonly string[] {
  const [date = '', month = '', year = ''] = writtenDate(at.toISOString().slice(0, 10)).split(' ');
  return [date, month.slice(0, 3), year];
}

/** The words that do not run into others in their lane; the same words of one day once. */
function withRoom(signs: readonly Sign[], scale: number): readonly Sign[] {
  const ends = new Map<string, number>();
  return signs
    .filter(({ label }) => label !== '')
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .filter(({ lane, at, label }) => {
      const middle = at.getTime() * scale;
      const half = displayWidth(label) * 3;
      if (middle - half < (ends.get(lane) ?? Number.NEGATIVE_INFINITY)) return false;
      ends.set(lane, middle + half + 6);
      return true;
    });
}
