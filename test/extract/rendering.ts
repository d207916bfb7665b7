import type { CharSpan, Reading, Source } from '../../src/domain/index.ts';
import { textOf } from '../../src/domain/index.ts';
import { createExtractor } from '../../src/extract/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { readArticleRecord } from '../../src/read/index.ts';

const parse = createParser();
const extract = createExtractor();

/** The reading of a text that stands alone. */
export function readingOf(text: string, byline: string | null = null): Reading {
  const result = readArticleRecord({ id: 'case', text, byline });
  if (!result.ok) throw new Error(result.problem.reason);
  return extract(parse(result.article));
}

type Print = (span: CharSpan) => string;

const printer =
  ({ article }: Reading): Print =>
  span =>
    textOf(article.text, span).replaceAll(/\s+/g, ' ');

/** `direct | Ana Rao | said | “…”`, with `> ` before what stands inside another statement. */
export function printStatements(reading: Reading): string {
  const print = printer(reading);
  return reading.statements
    .map(({ insideId, kind, source, cue, content }) =>
      [
        `${insideId === null ? '' : '> '}${kind}`,
        source?.text.replaceAll(/\s+/g, ' ') ?? '-',
        cue.map(print).join(' + ') || '-',
        content.map(print).join(' + ') || '-',
      ].join(' | '),
    )
    .join('\n');
}

/** `denies | Ana Rao | the sale`, with `not ` before a stance that is negated; statements inside others are left out. */
export function printStances(reading: Reading): string {
  const print = printer(reading);
  return reading.statements
    .filter(({ insideId }) => insideId === null)
    .map(({ negated, stance, source, content }) =>
      [`${negated ? 'not ' : ''}${stance}`, source?.text ?? '-', content.map(print).join(' + ') || '-'].join(
        ' | ',
      ),
    )
    .join('\n');
}

/** `anonymous | an official | is: … | knows: … | terms: … | reason: … | count: 1`, one line an outermost statement. */
export function printSources(reading: Reading): string {
  const print = printer(reading);
  const numbers = new Map(reading.entities.map(({ id }, index) => [id, index + 1]));
  return reading.statements
    .filter(({ insideId }) => insideId === null)
    .map(({ source }) => (source ? printSource(source, numbers, print) : '-'))
    .join('\n');
}

function printSource(source: Source, numbers: ReadonlyMap<string, number>, print: Print): string {
  const { kind, text, entityId, name, description, basis, anonymity, count } = source;
  const parts: (string | null)[] = [
    `${(entityId && numbers.get(entityId)) ?? '?'} ${kind}`,
    text,
    name && `name: ${name}`,
    description && `is: ${print(description)}`,
    basis && `knows: ${print(basis)}`,
    anonymity?.terms ? `terms: ${print(anonymity.terms)}` : null,
    anonymity?.reason ? `reason: ${print(anonymity.reason)}` : null,
    count !== null && count !== 1 ? `count: ${count}` : null,
  ];
  return parts.filter(Boolean).join(' | ');
}

/** `first-report | The New York Times | first reported by The New York Times` */
export const printCredits = (reading: Reading): string =>
  reading.credits
    .map(({ kind, outlet, span }) => [kind, outlet, span ? printer(reading)(span) : 'byline'].join(' | '))
    .join('\n') || 'none';
