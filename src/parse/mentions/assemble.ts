import {
  type CharSpan,
  type Doc,
  type DocEntity,
  type EntityKind,
  type Mention,
  type TokenSpan,
  textOf,
} from '../../domain/index.ts';
import type { Candidate } from './candidate.ts';
import { createIds, inOrder } from './identity.ts';
import { sameNameKey } from './name-sieve.ts';
import type { Passage } from './passage.ts';
import type { Wording } from './wording.ts';

/** Mentions and entities as a Doc has them. */
export function assemble(passage: Passage): Pick<Doc, 'mentions' | 'entities'> {
  const { candidates, clusters } = passage;
  const idOf = createIds();
  const groups = groupsOf(passage);
  const ids = new Map<number, string>();
  for (const [root, members] of groups) ids.set(root, idOf(labelOf(passage, members)));
  const states = statesOf(passage, ids);
  const mentions = candidates
    .filter(({ index, kind }) => kind === 'pronoun' || ids.has(clusters.of(index)))
    .map(candidate => mentionOf(passage.wording, candidate, ids.get(clusters.of(candidate.index)) ?? null));
  return {
    mentions: mentions.sort(inOrder),
    entities: [...groups].map(([root, members]) => entityOf(passage, ids.get(root)!, members, states)),
  };
}

/** Sets that make an entity: with a name, with several mentions, or people and organisations that are described. */
function groupsOf({ candidates, clusters }: Passage): ReadonlyMap<number, readonly Candidate[]> {
  const groups = new Map<number, readonly Candidate[]>();
  for (const { index } of candidates) {
    if (clusters.of(index) !== index) continue;
    const members = clusters.members(index).map(member => candidates[member]!);
    const kind = clusters.kind(index);
    const isSomebody = kind === 'person' || kind === 'organisation' || kind === 'government';
    const isSaid =
      members.length > 1 || (isSomebody && !isMaterial(members[0]!)) || members.some(({ key }) => key !== '');
    if (isSaid && members.some(member => member.kind !== 'pronoun'))
      groups.set(
        index,
        members.sort((a, b) => a.from - b.from || b.far - a.far),
      );
  }
  return groups;
}

/** One bare noun that is no person: "an adviser on |government| restructuring". */
const isMaterial = ({ from, far, number, entityKind }: Candidate): boolean =>
  far - from === 1 && number === 'one' && entityKind !== 'person';

/** The ids of states, by the keys of their names. */
function statesOf(
  { candidates, clusters, vocabulary }: Passage,
  ids: ReadonlyMap<number, string>,
): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const candidate of candidates) {
    const id = ids.get(clusters.of(candidate.index));
    if (id && candidate.key !== '' && clusters.kind(candidate.index) === 'state')
      states.set(sameNameKey(candidate, vocabulary), id);
  }
  return states;
}

function entityOf(
  passage: Passage,
  id: string,
  members: readonly Candidate[],
  states: ReadonlyMap<string, string>,
): DocEntity {
  const { wording, clusters } = passage;
  const { index } = members[0]!;
  const kind: EntityKind = clusters.kind(index) ?? 'other';
  const number = clusters.number(index);
  const name = nameOf(wording, members);
  const roles = distinct(
    wording,
    members.flatMap(member => rolesOf(passage, member, name === null)),
  );
  return {
    id,
    kind,
    name,
    roles: roles.map(role => charSpan(wording, role)),
    number: number === 'either' ? null : number,
    gender: kind === 'person' ? clusters.gender(index) : null,
    ofId:
      kind === 'state' || kind === 'person' || kind === 'other' ? null : stateOf(passage, members, states),
    mentions: members.map(member => charSpan(wording, spanOf(member))).sort(inOrder),
  };
}

/** The longest form, without an article; of two as long the first, unless it is all in capitals. */
function nameOf(wording: Wording, members: readonly Candidate[]): string | null {
  const { article } = wording;
  let best: string | null = null;
  for (const { kind, head } of members) {
    if (kind !== 'name') continue;
    const name = textOf(article.text, charSpan(wording, head))
      .replace(/\s+/g, ' ')
      .replace(/^[Tt]he (?=.)/, '');
    if (
      best === null ||
      name.length > best.length ||
      (name.length === best.length && best === best.toUpperCase())
    )
      best = name;
  }
  return best;
}

/** The role before a name and the apposition after it; of somebody without a name, the noun phrases that introduce them. */
function rolesOf(
  { wording, vocabulary, descriptions }: Passage,
  member: Candidate,
  unnamed: boolean,
): TokenSpan[] {
  const { role, kind, newness, index, possessor } = member;
  if (role) {
    const isHonorific =
      role.to - role.from === 1 && vocabulary.honorifics.has(wording.lower[role.from]!.replace('.', ''));
    return isHonorific ? [] : [role];
  }
  const says = descriptions.has(index) || (unnamed ? newness === 'new' : possessor >= 0);
  return kind === 'nominal' && says ? [spanOf(member)] : [];
}

/** Each wording once. */
function distinct({ lower }: Wording, spans: readonly TokenSpan[]): TokenSpan[] {
  const said = new Set<string>();
  return spans.filter(({ from, to }) => {
    const words = lower.slice(from, to).join(' ');
    return !said.has(words) && said.add(words);
  });
}

/** The state whose capital, seat or body it is. */
function stateOf(
  { candidates, clusters, vocabulary }: Passage,
  members: readonly Candidate[],
  states: ReadonlyMap<string, string>,
): string | null {
  for (const { key, index, from, far } of members) {
    const metonym = vocabulary.metonyms.get(key);
    if (metonym) return states.get(metonym.state) ?? null;
    for (let at = index + 1; at < candidates.length && candidates[at]!.from < far; at++) {
      const within = candidates[at]!;
      const isFirst = within.inside === index && (within.kind === 'demonym' || within.from === from);
      if (isFirst && clusters.kind(at) === 'state' && within.key !== '')
        return states.get(sameNameKey(within, vocabulary)) ?? null;
    }
  }
  return null;
}

/** What the id is made of: the name, else the first noun phrase. */
function labelOf({ wording }: Passage, members: readonly Candidate[]): string {
  const name = nameOf(wording, members);
  if (name !== null) return name;
  const { from, to } = members.find(({ kind }) => kind !== 'pronoun')!;
  return wording.form.slice(from, Math.min(to, from + 8)).join(' ');
}

const mentionOf = (wording: Wording, candidate: Candidate, entityId: string | null): Mention => ({
  ...charSpan(wording, spanOf(candidate)),
  kind: candidate.kind,
  head: charSpan(wording, candidate.head),
  role: candidate.role && charSpan(wording, candidate.role),
  entityId,
});

const spanOf = ({ from, far }: Candidate): TokenSpan => ({ from, to: far });

const charSpan = ({ tokens }: Wording, { from, to }: TokenSpan): CharSpan => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
});
