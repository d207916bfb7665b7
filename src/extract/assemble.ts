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

/** Version of the patterns, named in every statement that they make. */
const madeBy = (pattern: string): string => `pattern/1:${pattern}`;

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
  const outer = ordered.map(attribution => enclosing(ordered, attribution));
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
    madeBy: madeBy(attribution.pattern),
    confidence: confidenceOf(attribution.pattern),
  }));
  return { statements, entities };
}

const startOf = ({ source, cue, contents }: Attribution): number =>
  Math.min(...[source, cue, ...contents].filter(span => span !== null).map(({ from }) => from));

const placesOf = (words: Words, { source, cue, contents }: Attribution): number[] =>
  [source, cue, ...contents]
    .filter(span => span !== null)
    .flatMap(span => Object.values(charSpan(words, span)));

/** Index of the smallest statement whose content holds this one's cue; -1 for none. */
function enclosing(all: readonly Attribution[], attribution: Attribution): number {
  let best = -1;
  let size = Number.POSITIVE_INFINITY;
  for (const [index, other] of all.entries()) {
    if (other === attribution || !holds(other, attribution) || holds(attribution, other)) continue;
    const length = other.contents.reduce((sum, { from, to }) => sum + to - from, 0);
    if (length < size) [best, size] = [index, length];
  }
  return best;
}

const holds = (outer: Attribution, { cue }: Attribution): boolean =>
  cue !== null && outer.contents.some(content => within(content, cue));

/** The sources of the statements around, nearest first. */
function viaOf(all: readonly Attribution[], outer: readonly number[], index: number): TokenSpan[] {
  const via: TokenSpan[] = [];
  const seen = new Set<number>();
  for (let at = outer[index]!; at >= 0 && !seen.has(at); at = outer[at]!) {
    seen.add(at);
    const { source } = all[at]!;
    if (source) via.push(source);
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
