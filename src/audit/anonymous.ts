import { overlaps, type Source, type Stance, type Statement } from '../domain/index.ts';
import type { AuditContext, PlacedSentence } from './context.ts';
import { type Description, describe, isAppositive, placeOf, saysNothingMore } from './description.ts';

/** Somebody who told the outlet something and goes unnamed, where they first speak, with all that they say. */
export type AnonymousSource = {
  readonly source: Source;
  readonly description: Description;
  readonly statements: readonly Spoken[];
};

export type Spoken = Statement & { readonly source: Source };

const confidentialSources = 'confidential-sources';
const writtenCues = 'written-cues';

/** The lexicons that a rule on anonymous sources names. */
export const anonymityLexicons: readonly string[] = [confidentialSources, writtenCues];

/**
 * The sources that go unnamed though the outlet knows them, each once, in the order in which they first speak. Left out is
 * who speaks in public ("a judge ordered"), in a headline, in somebody else’s words, or is named soon after.
 */
export function anonymousSources(context: AuditContext): AnonymousSource[] {
  const known = cache.get(context);
  if (known) return known;
  const spoken = context.statements.filter(statement => isSpoken(context, statement)) as Spoken[];
  const groups = Map.groupBy(spoken, ({ source }) => source.entityId ?? source.spans[0]!.start);
  const sources = [...groups.values()].flatMap(statements => {
    const { source } = statements[0]!;
    const description = describe(context, source);
    return isConfidential(context, source, description) && !isNamedSoon(context, statements)
      ? [{ source, description, statements }]
      : [];
  });
  cache.set(context, sources);
  return sources;
}

/** Several rules ask for the sources of one article. */
const cache = new WeakMap<AuditContext, AnonymousSource[]>();

const informing: ReadonlySet<Stance> = new Set([
  'asserts',
  'confirms',
  'denies',
  'disputes',
  'alleges',
  'admits',
  'warns',
  'expects',
  'believes',
]);

function isSpoken(context: AuditContext, statement: Statement): boolean {
  const { source, cue, stance, insideId, negated } = statement;
  return (
    source !== null &&
    (source.kind === 'anonymous' || source.kind === 'unnamed-group') &&
    source.name === null &&
    informing.has(stance) &&
    insideId === null &&
    !negated &&
    context.paragraphAt(source.spans[0]!.start) >= 0 &&
    cue.every(each => context.phrases(writtenCues, each).length === 0)
  );
}

function isConfidential(context: AuditContext, source: Source, description: Description): boolean {
  if (source.anonymity?.terms || source.anonymity?.reason) return true;
  const when = whenConfidential(context, source, description);
  if (description.isDefinite || when === null || isAppositive(context, placeOf(context, source)))
    return false;
  if (source.kind === 'unnamed-group')
    return /^(?:sources|insiders)$/.test(description.noun) || source.basis !== null;
  return when === 'always' || source.basis !== null;
}

/** What the lexicon says of a source’s noun: when it is confidential, and whether it serves somebody; empty where it has not got it. */
function columnsOf(context: AuditContext, source: Source, { noun }: Description): readonly string[] {
  const found = context
    .phrases(confidentialSources, placeOf(context, source))
    .find(({ tokens }) => context.lower[tokens.from] === noun);
  return found?.columns ?? [];
}

/** Whether a source’s noun is enough to know that the outlet kept the name back, or is so with more; null where it is neither. */
export const whenConfidential = (
  context: AuditContext,
  source: Source,
  description: Description,
): string | null => columnsOf(context, source, description)[0] ?? null;

/** "an aide", "one adviser": who knows from what they do for somebody. */
export const servesSomebody = (context: AuditContext, { source, description }: AnonymousSource): boolean =>
  columnsOf(context, source, description)[1] === 'serves';

/** "A top adviser said … . Ana Rao, who advises him, …": the next sentence, or paragraph, begins with somebody new who has a name. */
function isNamedSoon(context: AuditContext, spoken: readonly Spoken[]): boolean {
  const { sentences, sentenceAt } = context;
  if (spoken.some(({ source }) => source.basis || source.anonymity?.terms)) return false;
  const places = spoken.map(({ source }) => source.spans[0]!.start);
  const [first, last] = [sentenceAt(places[0]!), sentenceAt(Math.max(...places))];
  if (!first || !last || last.block - first.block > 1) return false;
  const at = sentences.indexOf(last);
  const next = sentences.slice(at + 1, at + 4);
  return next
    .filter(({ block }, index) => index === 0 || block !== next[index - 1]!.block)
    .slice(0, 2)
    .some(sentence => beginsWithNewName(context, sentence));
}

const beginsWithNewName = ({ doc }: AuditContext, { start, from }: PlacedSentence): boolean =>
  doc.entities.some(
    ({ kind, name, mentions }) =>
      kind === 'person' &&
      name !== null &&
      mentions[0]!.start >= start &&
      mentions[0]!.start <= (doc.tokens[from + 1]?.start ?? start),
  );

/**
 * Whether the article tells nothing of a source, wherever it speaks, but a noun that would fit anybody. A rule that asks names
 * `vague-descriptions`.
 */
export const isBlank = (
  context: AuditContext,
  { source, description, statements }: AnonymousSource,
): boolean =>
  !description.isDefinite &&
  saysNothingMore(context, source, description) &&
  !statements.some(each => isToldApart(context, each.source));

/** "The source, |a director of the firm|, said": words after a comma that are not the terms on which it speaks. */
const isToldApart = ({ text }: AuditContext, { spans, anonymity }: Source): boolean =>
  /^[^,]*, (?:an?|the|who)\s/.test(text.slice(spans[0]!.start, spans[0]!.end)) &&
  ![anonymity?.terms, anonymity?.reason].some(part => part && overlaps(part, spans[0]!));
