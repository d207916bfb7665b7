import { createRequire } from 'node:module';
import { displayWidth } from '../text/width.ts';
import type { LineageEdge, LineageGraph, LineageNode } from './lineage-graph.ts';
import { type Html, html } from './template.ts';

const require = createRequire(import.meta.url);

/** In pixels. */
const fontWidth = 7.4;
const lineHeight = 17;
const padding = 10;
const widestLabel = 24;

/** With more lines, the search for the fewest crossings takes as long as all the rest, and few can be had. */
const mostOrderedWell = 60;

type Point = { readonly x: number; readonly y: number };
type Box = Point & { readonly width: number; readonly height: number };

/**
 * The graph drawn from left to right, sources first. Laid out in layers by dagre (Gansner et al., "A technique for drawing
 * directed graphs", 1993), which is loaded when a graph is first drawn.
 */
export function lineageDrawing({ nodes, edges }: LineageGraph): Html {
  const { Graph, layout } = require('@dagrejs/dagre') as typeof import('@dagrejs/dagre');
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 56, edgesep: 10, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, sizeOf(node));
  for (const { from, to, label } of edges)
    graph.setEdge(from, to, {
      width: label === '' ? 0 : labelWidth(label),
      height: label === '' ? 0 : 14,
      labelpos: 'c',
    });
  layout(graph, { disableOptimalOrderHeuristic: edges.length > mostOrderedWell });
  const boxOf = ({ from, to }: LineageEdge) => graph.edge(from, to) as EdgeBox;
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return html`<svg class="lineage" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="group" aria-labelledby="lineage-title">
<title id="lineage-title">Who has it from whom: sources on the left, then the accounts that have it from them, then those that credit or copy these</title>
${edges.map(edge => edgeElement(edge, boxOf(edge)))}${edges.map(edge => edgeLabel(edge, boxOf(edge)))}${nodes.map(node => nodeElement(node, graph.node(node.id) as Box))}</svg>
`;
}

const labelWidth = (label: string): number => displayWidth(label) * 6.2 + 8;

type EdgeBox = { readonly points: readonly Point[] };

/** The label in lines of some words each, the number of an account before it. */
function linesOf({ number, label }: LineageNode): readonly string[] {
  const lines: string[] = [];
  for (const word of `${number === null ? '' : `[${number}]\u00a0`}${label}`.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last) + displayWidth(word) < widestLabel)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, 4).map(each => (each.length > 32 ? `${each.slice(0, 31)}…` : each));
}

function sizeOf(node: LineageNode): { width: number; height: number } {
  const lines = linesOf(node);
  const widest = Math.max(...lines.map(displayWidth));
  return { width: Math.ceil(widest * fontWidth) + 2 * padding, height: lines.length * lineHeight + 2 * 6 };
}

function nodeElement(node: LineageNode, { x, y, width, height }: Box): Html {
  const lines = linesOf(node);
  const [left, top] = [round(x - width / 2), round(y - height / 2)];
  const rounded = node.kind === 'account' || node.kind === 'outlet' ? 3 : height / 2;
  const first = y - ((lines.length - 1) * lineHeight) / 2;
  const drawn = html`<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${round(Math.min(rounded, 16))}"/>${lines.map(
    (text, at) =>
      html`<text x="${round(x)}" y="${round(first + at * lineHeight)}" dy="0.35em">${text}</text>`,
  )}`;
  return node.number === null
    ? html`<g class="node ${node.kind}">${drawn}</g>\n`
    : html`<a class="node ${node.kind}" href="#text-${node.number}">${drawn}</a>\n`;
}

function edgeElement({ kind, isDirected }: LineageEdge, { points }: EdgeBox): Html {
  const head = isDirected ? html`<path class="head" d="${arrowHead(points)}"/>` : null;
  const { start, bends } = curve(points);
  const path = `M${place(start)}${bends.map(({ by, to }) => `Q${place(by)} ${place(to)}`).join('')}`;
  return html`<g class="edge ${kind}"><path d="${path}"/>${head}</g>\n`;
}

/** At the middle of the line, over all lines. */
function edgeLabel({ kind, label }: LineageEdge, { points }: EdgeBox): Html {
  if (label === '') return html``;
  const { start, bends } = curve(points);
  const middle = Math.floor((bends.length - 1) / 2);
  const { by, to } = bends[middle]!;
  const from = bends[middle - 1]?.to ?? start;
  const [x, y] = [(from.x + 2 * by.x + to.x) / 4, (from.y + 2 * by.y + to.y) / 4];
  const width = labelWidth(label);
  return html`<g class="edge ${kind}"><rect x="${round(x - width / 2)}" y="${round(y - 8)}" width="${round(width)}" height="16"/><text x="${round(x)}" y="${round(y)}" dy="0.35em">${label}</text></g>\n`;
}

type Curve = { readonly start: Point; readonly bends: readonly { readonly by: Point; readonly to: Point }[] };

/** Quadratic curves through the middles between the points, drawn towards these. */
function curve(points: readonly Point[]): Curve {
  const [start, ...others] = points as [Point, ...Point[]];
  const last = others.pop()!;
  const towards = others.length > 0 ? others : [between(start, last)];
  const bends = towards.map((by, at) => {
    const next = towards[at + 1];
    return { by, to: next ? between(by, next) : last };
  });
  return { start, bends };
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A small triangle at the end, along the last stretch. */
function arrowHead(points: readonly Point[]): string {
  const [tip, before] = [points.at(-1)!, points.at(-2)!];
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const side = (sign: number): Point => ({
    x: tip.x - 8 * dx + sign * 4 * dy,
    y: tip.y - 8 * dy - sign * 4 * dx,
  });
  return `M${place(tip)}L${place(side(1))}L${place(side(-1))}Z`;
}

const place = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
const round = (value: number): number => Math.round(value * 10) / 10;
