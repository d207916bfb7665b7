import type { EntityKind } from '../../domain/index.ts';
import type { Candidate } from './candidate.ts';
import type { Passage } from './passage.ts';
import type { MentionVocabulary } from './vocabulary.ts';

/** A name's key under which its forms are one: "United Nations" is `un`. A capital that stands for its government is not the city. */
export function sameNameKey({ key, metonym }: Candidate, { shortForms }: MentionVocabulary): string {
  if (metonym?.kind === 'state') return metonym.state;
  if (metonym) return `government at ${key}`;
  return shortForms.get(key) ?? key;
}

const isName = ({ kind }: Candidate): boolean => kind === 'name' || kind === 'demonym';

/** What each candidate is, with one answer for all mentions of a name: most of them are found right. */
export function settleKinds(
  candidates: readonly Candidate[],
  vocabulary: MentionVocabulary,
): (EntityKind | null)[] {
  const votes = new Map<string, Map<EntityKind, number>>();
  const surnames = new Set<string>();
  const ends = new Set<string>();
  for (const candidate of candidates.filter(isName)) {
    const { entityKind, key } = candidate;
    if (entityKind === null) continue;
    const sameKey = sameNameKey(candidate, vocabulary);
    const tally = votes.get(sameKey) ?? new Map<EntityKind, number>();
    votes.set(sameKey, tally.set(entityKind, (tally.get(entityKind) ?? 0) + 1));
    const [first, last] = [key.slice(0, key.indexOf(' ')), key.slice(key.lastIndexOf(' ') + 1)];
    if (last === key) continue;
    if (entityKind === 'person') surnames.add(last);
    if (entityKind === 'organisation') ends.add(first).add(last);
  }
  const settled = (key: string, tally: ReadonlyMap<EntityKind, number>): EntityKind => {
    const kind = most(tally);
    if (isPlaceName(key, vocabulary)) return kind;
    if (surnames.has(key)) return 'person';
    // "Northwind" after "Northwind Energy Corporation", unless it is somebody's given name.
    const isShort =
      ends.has(key) && (kind === 'other' || kind === 'person') && !vocabulary.givenNames.has(key);
    return isShort ? 'organisation' : kind;
  };
  const kinds = new Map([...votes].map(([key, tally]) => [key, settled(key, tally)]));
  return candidates.map(candidate => {
    if (candidate.metonym && candidate.metonym.kind !== 'state') return 'government';
    return isName(candidate)
      ? (kinds.get(sameNameKey(candidate, vocabulary)) ?? candidate.entityKind)
      : candidate.entityKind;
  });
}

const isPlaceName = (key: string, { states, metonyms }: MentionVocabulary): boolean =>
  states.has(key) || metonyms.has(key);

const most = (tally: ReadonlyMap<EntityKind, number>): EntityKind =>
  [...tally].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];

/** Joins names that are the same, a surname to its full name, short forms and acronyms. */
export function joinNames(passage: Passage): void {
  const { candidates, clusters, vocabulary } = passage;
  const firsts = new Map<string, number>();
  for (const candidate of candidates.filter(isName)) {
    if (isSurname(passage, candidate)) continue;
    const key = `${clusters.kind(candidate.index)} ${sameNameKey(candidate, vocabulary)}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, candidate.index);
    else clusters.join(first, candidate.index);
  }
  tellGenders(passage);
  const fullNames = indexOf(passage, [...firsts.values()]);
  for (const first of firsts.values()) joinLonger(passage, candidates[first]!, fullNames);
  joinSurnames(passage, fullNames);
}

/** One word for a person: whose it is, is told mention by mention. */
const isSurname = ({ clusters }: Passage, { index, key }: Candidate): boolean =>
  clusters.kind(index) === 'person' && !key.includes(' ');

function tellGenders({ candidates, clusters, vocabulary }: Passage): void {
  for (const { index, key, kind } of candidates) {
    if (kind !== 'name' || clusters.kind(index) !== 'person') continue;
    const given = vocabulary.givenNames.get(key.split(' ')[0]!);
    if (given && given !== 'either') clusters.tellGender(index, given);
  }
}

/** Names of several words by their words and by their initials. */
type FullNames = {
  readonly byWord: ReadonlyMap<string, readonly Candidate[]>;
  readonly byInitials: ReadonlyMap<string, readonly Candidate[]>;
};

function indexOf({ candidates }: Passage, firsts: readonly number[]): FullNames {
  const byWord = new Map<string, Candidate[]>();
  const byInitials = new Map<string, Candidate[]>();
  const add = (map: Map<string, Candidate[]>, key: string, candidate: Candidate): void => {
    const list = map.get(key);
    if (!list) map.set(key, [candidate]);
    else if (list.at(-1) !== candidate && list.length < 50) list.push(candidate);
  };
  for (const first of firsts) {
    const candidate = candidates[first]!;
    const words = candidate.key.split(' ');
    if (words.length < 2) continue;
    add(byWord, words[0]!, candidate);
    add(byWord, words.at(-1)!, candidate);
    const initials = words.map(word => word[0]).join('');
    add(byInitials, initials, candidate);
    add(
      byInitials,
      words
        .filter(word => !/^(?:of|and|for|the|on|in)$/.test(word))
        .map(word => word[0])
        .join(''),
      candidate,
    );
  }
  return { byWord, byInitials };
}

/** "Meridian" is "Meridian News Agency", "Donald Trump" is "Donald J. Trump", "WAFB" is the "World Anti-Fraud Bureau". */
function joinLonger(
  { clusters, vocabulary, wording }: Passage,
  short: Candidate,
  fullNames: FullNames,
): void {
  const kind = clusters.kind(short.index);
  if (kind === 'state' || kind === 'place' || kind === 'government' || isPlaceName(short.key, vocabulary))
    return;
  if (vocabulary.peoples.has(short.key)) return;
  const words = short.key.split(' ');
  const longer = [
    ...(fullNames.byWord.get(words[0]!) ?? []),
    ...(fullNames.byWord.get(words.at(-1)!) ?? []),
  ].filter(
    long =>
      long.key.length > short.key.length &&
      clusters.kind(long.index) === kind &&
      isShortFor(words, long.key.split(' '), kind),
  );
  const head = wording.form[short.head.from]!;
  const isAcronym = words.length === 1 && /^[\p{Lu}.]{2,8}$/u.test(head);
  const full = isAcronym
    ? (fullNames.byInitials.get(short.key) ?? []).filter(long => clusters.kind(long.index) !== 'person')
    : [];
  const only = onlyOne([...longer, ...full], clusters.of.bind(clusters));
  if (only && clusters.agree(short.index, only.index)) clusters.join(short.index, only.index);
}

function isShortFor(words: readonly string[], full: readonly string[], kind: EntityKind | null): boolean {
  if (kind !== 'person') {
    const rest = full.length - words.length;
    return (
      words.every((word, at) => word === full[at]) || words.every((word, at) => word === full[at + rest])
    );
  }
  return words.length > 1 && words.at(-1) === full.at(-1) && isWithin(words, full);
}

/** All words are in the other, in their order. */
function isWithin(words: readonly string[], full: readonly string[]): boolean {
  let at = 0;
  for (const word of full) if (word === words[at]) at++;
  return at === words.length;
}

const onlyOne = (found: readonly Candidate[], clusterOf: (index: number) => number): Candidate | null =>
  found.length > 0 && found.every(({ index }) => clusterOf(index) === clusterOf(found[0]!.index))
    ? found[0]!
    : null;

/** Each surname joins the full name that agrees with its title; of several, the one that is mentioned most, then the last before. */
function joinSurnames(passage: Passage, { byWord }: FullNames): void {
  const { candidates, clusters } = passage;
  const alone = new Map<string, number>();
  for (const candidate of candidates) {
    if (candidate.kind !== 'name' || !isSurname(passage, candidate)) continue;
    const { key, index, gender } = candidate;
    const people = (byWord.get(key) ?? []).filter(
      full => clusters.kind(full.index) === 'person' && clusters.agree(full.index, index),
    );
    const bySurname = people.filter(full => full.key.endsWith(` ${key}`));
    const full = best(passage, bySurname.length > 0 ? bySurname : people, index);
    const sameTitle = `${key} ${gender ?? ''}`;
    const first = full?.index ?? alone.get(sameTitle) ?? alone.get(`${key} `) ?? index;
    clusters.join(first, index);
    if (!full) for (const form of [sameTitle, `${key} `]) if (!alone.has(form)) alone.set(form, index);
  }
}

function best({ clusters }: Passage, people: readonly Candidate[], before: number): Candidate | null {
  let found: Candidate | null = null;
  let most = -1;
  for (const person of people) {
    const count = 2 * clusters.members(person.index).length + (person.index < before ? 1 : 0);
    if (count >= most) [found, most] = [person, count];
  }
  return found;
}
