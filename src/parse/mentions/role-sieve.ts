import type { Candidate } from './candidate.ts';
import type { Passage } from './passage.ts';

/** Joins what stands side by side: appositions, "X is a Y", "X as Y", and relative pronouns with what they follow. */
export function joinNeighbours(passage: Passage): void {
  const outermost = new Map<number, Candidate>();
  for (const candidate of passage.candidates)
    if (candidate.inside < 0 && candidate.kind !== 'pronoun') outermost.set(candidate.from, candidate);
  for (const candidate of passage.candidates) {
    if (candidate.kind === 'pronoun') joinRelative(passage, candidate);
    else if (candidate.inside < 0) {
      joinApposition(passage, candidate, outermost);
      joinPredicate(passage, candidate, outermost);
      joinOffice(passage, candidate, outermost);
    }
  }
}

/** "Ana Rao, |the mayor of Lyon|,", "the ministry's spokesman, |Bo Lin|,". */
function joinApposition(passage: Passage, first: Candidate, outermost: ReadonlyMap<number, Candidate>): void {
  const { wording, clusters, descriptions } = passage;
  const comma = wording.form[first.far];
  if (comma !== ',' && comma !== '(') return;
  const second = outermost.get(first.far + 1);
  if (!second || second.sentence !== first.sentence || !isOneAndNamed(passage, first, second)) return;
  if (!endsApposition(passage, first, second) || !clusters.agree(first.index, second.index)) return;
  clusters.join(first.index, second.index);
  descriptions.add(first.kind === 'nominal' ? first.index : second.index);
}

/** One of them is a name, the other says what it is; both are one, and people or organisations. */
function isOneAndNamed({ clusters }: Passage, first: Candidate, second: Candidate): boolean {
  const [name, nominal] = first.kind === 'nominal' ? [second, first] : [first, second];
  if (name.kind !== 'name' || nominal.kind !== 'nominal' || nominal.number !== 'one') return false;
  const kind = clusters.kind(name.index);
  return (
    kind !== null &&
    nominal.entityKind === kind &&
    (kind === 'person' || kind === 'organisation' || kind === 'state' || kind === 'place')
  );
}

/** A mark or "who" ends it; a verb would make it the subject, "and" the next of a list. */
function endsApposition(
  { wording, vocabulary }: Passage,
  first: Candidate,
  { far, kind, sentence }: Candidate,
): boolean {
  const { form, lower, sentences, xpos } = wording;
  if (xpos[far] === 'RB') far++;
  if (far >= sentences[sentence]!.to) return true;
  const isList = form[far] === ',' && /^(?:and|or)$/.test(lower[far + 1] ?? '');
  if (isList && (kind === 'name' || first.kind === 'name') && first.clauseRole !== 'subject') return false;
  return (
    /^[,.;:)!?—–-]+$/.test(form[far]!) ||
    (kind === 'nominal' && /^(?:who|whose|and)$/.test(lower[far]!)) ||
    (kind === 'nominal' && vocabulary.is(lower[far]!, 'adjunct'))
  );
}

/** "Ana Rao is |the mayor of Lyon|". */
function joinPredicate(
  passage: Passage,
  subject: Candidate,
  outermost: ReadonlyMap<number, Candidate>,
): void {
  const { wording, vocabulary, clusters, descriptions } = passage;
  if (
    !vocabulary.is(wording.lower[subject.far] ?? '', 'copula') ||
    wording.sentenceOf[subject.far] !== subject.sentence
  )
    return;
  const predicate = outermost.get(subject.far + 1);
  if (!predicate || subject.newness === 'new' || subject.clauseRole !== 'subject') return;
  if (!isOneAndNamed(passage, subject, predicate) || subject.kind !== 'name') return;
  if (!clusters.agree(subject.index, predicate.index)) return;
  clusters.join(subject.index, predicate.index);
  descriptions.add(predicate.index);
}

/** "Ana Rao as |finance minister|": a role without an article. */
function joinOffice(passage: Passage, name: Candidate, outermost: ReadonlyMap<number, Candidate>): void {
  const { wording, clusters, descriptions } = passage;
  if (name.kind !== 'name' || wording.lower[name.far] !== 'as') return;
  const office = outermost.get(name.far + 1);
  if (office?.newness !== 'new' || wording.xpos[office.from] === 'DT') return;
  if (!isOneAndNamed(passage, name, office) || clusters.kind(name.index) !== 'person') return;
  clusters.join(name.index, office.index);
  descriptions.add(office.index);
}

/** "the official, |who| was briefed", "two officials |whom| it did not name": the nearest that ends before. */
function joinRelative({ wording, candidates, clusters }: Passage, relative: Candidate): void {
  if (relative.pronoun?.person !== 'relative') return;
  const { lower, form, xpos } = wording;
  let end = relative.from;
  if (/^(?:IN|TO)$/.test(xpos[end - 1] ?? '')) end--;
  if (form[end - 1] === ',') end--;
  const isThing = lower[relative.from] === 'which';
  for (let index = relative.index - 1; index >= Math.max(0, relative.index - 12); index--) {
    const before = candidates[index]!;
    if (before.sentence !== relative.sentence) return;
    if ((before.to !== end && before.far !== end) || before.kind === 'pronoun') continue;
    const kind = clusters.kind(index);
    const fits = isThing ? kind !== 'person' : kind === 'person' || lower[relative.from] === 'whose';
    if (!fits || (before.inside >= 0 && candidates[before.inside]!.to === before.to)) continue;
    clusters.join(index, relative.index);
    return;
  }
}
