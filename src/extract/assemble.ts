import type { Source, Statement, TokenSpan } from '../domain/index.ts';
import type { Cast } from './cast/cast.ts';
import { createSources, type Sources } from './cast/sources.ts';
import { createIds } from './identity.ts';
import type { Attribution } from './statements/attribution.ts';
import { confidenceOf } from './statements/confidence.ts';
import { hedgesIn } from './statements/hedges.ts';
import type { Vocabulary } from './vocabulary.ts';
import { charSpan, within } from './words/spans.ts';
import { isWord, type Words } from './words/words.ts';

/** The rule or model, and its version, named in every statement that it makes. */
const madeBy = ({ pattern, confidence }: Attribution): string =>
  confidence === undefined ? `pattern/1:${pattern}` : `attributions/1:${pattern}`;

/** Turns attributions into statements, in the order of the text, those inside another's content pointing to it. */
export function assemble(
  words: Words,
  vocabulary: Vocabulary,
  attributions: readonly Attribution[],
  cast: Cast,
  cited: ReadonlyMap<Attribution, TokenSpan>,
): { statements: Statement[]; entities: Sources['entities'] } {
  const { entities, sourceOf } = createSources(words, cast);
  const ordered = [...attributions].sort((a, b) => startOf(a) - startOf(b));
  const citedSources = (attribution: Attribution): Source[] => {
    const span = cited.get(attribution);
    return span && attribution.source && sourceOf(attribution.source).kind === 'press'
      ? [sourceOf(span)]
      : [];
  };
  const idOf = createIds('s');
  const ids = ordered.map(attribution => idOf(attribution.pattern, ...placesOf(words, attribution)));
  const outer = enclosing(words, ordered);
  const statements: Statement[] = ordered.map((attribution, index) => ({
    id: ids[index]!,
    kind: kindOf(words, attribution.contents),
    source: attribution.source && sourceOf(attribution.source),
    cue: attribution.cue ? [charSpan(words, attribution.cue)] : [],
    content: attribution.contents.map(content => charSpan(words, content)),
    stance: attribution.stance,
    negated: attribution.negated,
    hedges: hedgesIn(words, vocabulary, [
      ...(attribution.cue ? [attribution.cue] : []),
      ...attribution.contents,
    ]).map(hedge => charSpan(words, hedge)),
    via: [...citedSources(attribution), ...viaOf(ordered, outer, index).map(sourceOf)],
    insideId: ids[outer[index]!] ?? null,
    madeBy: madeBy(attribution),
    confidence: attribution.confidence ?? confidenceOf(attribution.pattern),
  }));
  return { statements, entities };
}

const startOf = ({ source, cue, contents }: Attribution): number =>
  Math.min(...[source, cue, ...contents].filter(span => span !== null).map(({ from }) => from));

const placesOf = (words: Words, { source, cue, contents }: Attribution): number[] =>
  [source, cue, ...contents]
    .filter(span => span !== null)
    .flatMap(span => Object.values(charSpan(words, span)));

/** For each statement, the index of the smallest other whose content holds its cue; -1 for none. */
function enclosing(words: Words, all: readonly Attribution[]): number[] {
  const innermost = new Int32Array(words.form.length).fill(-1);
  const largestFirst = all.map((_, index) => index).sort((a, b) => sizeOf(all[b]!) - sizeOf(all[a]!));
  for (const index of largestFirst)
    for (const { from, to } of all[index]!.contents) innermost.fill(index, from, to);
  return all.map((attribution, index) => {
    const outer = attribution.cue ? innermost[attribution.cue.from]! : -1;
    const other = all[outer];
    return other && outer !== index && holds(other, attribution) && !holds(attribution, other) ? outer : -1;
  });
}

const sizeOf = ({ contents }: Attribution): number =>
  contents.reduce((sum, { from, to }) => sum + to - from, 0);

const holds = (outer: Attribution, { cue }: Attribution): boolean =>
  cue !== null && outer.contents.some(content => within(content, cue));

/** Nobody has it from more hands than this. */
export const longestChain = 5;

/** The sources of the statements around, nearest first. */
function viaOf(all: readonly Attribution[], outer: readonly number[], index: number): TokenSpan[] {
  const via: TokenSpan[] = [];
  let at = outer[index]!;
  for (let step = 0; at >= 0 && step < longestChain; step++) {
    const { source } = all[at]!;
    if (source) via.push(source);
    at = outer[at]!;
  }
  return via;
}

function kindOf(words: Words, contents: readonly TokenSpan[]): Statement['kind'] {
  let inside = 0;
  let all = 0;
  for (const { from, to } of contents)
    for (let at = from; at < to; at++)
      if (isWord(words, at)) {
        all++;
        if (words.quotationOf[at]! >= 0) inside++;
      }
  return all === 0 || inside === 0 ? 'indirect' : inside === all ? 'direct' : 'mixed';
}
