/** Spans as the scorer reads them: pairs of offsets. */
export type SpanPairs = readonly (readonly [number, number])[];

/** An attribution in the scorer's format. */
export type ScoredAttribution = {
  readonly sources: SpanPairs;
  readonly cues: SpanPairs;
  readonly contents: SpanPairs;
};

type Prepared = { readonly raw: ScoredAttribution; readonly source: Set<number>; readonly cue: Set<number> };

/** What of the scorer the listing needs. */
export type Matcher = {
  readonly prepare: (text: string, attributions: readonly ScoredAttribution[]) => Prepared[];
  readonly matchAttributions: (
    gold: readonly Prepared[],
    found: readonly Prepared[],
  ) => { readonly gi: ReadonlyMap<number, number>; readonly pj: ReadonlyMap<number, number> };
};

const errorClasses = ['missed cue', 'wrong extent', 'wrong source', 'false alarm'] as const;
type ErrorClass = (typeof errorClasses)[number];
type ListedError = { readonly kind: ErrorClass; readonly file: string; readonly text: string };

/** An article with what people marked in it and what was found. */
export type ScoredArticle = {
  readonly file: string;
  readonly text: string;
  readonly gold: readonly ScoredAttribution[];
  readonly found: readonly ScoredAttribution[];
};

/**
 * Every error, by class: a gold statement whose cue nobody found, one whose content was found too long or too short,
 * one with another source, and a statement that people did not mark. Each with words around it, and counts first.
 */
export function listErrors(matcher: Matcher, articles: readonly ScoredArticle[]): string {
  const errors = articles.flatMap(article => errorsOf(matcher, article));
  const counts = errorClasses.map(kind => `${kind}: ${errors.filter(error => error.kind === kind).length}`);
  const lines = errorClasses.flatMap(kind => [
    '',
    `# ${kind}`,
    ...errors.filter(error => error.kind === kind).map(({ file, text }) => `${file}\n${text}`),
  ]);
  return [counts.join('   '), ...lines].join('\n');
}

/** Numbers of the statements found that are right in content and source. */
export function rightOnes(matcher: Matcher, { text, gold, found }: ScoredArticle): Set<number> {
  const marked = matcher.prepare(text, gold);
  const predicted = matcher.prepare(text, found);
  const { pj } = matcher.matchAttributions(marked, predicted);
  return new Set(
    [...pj].flatMap(([index, match]) =>
      share(predicted[index]!.source, marked[match]!.source) >= 0.5 ? [index] : [],
    ),
  );
}

function errorsOf(matcher: Matcher, { file, text, gold, found }: ScoredArticle): ListedError[] {
  const marked = matcher.prepare(text, gold);
  const predicted = matcher.prepare(text, found);
  const { gi: ofGold, pj: ofFound } = matcher.matchAttributions(marked, predicted);
  const errors: ListedError[] = [];
  const add = (kind: ErrorClass, ...shown: string[]) => errors.push({ kind, file, text: shown.join('\n') });
  for (const [index, one] of marked.entries()) {
    const match = predicted[ofGold.get(index) ?? -1];
    const sameCue = predicted.find(other => share(other.cue, one.cue) > 0);
    if (match && share(match.source, one.source) < 0.5)
      add('wrong source', shown('gold ', text, one.raw), shown('found', text, match.raw));
    else if (!match && sameCue)
      add('wrong extent', shown('gold ', text, one.raw), shown('found', text, sameCue.raw));
    else if (!match) add('missed cue', shown('gold ', text, one.raw));
  }
  for (const [index, one] of predicted.entries())
    if (!ofFound.has(index) && !marked.some(other => share(other.cue, one.cue) > 0))
      add('false alarm', shown('found', text, one.raw));
  return errors;
}

/** Shared over all; 1 where both are empty. */
function share(some: ReadonlySet<number>, others: ReadonlySet<number>): number {
  const shared = [...some].filter(token => others.has(token)).length;
  const all = some.size + others.size - shared;
  return all === 0 ? 1 : shared / all;
}

function shown(name: string, text: string, { sources, cues, contents }: ScoredAttribution): string {
  const words = (spans: SpanPairs): string =>
    spans.map(([start, end]) => text.slice(start, end).replaceAll(/\s+/g, ' ')).join(' + ') || '-';
  return `  ${name}  ${words(sources)} | ${words(cues)} | ${words(contents)}`;
}
