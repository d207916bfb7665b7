import type { Candidate } from './candidate.ts';
import { sameNameKey } from './name-sieve.ts';
import type { Passage } from './passage.ts';

/** How far back a noun looks for what it means, in candidates and sentences. */
const reach = { candidates: 400, sentences: 30 };

/** How far back "the country" looks. */
const generalReach = 3;

/** Joins "the official" to "a U.S. official", "the ministry" to "Iran's foreign ministry", "the country" to a state. */
export function joinNominals(passage: Passage): void {
  const { candidates } = passage;
  const words = candidates.map(candidate => contentWords(passage, candidate));
  for (const candidate of candidates) {
    if (candidate.kind !== 'nominal' || candidate.newness === 'new' || isOwned(passage, candidate)) continue;
    const meant = sameNoun(passage, candidate, words) ?? general(passage, candidate, words[candidate.index]!);
    if (meant === null || (isDescription(passage, candidate) && passage.clusters.isNamed(meant))) continue;
    passage.clusters.join(meant, candidate.index);
  }
  for (const candidate of candidates)
    if (isHeadline(passage, candidate)) joinHeadline(passage, candidate, words);
}

/** What is said of a name is that name, and nobody else who has one. */
const isDescription = ({ descriptions }: Passage, { index }: Candidate): boolean => descriptions.has(index);

/** "|US official| says": headlines leave articles out, and the text says it again in full. */
const isHeadline = ({ wording }: Passage, { kind, newness, sentence, entityKind }: Candidate): boolean =>
  kind === 'nominal' &&
  newness === 'new' &&
  (entityKind === 'person' || entityKind === 'organisation') &&
  wording.article.blocks[wording.sentences[sentence]!.block]!.kind === 'title';

function joinHeadline(
  { candidates, clusters }: Passage,
  candidate: Candidate,
  words: readonly ReadonlySet<string>[],
): void {
  const own = [...words[candidate.index]!];
  const last = Math.min(candidates.length, candidate.index + reach.candidates);
  for (let index = candidate.index + 1; index < last; index++) {
    const { kind, noun, number, sentence } = candidates[index]!;
    if (kind !== 'nominal' || noun !== candidate.noun || number !== candidate.number) continue;
    if (sentence === candidate.sentence || !isAllIn(own, words[index]!)) continue;
    if (clusters.agree(index, candidate.index)) clusters.join(candidate.index, index);
    return;
  }
}

/** After pronouns: "its U.N. ambassador" and "the country's ambassador" are one where "its" is the country. */
export function joinOwned(passage: Passage): void {
  const { candidates, clusters, wording } = passage;
  const owned = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { kind, possessor, noun, number, index } = candidate;
    if (kind !== 'nominal' || possessor < 0 || number !== 'one') continue;
    if (!clusters.isJoined(possessor) && candidates[possessor]!.kind === 'pronoun') continue;
    const own = wording.lower.slice(candidates[possessor]!.to, candidate.head.from).filter(isLetters);
    const key = `${clusters.of(possessor)} ${noun}`;
    const before = owned.get(key);
    if (!before) owned.set(key, candidate);
    else if (clusters.agree(before.index, index) && (own.length === 0 || saysAll(passage, before, own)))
      clusters.join(before.index, index);
  }
}

const isLetters = (word: string): boolean => /^\p{L}{2}/u.test(word);

const saysAll = ({ wording }: Passage, { from, far }: Candidate, words: readonly string[]): boolean =>
  words.every(word => wording.lower.slice(from, far).includes(word));

/** "his wife": whose, is not known yet. */
const isOwned = ({ wording }: Passage, { from }: Candidate): boolean =>
  /^(?:PRP\$|WP\$)$/.test(wording.xpos[from]!);

/** A phrase's words without its noun, each name as one, peoples as their states. */
function contentWords(
  { wording, vocabulary, candidates }: Passage,
  candidate: Candidate,
): ReadonlySet<string> {
  const words = new Set<string>();
  if (candidate.kind !== 'nominal') return words;
  const { lower, xpos, nameAt } = wording;
  for (let at = candidate.from; at < candidate.far; at++)
    if (nameAt[at]! < 0 && /^(?:JJ|NN|CD|VB)/.test(xpos[at]!)) words.add(lower[at]!);
  for (let at = candidate.index + 1; at < candidates.length && candidates[at]!.from < candidate.far; at++)
    if (candidates[at]!.key !== '') words.add(sameNameKey(candidates[at]!, vocabulary));
  for (const part of candidate.noun.split('-')) words.delete(part);
  words.delete(candidate.noun);
  return words;
}

/** The last that has the same noun, alone or in its role or name, and lacks nothing that this one says. */
function sameNoun(
  passage: Passage,
  candidate: Candidate,
  words: readonly ReadonlySet<string>[],
): number | null {
  const { candidates, clusters } = passage;
  const own = [...words[candidate.index]!];
  const last = Math.max(0, candidate.index - reach.candidates);
  for (let index = candidate.index - 1; index >= last; index--) {
    const before = candidates[index]!;
    if (candidate.sentence - before.sentence > reach.sentences) return null;
    if (before.kind === 'pronoun' || before.far > candidate.from || !clusters.agree(index, candidate.index))
      continue;
    if (before.kind === 'nominal') {
      if (
        before.noun === candidate.noun &&
        before.number === candidate.number &&
        isAllIn(own, words[index]!) &&
        !isOwned(passage, before)
      )
        return index;
    } else if (own.length === 0 && candidate.number === 'one' && isCalled(passage, before, candidate.noun))
      return index;
  }
  return null;
}

const isAllIn = (words: readonly string[], others: ReadonlySet<string>): boolean =>
  words.every(word => others.has(word));

/** Its role has the noun ("Iran's U.N. ambassador"), or its name ends in it ("the Justice Department"). */
function isCalled(
  { wording, clusters }: Passage,
  { role, head, index, kind }: Candidate,
  noun: string,
): boolean {
  if (kind !== 'name') return false;
  const { lower } = wording;
  if (clusters.kind(index) !== 'person') return head.to - head.from > 1 && lower[head.to - 1] === noun;
  if (!role) return false;
  return ` ${lower.slice(role.from, role.to).join(' ').replaceAll(' - ', '-')} `.includes(` ${noun} `);
}

/** "the country", "the newspaper", "the company", with nothing more said of it: the only one of the kind that was named lately, or the last subject among them. */
function general(passage: Passage, candidate: Candidate, own: ReadonlySet<string>): number | null {
  const { candidates, clusters, vocabulary } = passage;
  const noun = vocabulary.nouns.get(candidate.noun);
  if (!noun?.general || candidate.number !== 'one' || own.size > 0) return null;
  const found: number[] = [];
  const last = Math.max(0, candidate.index - reach.candidates);
  for (let index = candidate.index - 1; index >= last; index--) {
    const before = candidates[index]!;
    if (candidate.sentence - before.sentence > generalReach) break;
    if (
      before.kind === 'name' &&
      before.to <= candidate.from &&
      clusters.kind(index) === noun.kind &&
      isPress(passage, before) === noun.press
    )
      found.push(index);
  }
  const [nearest] = found;
  if (nearest === undefined) return null;
  if (found.every(index => clusters.same(index, nearest))) return nearest;
  return noun.kind === 'state' ? (found.find(index => isTopic(passage, candidates[index]!)) ?? null) : null;
}

const isPress = ({ vocabulary }: Passage, { key }: Candidate): boolean => vocabulary.outlets.has(key);

/** A subject, or what possesses one. */
const isTopic = ({ candidates }: Passage, { clauseRole, inside }: Candidate): boolean =>
  clauseRole === 'subject' || (inside >= 0 && candidates[inside]!.clauseRole === 'subject');
