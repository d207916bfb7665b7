import type { CastMember, Claim, Source, Story } from '../../domain/index.ts';
import { isUnnamed } from '../source.ts';
import { claimAnchor } from '../story/claims.ts';
import type { Lookup } from '../story/lookup.ts';
import { accountsOf } from '../story/standing.ts';

/** How a claim is sourced in an account, from the best to the least. */
export const voices = ['named', 'unnamed', 'press', 'unclear', 'own-voice'] as const;
export type Voice = (typeof voices)[number];

/** What a claim is found, filtered and linked by in the file. */
export type ClaimTags = {
  readonly claim: Claim;
  /** The number that the page gives it. */
  readonly label: string;
  /** Its own class, by which its tellings are linked across the accounts: `c3`. */
  readonly own: string;
  /** Own class, standing, voices, speakers, differences: each a class that a filter knows. */
  readonly classes: readonly string[];
};

/** The claims of the page in its order, by id. */
export function tagClaims(
  lookup: Lookup,
  labels: ReadonlyMap<string, string>,
): ReadonlyMap<string, ClaimTags> {
  const speakers = new Map(lookup.story.cast.map(({ id }, at) => [id, speakerClass(at)]));
  const tagged = lookup.story.claims.flatMap(claim => {
    const label = labels.get(claimAnchor(claim));
    return label === undefined ? [] : [tagsOf(lookup, claim, label, speakers)];
  });
  return new Map(tagged.sort((a, b) => Number(a.label) - Number(b.label)).map(each => [each.claim.id, each]));
}

export const speakerClass = (castAt: number): string => `by-${castAt + 1}`;
export const voiceClass = (voice: Voice): string => `voice-${voice}`;
export const differenceClass = (kind: string): string => `differs-${kind}`;
export const anyDifference = differenceClass('at-all');

function tagsOf(
  lookup: Lookup,
  claim: Claim,
  label: string,
  speakers: ReadonlyMap<string, string>,
): ClaimTags {
  const { tellings, responses, differences } = claim;
  const own = `c${label}`;
  const said = [
    ...tellings.flatMap(({ articleId, statementIds }) => statementIds.map(id => ({ articleId, id }))),
    ...responses.map(({ articleId, statementId }) => ({ articleId, id: statementId })),
  ];
  const members = said.flatMap(({ articleId, id }) => {
    const [statement] = lookup.statements(articleId, [id]);
    return lookup.castOf(articleId, statement?.source?.entityId ?? null) ?? [];
  });
  const classes = [
    own,
    claim.standing.kind,
    ...accountsOf(claim).flatMap(articleId => voicesIn(lookup, claim, articleId).map(voiceClass)),
    ...members.flatMap(({ id }) => speakers.get(id) ?? []),
    ...differences.map(({ kind }) => differenceClass(kind)),
    ...(differences.length > 0 ? [anyDifference] : []),
  ];
  return { claim, label, own, classes: [...new Set(classes)] };
}

/** In which ways an account gives the claim, the best first. */
export function voicesIn(lookup: Lookup, { tellings }: Claim, articleId: string): readonly Voice[] {
  const own = tellings.filter(telling => telling.articleId === articleId);
  const found = new Set(
    own.flatMap(({ statementIds }): readonly Voice[] =>
      statementIds.length === 0
        ? ['own-voice']
        : lookup.statements(articleId, statementIds).map(({ source }) => voiceOf(lookup, articleId, source)),
    ),
  );
  return voices.filter(voice => found.has(voice));
}

function voiceOf(lookup: Lookup, articleId: string, source: Source | null): Voice {
  if (source === null) return 'own-voice';
  const member: CastMember | null = lookup.castOf(articleId, source.entityId);
  if (source.kind === 'press') return 'press';
  if (member?.named) return 'named';
  return isUnnamed(source) ? 'unnamed' : 'unclear';
}

/** The members of the cast whom a claim of the story has as speaker, with their classes. */
export function taggedSpeakers(
  { cast }: Story,
  tags: ReadonlyMap<string, ClaimTags>,
): readonly { readonly member: CastMember; readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { classes } of tags.values())
    for (const each of classes) counts.set(each, (counts.get(each) ?? 0) + 1);
  return cast
    .map((member, at) => ({ member, name: speakerClass(at), count: counts.get(speakerClass(at)) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
