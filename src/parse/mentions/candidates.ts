import type { TokenSpan } from '../../domain/index.ts';
import type { ArticleName } from '../names/article-names.ts';
import type { Candidate } from './candidate.ts';
import { type ClauseRole, clauseRoleOf, isGoverned } from './clauses.ts';
import { phraseEnd } from './phrase-ends.ts';
import { findPhrases, type Phrase } from './phrases.ts';
import { nameKind, properName } from './proper-names.ts';
import { type MentionVocabulary, nameKeyOf } from './vocabulary.ts';
import { nounAt, type Wording } from './wording.ts';

/** Finds everything in the article that may mention somebody or something, in order; outer phrases before inner ones. */
export function findCandidates(wording: Wording, vocabulary: MentionVocabulary): Candidate[] {
  const finder = new CandidateFinder(wording, vocabulary);
  for (const sentence of wording.sentences.keys()) finder.readSentence(sentence);
  return finder.candidates;
}

/** What a phrase or name inside another needs to know of its surroundings. */
type Place = { readonly sentence: number; readonly inside: number; readonly clauseRole: ClauseRole | null };

class CandidateFinder {
  readonly candidates: Candidate[] = [];
  readonly #wording: Wording;
  readonly #vocabulary: MentionVocabulary;

  constructor(wording: Wording, vocabulary: MentionVocabulary) {
    this.#wording = wording;
    this.#vocabulary = vocabulary;
  }

  readSentence(sentence: number): void {
    const { from, to } = this.#wording.sentences[sentence]!;
    const phrases = findPhrases(this.#wording, this.#vocabulary, { from, to });
    const ends = phraseEnds(this.#wording, this.#vocabulary, phrases, to);
    let at = from;
    for (const [index, phrase] of phrases.entries()) {
      this.#readPronouns(at, phrase.from, { sentence, inside: -1, clauseRole: null });
      this.#readPhrase(phrase, ends[index]!, { sentence, inside: -1, clauseRole: null });
      at = phrase.to;
    }
    this.#readPronouns(at, to, { sentence, inside: -1, clauseRole: null });
  }

  #readPronouns(from: number, to: number, place: Place): void {
    for (let at = from; at < to; at++) this.#readPronoun(at, place);
  }

  #readPronoun(at: number, place: Place): void {
    const { lower, form, xpos } = this.#wording;
    const pronoun = this.#vocabulary.pronouns.get(lower[at]!);
    if (!pronoun || form[at] === 'US' || form[at] === 'IT' || !/^(?:PRP|W)/.test(xpos[at]!)) return;
    if (lower[at] === 'mine' && xpos[at] !== 'PRP') return;
    const span = { from: at, to: at + 1 };
    const possessive = pronoun.use === 'possessive' && xpos[at] !== 'PRP';
    this.#add({
      ...blank,
      ...span,
      kind: 'pronoun',
      head: span,
      far: at + 1,
      sentence: place.sentence,
      inside: place.inside,
      clauseRole: possessive
        ? 'modifier'
        : pronoun.use === 'subject' && pronoun.person !== 'relative'
          ? 'subject'
          : this.#clauseRole(span, place),
      entityKind:
        pronoun.gender === 'female' || pronoun.gender === 'male' || pronoun.person === 'first'
          ? 'person'
          : null,
      number: pronoun.person === 'first' ? 'either' : pronoun.number,
      gender: pronoun.gender === 'female' || pronoun.gender === 'male' ? pronoun.gender : null,
      newness: 'given',
      pronoun: possessive ? pronoun : pronoun.use === 'possessive' ? { ...pronoun, use: 'object' } : pronoun,
    });
  }

  #clauseRole(span: TokenSpan, { sentence, clauseRole }: Place): ClauseRole {
    return (
      clauseRole ?? clauseRoleOf(this.#wording, this.#vocabulary, span, this.#wording.sentences[sentence]!.to)
    );
  }

  #readPhrase(phrase: Phrase, far: number, place: Place): void {
    const { nameAt, names } = this.#wording;
    const headName = names[nameAt[phrase.head]!];
    const index = this.candidates.length;
    const proper = headName ? properName(this.#wording, this.#vocabulary, headName) : null;
    const isNamed = proper !== null && proper.to === phrase.to;
    const own = isNamed ? this.#addName(phrase, proper, place) : this.#addNominal(phrase, far, place);
    const inner: Place = {
      sentence: place.sentence,
      inside: own ? index : place.inside,
      clauseRole: 'modifier',
    };
    if (phrase.possessor) {
      const possessor = this.candidates.length;
      this.#readPhrase(phrase.possessor, phrase.possessor.to, inner);
      if (own && this.candidates[possessor]?.from === phrase.from)
        this.candidates[index] = { ...this.candidates[index]!, possessor };
    } else this.#readOwner(phrase, own ? index : -1, inner);
    this.#readInnerNames(phrase, isNamed ? proper.from : phrase.to, inner);
  }

  /** "|his| wife", and any other pronoun that a phrase begins with. */
  #readOwner({ from }: Phrase, owned: number, place: Place): void {
    const owner = this.candidates.length;
    this.#readPronoun(from, place);
    const found = this.candidates[owner];
    if (found && owned >= 0) this.candidates[owned] = { ...this.candidates[owned]!, possessor: owner };
  }

  /** Names among a phrase's own words before its noun. */
  #readInnerNames(phrase: Phrase, end: number, place: Place): void {
    const { names, nameAt } = this.#wording;
    for (let at = phrase.own; at < end; at++) {
      const name = names[nameAt[at]!];
      if (!name || name.to > end) continue;
      const proper = properName(this.#wording, this.#vocabulary, name);
      if (proper && proper.from < proper.to)
        this.#addName({ ...proper, head: proper.to - 1, own: proper.from, possessor: null }, proper, place);
      at = name.to - 1;
    }
  }

  #addName(phrase: Phrase, name: ArticleName, place: Place): boolean {
    const { form, lower } = this.#wording;
    const key = nameKeyOf(form.slice(name.from, name.to).join(' '));
    const metonym = this.#vocabulary.metonyms.get(key) ?? null;
    const people = this.#vocabulary.peoples.has(key) && !this.#vocabulary.states.has(key);
    const clauseRole = this.#clauseRole(phrase, place);
    const role = roleOf(this.#wording, this.#vocabulary, phrase, name);
    const isAlone = phrase.from === name.from && name.to === phrase.to && !/s$/.test(lower[name.to - 1]!);
    const isDemonym = people && (place.inside >= 0 || isAlone);
    this.#add({
      ...blank,
      from: role || hasArticle(this.#wording, phrase, name) ? phrase.from : name.from,
      to: name.to,
      kind: isDemonym ? 'demonym' : 'name',
      head: { from: name.from, to: name.to },
      role,
      far: name.to,
      sentence: place.sentence,
      inside: place.inside,
      clauseRole,
      entityKind: people ? (isDemonym ? 'state' : 'other') : nameKind(name, key, this.#vocabulary),
      number: people && /s$/.test(lower[name.to - 1]!) ? 'several' : 'one',
      gender: genderOf(this.#wording, this.#vocabulary, role),
      newness: 'given',
      key: isDemonym ? this.#vocabulary.peoples.get(key)! : key,
      metonym:
        metonym && this.#standsForGovernment(metonym.kind, phrase, clauseRole)
          ? metonym
          : metonym?.kind === 'state'
            ? metonym
            : null,
    });
    return true;
  }

  /** "Tehran denied it" is its government, "in Tehran" is the city. */
  #standsForGovernment(kind: 'capital' | 'seat' | 'state', phrase: Phrase, clauseRole: ClauseRole): boolean {
    const { lower, form, sentenceOf, sentences } = this.#wording;
    if (kind === 'state') return true;
    const isDateline =
      form[phrase.from] === form[phrase.from]!.toUpperCase() &&
      sentences[sentenceOf[phrase.from]!]!.from === phrase.from;
    let before = phrase.from - 1;
    while (
      before > 0 &&
      (lower[before] === 'and' || lower[before] === 'or') &&
      this.#wording.nameAt[before - 1]! >= 0
    )
      before = this.#wording.names[this.#wording.nameAt[before - 1]!]!.from - 1;
    const isWhere = before >= 0 && this.#vocabulary.is(lower[before]!, 'place');
    if (isDateline || isWhere) return false;
    return (
      kind === 'seat' || clauseRole !== 'oblique' || isGoverned(this.#wording, this.#vocabulary, before + 1)
    );
  }

  #addNominal(phrase: Phrase, far: number, place: Place): boolean {
    const { xpos, isTime } = this.#wording;
    const noun = nounAt(this.#wording, phrase.head);
    if (isTime[phrase.head] || !/^\p{L}/u.test(noun)) return false;
    const known = this.#vocabulary.nouns.get(noun);
    const several = /^NNP?S$/.test(xpos[phrase.head]!);
    this.#add({
      ...blank,
      from: phrase.from,
      to: phrase.to,
      kind: 'nominal',
      head: { from: phrase.head, to: phrase.head + 1 },
      far,
      sentence: place.sentence,
      inside: place.inside,
      clauseRole: this.#clauseRole({ from: phrase.from, to: far }, place),
      entityKind: known?.kind ?? null,
      number: several ? 'several' : 'one',
      gender: this.#vocabulary.genders.get(noun) ?? null,
      newness: isGiven(this.#wording, phrase) ? 'given' : 'new',
      noun,
    });
    return true;
  }

  #add(candidate: Omit<Candidate, 'index'>): void {
    this.candidates.push({ ...candidate, index: this.candidates.length });
  }
}

const blank = {
  role: null,
  possessor: -1,
  inside: -1,
  key: '',
  noun: '',
  pronoun: null,
  metonym: null,
} as const;

/** "|the| United Nations", "|the| US Justice Department", but no person. */
const hasArticle = ({ xpos, lower }: Wording, { from, possessor }: Phrase, { kind }: ArticleName): boolean =>
  kind !== 'person' && possessor === null && (xpos[from] === 'DT' || lower[from] === 'the');

/** The ends of a sentence's phrases with what follows their nouns. */
const phraseEnds = (
  wording: Wording,
  vocabulary: MentionVocabulary,
  phrases: readonly Phrase[],
  end: number,
): number[] => {
  const ends: number[] = new Array(phrases.length).fill(0);
  for (let index = phrases.length - 1; index >= 0; index--)
    ends[index] = phraseEnd(
      wording,
      vocabulary,
      phrases[index]!,
      { next: phrases[index + 1], farther: ends[index + 1] ?? end },
      end,
    );
  return ends;
};

const given = new Set<string>(['the', 'this', 'that', 'these', 'those', 'both']);

const isGiven = ({ lower, xpos }: Wording, phrase: Phrase): boolean =>
  phrase.possessor !== null ||
  xpos[phrase.from] === 'PRP$' ||
  xpos[phrase.from] === 'WP$' ||
  given.has(lower[phrase.from]!);

/** "Iran's U.N. ambassador |Amir Saeid Iravani|", "Mr. |Musk|", "the agency |IRNA|"; an article alone is no role. */
function roleOf(
  wording: Wording,
  vocabulary: MentionVocabulary,
  { from }: Phrase,
  name: ArticleName,
): TokenSpan | null {
  if (from >= name.from || name.kind === 'place') return null;
  const last = wording.lower[name.from - 1]!;
  const isNoun = vocabulary.nouns.has(last);
  if (last === '.' || (!isNoun && /^(?:DT|POS|PRP\$|JJ|CD)$/.test(wording.xpos[name.from - 1]!))) return null;
  return name.kind === 'person' || isNoun ? { from, to: name.from } : null;
}

function genderOf(wording: Wording, vocabulary: MentionVocabulary, role: TokenSpan | null) {
  if (!role) return null;
  for (let at = role.to - 1; at >= role.from; at--) {
    const gender = vocabulary.genders.get(wording.lower[at]!.replace('.', ''));
    if (gender) return gender;
    if (wording.xpos[at] === 'POS') return null;
  }
  return null;
}
