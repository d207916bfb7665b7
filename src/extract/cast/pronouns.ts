import type { TokenSpan } from '../../domain/index.ts';
import type { NameRun } from '../authority/names.ts';
import { readSourcePhrase } from '../authority/phrase.ts';
import type { SourcePhrase } from '../authority/source-phrase.ts';
import { subjectBefore } from '../statements/subject.ts';
import { isCapitalised, type Words } from '../words/words.ts';
import { ofPhrase } from './match.ts';
import type { Member } from './member.ts';
import { addMember, blockOf, type Register } from './register.ts';

/** How many paragraphs back a pronoun looks. */
const pronounReach = 2;

/** How many mentions back a title is looked for. */
const genderReach = 4;

/** The member that a pronoun means; null where that cannot be told. */
export function ofPronoun(register: Register, phrase: SourcePhrase): Member | null {
  const { words } = register;
  const word = subjectForm(words.lower[phrase.from]!);
  if (word === 'who' || word === 'which') return ofRelative(register, phrase);
  if (word === 'he' || word === 'she') return onlyPerson(register, phrase);
  const kinds: Readonly<Record<string, readonly string[]>> = {
    it: ['organisation', 'government', 'press', 'document'],
    they: ['anonymous', 'unnamed-group', 'organisation', 'government'],
  };
  const last = lastMentioned(register, phrase, kinds[word] ?? []);
  return last && (word !== 'they' || last.count !== 1) ? last : null;
}

/** "her claim" is by whom "she" means. */
export const subjectForm = (pronoun: string): string => subjectForms.get(pronoun) ?? pronoun;

const subjectForms = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['its', 'it'],
  ['their', 'they'],
]);

/** "Rao, |who| denied it": the phrase before, or the name with which it ends. */
function ofRelative(register: Register, { from }: SourcePhrase): Member | null {
  const { words, vocabulary } = register;
  const end = words.lower[from - 1] === ',' ? from - 1 : from;
  const before = end > 0 ? subjectBefore(words, vocabulary, end) : null;
  const phrase = [before && fromDeterminer(register, before), nameBefore(register, end)]
    .flatMap(span => (span ? [readSourcePhrase(words, vocabulary, span)] : []))
    .find(({ pronoun, kind }) => !pronoun && kind !== 'unknown');
  return phrase ? (ofPhrase(register, phrase) ?? addMember(register, phrase)) : null;
}

/** "under |President Ana Rao|, who": the capitalised words just before. */
function nameBefore({ words }: Register, to: number): TokenSpan | null {
  let from = to;
  while (from > 0 && to - from < 6 && isCapitalised(words, from - 1) && sameSentence(words, from - 1, to - 1))
    from--;
  return from < to ? { from, to } : null;
}

const sameSentence = ({ sentenceOf }: Words, a: number, b: number): boolean =>
  sentenceOf[a] === sentenceOf[b];

/** "police held |a man| who": a determiner that no preposition governs opens the nearest noun phrase. */
function fromDeterminer({ words, vocabulary }: Register, { from, to }: TokenSpan): TokenSpan {
  const part = (at: number): string | undefined => vocabulary.partOf.get(words.lower[at]!);
  for (let at = to - 1; at > from; at--)
    if (part(at) === 'determiner' && part(at - 1) !== 'preposition' && part(at - 1) !== 'determiner')
      return { from: at, to };
  return { from, to };
}

/** The one person who has spoken lately, unless another person is named in between. */
function onlyPerson(register: Register, phrase: SourcePhrase): Member | null {
  const { words, names } = register;
  const member = lastMentioned(register, phrase, ['person', 'spokesperson']);
  if (!member || (member.name && otherGender(words, member, subjectForm(words.lower[phrase.from]!))))
    return null;
  const since = member.mentions.findLast(mention => mention.to <= phrase.from)!.to;
  const own = member.name ? words.lower.slice(member.name.from, member.name.to) : [];
  for (let at = since; at < phrase.from; at++)
    if (
      words.quotationOf[at]! < 0 &&
      isCapitalised(words, at) &&
      names.has(words.lower[at]!) &&
      !own.includes(words.lower[at]!) &&
      isPersonName(names, words, at)
    )
      return null;
  return member;
}

/** A known full name of at least two words ends here. */
const isPersonName = (names: ReadonlyMap<string, NameRun>, words: Words, at: number): boolean => {
  const name = names.get(words.lower[at]!)!;
  return name.to - name.from >= 2;
};

function otherGender(words: Words, { mentions, name }: Member, pronoun: string): boolean {
  const near = [...mentions.slice(0, 1), ...mentions.slice(-genderReach), ...(name ? [name] : [])];
  const before = near.flatMap(({ from, to }) => words.lower.slice(Math.max(0, from - 2), to));
  const male = before.some(word => /^(?:mr|sir|lord|spokesman|congressman)$/.test(word.replace('.', '')));
  const female = before.some(word =>
    /^(?:mrs|ms|miss|dame|lady|baroness|spokeswoman|congresswoman)$/.test(word.replace('.', '')),
  );
  return (pronoun === 'she' && male && !female) || (pronoun === 'he' && female && !male);
}

/** The last member of some kinds that a source phrase before, near enough, named. */
function lastMentioned(
  { words, members, mentions }: Register,
  { from }: TokenSpan,
  kinds: readonly string[],
): Member | null {
  for (let at = mentions.length - 1; at >= 0; at--) {
    const mention = mentions[at]!;
    if (blockOf(words, from) - blockOf(words, mention.from) > pronounReach) return null;
    const member = members[mention.member]!;
    if (mention.to <= from && kinds.includes(member.kind)) return member;
  }
  return null;
}
