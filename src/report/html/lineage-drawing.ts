import { displayWidth } from '../text/width.ts';
import { placeInColumns } from './layer-heights.ts';
import { orderColumns } from './layer-order.ts';
import { type Layers, layersOf, type Route, type Stop } from './layers.ts';
import type { LineageEdge, LineageGraph, LineageNode } from './lineage-graph.ts';
import { type Html, html } from './template.ts';

/** In pixels. */
const fontWidth = 7.4;
const lineHeight = 17;
const padding = 10;
const widestLabel = 24;

type Point = { readonly x: number; readonly y: number };
type Box = Point & { readonly width: number; readonly height: number };
/** A line’s points, and which of them its label stands at. */
type Way = { readonly points: readonly Point[]; readonly label: number };

/** Between two columns, and around all; in pixels. */
const betweenColumns = 28;
const margin = 8;

/** The graph drawn from left to right, sources first, in columns. */
export function lineageDrawing(graph: LineageGraph): Html {
  const { nodes, edges } = graph;
  const sizes = new Map(nodes.map(node => [node.id, sizeOf(node)]));
  const layers = layersOf(graph, id => sizes.get(id)!.height);
  orderColumns(layers.columns);
  placeInColumns(layers.columns);
  const { boxes, ways, width, height } = placed(graph, sizes, layers);
  return html`<svg class="lineage" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="lineage-title">
<title id="lineage-title">Who has it from whom: sources on the left, then the accounts that have it from them, then those that credit or copy these</title>
${edges.map((edge, at) => edgeElement(edge, ways[at]!))}${edges.map((edge, at) => edgeLabel(edge, ways[at]!))}${nodes.map(node => nodeElement(node, boxes.get(node.id)!))}</svg>
`;
}

type Drawn = {
  readonly boxes: ReadonlyMap<string, Box>;
  /** In the order of the edges. */
  readonly ways: readonly Way[];
  readonly width: number;
  readonly height: number;
};

/** Columns as wide as their widest box or label, and all moved to where the drawing starts. */
function placed({ edges }: LineageGraph, sizes: ReadonlyMap<string, Size>, layers: Layers): Drawn {
  const widths = layers.columns.map(() => 0);
  const widen = ({ column }: Stop, width: number): void => {
    widths[column] = Math.max(widths[column]!, width);
  };
  for (const [id, stop] of layers.nodes) widen(stop, sizes.get(id)!.width);
  for (const [at, { label }] of edges.entries())
    if (label !== '') widen(layers.routes[at]!.label, labelWidth(label));
  const middles: number[] = [];
  for (const [at, width] of widths.entries())
    middles.push(
      at === 0 ? margin + width / 2 : middles[at - 1]! + (widths[at - 1]! + width) / 2 + betweenColumns,
    );
  const stops = layers.columns.flat();
  const top = Math.min(...stops.map(({ y, height }) => y - height / 2)) - margin;
  const bottom = Math.max(...stops.map(({ y, height }) => y + height / 2)) + margin;
  for (const stop of stops) stop.y -= top;
  const boxes = new Map(
    [...layers.nodes].map(([id, { column, y }]) => [id, { ...sizes.get(id)!, x: middles[column]!, y }]),
  );
  const ways = edges.map(({ from, to }, at) =>
    wayOf(layers.routes[at]!, boxes.get(from)!, boxes.get(to)!, ({ column, y }) => ({
      x: middles[column]!,
      y,
      width: widths[column]!,
    })),
  );
  return {
    boxes,
    ways,
    width: Math.ceil(middles.at(-1)! + widths.at(-1)! / 2 + margin),
    height: Math.ceil(bottom - top),
  };
}

/** From box to box; level through the columns of boxes, so that it touches none on its way. */
function wayOf(
  { stops, label }: Route,
  from: Box,
  to: Box,
  placeOf: (stop: Stop) => Omit<Box, 'height'>,
): Way {
  const between = stops.slice(1, -1).flatMap(stop => {
    const { x, y, width } = placeOf(stop);
    const half = stop.column % 2 === 0 ? width / 2 : 0;
    const points =
      half === 0
        ? [{ x, y }]
        : [
            { x: x - half, y },
            { x: x + half, y },
          ];
    return (from.x <= to.x ? points : points.toReversed()).map(point => ({ ...point, stop }));
  });
  const points = [edgeOf(from, between[0] ?? to), ...between, edgeOf(to, between.at(-1) ?? from)];
  return { points, label: between.findIndex(({ stop }) => stop === label) };
}

/** Where a line leaves a box: at the side towards the other point, nearer to its height but never at a corner. */
function edgeOf({ x, y, width, height }: Box, towards: Point): Point {
  const reach = height / 2 - 4;
  const away = towards.y - y;
  return { x: towards.x < x ? x - width / 2 : x + width / 2, y: y + away / (1 + Math.abs(away) / reach) };
}

const labelWidth = (label: string): number => displayWidth(label) * 6.2 + 8;

type Size = { readonly width: number; readonly height: number };

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

function sizeOf(node: LineageNode): Size {
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

function edgeElement({ kind, isDirected }: LineageEdge, { points }: Way): Html {
  const head = isDirected ? html`<path class="head" d="${arrowHead(points)}"/>` : null;
  const { start, bends } = curve(points);
  const path = `M${place(start)}${bends.map(({ by, to }) => `Q${place(by)} ${place(to)}`).join('')}`;
  return html`<g class="edge ${kind}"><path d="${path}"/>${head}</g>\n`;
}

/** Over all lines. */
function edgeLabel({ kind, label }: LineageEdge, { points, label: at }: Way): Html {
  if (label === '') return html``;
  const { start, bends } = curve(points);
  const { by, to } = bends[at]!;
  const from = bends[at - 1]?.to ?? start;
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
