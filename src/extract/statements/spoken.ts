import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { dominatedPart, subjectOf } from '../words/dominated.ts';
import type { Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { afterAdverbials, contentBefore } from './content.ts';
import { authorityPhraseEnd, isNominal, isParticiple } from './cue-sense.ts';
import { type Frame, following } from './following.ts';
import { continuation, endsHere, preceding, reportsClause } from './preceding.ts';
import { opensSubject, subjectAfter, subjectBefore } from './subject.ts';
import { type VerbGroup, verbGroupsAt } from './verb-group.ts';

/** The statements whose cue is a verb, in one sentence, in the order of their cues. */
export function findSpoken(words: Words, vocabulary: Vocabulary, sentence: TokenSpan): Attribution[] {
  const found: Attribution[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    if (words.quotationOf[at]! >= 0 || vocabulary.partOf.get(words.lower[at]!) === 'preposition') continue;
    const authority = authorityPhraseEnd(words, vocabulary, at);
    if (authority !== null) {
      at = authority - 1;
      continue;
    }
    for (const group of verbGroupsAt(words, vocabulary, at)) {
      const attribution = attributionOf(words, vocabulary, sentence, group, found);
      if (!attribution) continue;
      found.push(attribution);
      at = group.to - 1;
      break;
    }
  }
  return found;
}

function attributionOf(
  words: Words,
  vocabulary: Vocabulary,
  sentence: TokenSpan,
  group: VerbGroup,
  before: readonly Attribution[],
): Attribution | null {
  if (group.infinitive || isNominal(words, vocabulary, group)) return null;
  if (group.passive || isParticiple(words, group) || asksForComment(words, group)) return null;
  return (
    inverted(words, vocabulary, sentence, group) ?? withSubject(words, vocabulary, sentence, group, before)
  );
}

/** "a call |seeking comment|" is the outlet's own. */
const asksForComment = (words: Words, { verb, to }: VerbGroup): boolean =>
  /^(?:seek|request|ask for)$/.test(verb.lemma) && /^(?:comments?|responses?)$/.test(words.lower[to] ?? '');

/** `"…," said Rao`, "The bridge is safe, said the mayor" */
function inverted(
  words: Words,
  vocabulary: Vocabulary,
  sentence: TokenSpan,
  group: VerbGroup,
): Attribution | null {
  if (
    !group.verb.frames.has('quote') ||
    group.form === 'ing' ||
    group.form === 'base' ||
    group.to >= sentence.to
  )
    return null;
  const content = contentBefore(words, vocabulary, group.from, sentence.from);
  if (!content || !opensSubject(words, vocabulary, group.to)) return null;
  const source = subjectAfter(words, vocabulary, group.to);
  if (!source) return null;
  const quoted = words.quotationOf[content.to - 1]! >= 0;
  if (!quoted && !invertsClause(words, vocabulary, sentence, group, content, source)) return null;
  const more = continuation(
    words,
    vocabulary,
    afterAdverbials(words, vocabulary, source.to, sentence.to),
    sentence.to,
    content,
  );
  return made(group, 'inverted', source, { pattern: '', contents: [content, ...more], cueTo: group.to });
}

/** "Sales fell, said Rao" and not "Rao, the owner, said sales fell". */
function invertsClause(
  words: Words,
  vocabulary: Vocabulary,
  sentence: TokenSpan,
  group: VerbGroup,
  content: TokenSpan,
  source: TokenSpan,
): boolean {
  if (!endsHere(words, source.to, sentence.to) || !reportsClause(words, vocabulary, group, content))
    return false;
  const own = subjectBefore(words, vocabulary, group.from);
  return !own || own.from > content.from || holdsVerb(words, vocabulary, own);
}

/** An auxiliary stands outside any "who" clause. */
function holdsVerb(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): boolean {
  for (let at = from; at < to; at++) {
    if (/^(?:who|whose|which)$/.test(words.lower[at]!)) return false;
    const part = vocabulary.partOf.get(words.lower[at]!);
    if (part === 'be' || part === 'auxiliary') return true;
  }
  return false;
}

function withSubject(
  words: Words,
  vocabulary: Vocabulary,
  sentence: TokenSpan,
  group: VerbGroup,
  before: readonly Attribution[],
): Attribution | null {
  const own = subjectBefore(words, vocabulary, group.from);
  const source = group.form === 'ing' && !isProgressive(words, group) ? null : own;
  if (!source && !sharesSubject(words, vocabulary, group)) return null;
  const start = source?.from ?? group.from;
  const frame = breaksQuotation(words, start, sentence)
    ? (preceding(words, vocabulary, sentence, group, start) ?? following(words, vocabulary, sentence, group))
    : (following(words, vocabulary, sentence, group) ?? preceding(words, vocabulary, sentence, group, start));
  if (!frame) return null;
  const shared = source ?? sharedSource(words, vocabulary, sentence, group, before);
  if (!shared) return null;
  return made(
    { ...group, to: frame.cueTo },
    source ? frame.pattern : `${frame.pattern}-shared`,
    shared,
    isAside(words, group) ? { ...frame, contents: dominatedContents(words, group, frame) } : frame,
  );
}

/** "Rao|, admitting an error,| resigned" */
const isAside = (words: Words, { form, from }: VerbGroup): boolean =>
  form === 'ing' && words.lower[from - 1] === ',';

const dominatedContents = (words: Words, { at }: VerbGroup, { contents }: Frame): TokenSpan[] =>
  contents.map(content => dominatedPart(words, at, content));

/** `“…,” she said, “…”`: the quotation before is not over. */
const breaksQuotation = (words: Words, start: number, { from }: TokenSpan): boolean =>
  start - 2 >= from && words.quotationOf[start - 1]! >= 0 && words.form[start - 2] === ',';

const isProgressive = (words: Words, group: VerbGroup): boolean =>
  /^(?:is|was|are|were|been|am|'s|'re)$/.test(words.lower[group.at - 1] ?? '') ||
  /^(?:is|was|are|were|been|am)$/.test(words.lower[group.from] ?? '');

/** ", adding", "and said", "by saying": the subject stands earlier in the sentence. */
function sharesSubject(words: Words, vocabulary: Vocabulary, group: VerbGroup): boolean {
  const left = words.lower[group.from - 1] ?? '';
  if (group.form === 'ing')
    return (
      /^(?:,|and|by|after|while|before|without)$/.test(left) || vocabulary.partOf.get(left) === undefined
    );
  return group.form !== 'base' && /^(?:and|but|,)$/.test(left);
}

/** The source of the statement before; inside that one's clause, the clause's own subject. */
function sharedSource(
  words: Words,
  vocabulary: Vocabulary,
  sentence: TokenSpan,
  group: VerbGroup,
  before: readonly Attribution[],
): TokenSpan | null {
  const last = before.at(-1);
  const clause = last?.contents.find(({ from, to }) => from <= group.from && group.to <= to);
  const main = ofMainVerb(words, group);
  if (main) return main;
  if (!last) return besideParticiple(words, vocabulary, sentence, group);
  if (!clause) return last.source;
  const from = words.lower[clause.from] === 'that' ? clause.from + 1 : clause.from;
  return leadingSubject(words, vocabulary, { from, to: clause.to }, group.from) ?? last.source;
}

/** "|The vicar| remains opposed, expressing disdain": the subject of the verb on which the aside hangs. */
const ofMainVerb = (words: Words, group: VerbGroup): TokenSpan | null => {
  const { relation, head } = words.doc.tokens[group.at]!;
  return isAside(words, group) && relation === 'advcl' && head < group.from ? subjectOf(words, head) : null;
};

/** "|Rao|, admitting an error, resigned", "Admitting an error, |Rao| resigned"; else the sentence's subject. */
function besideParticiple(
  words: Words,
  vocabulary: Vocabulary,
  sentence: TokenSpan,
  group: VerbGroup,
): TokenSpan | null {
  if (group.form === 'ing' && group.from === sentence.from) {
    const comma = words.lower.indexOf(',', group.to);
    if (comma < 0 || comma >= sentence.to) return null;
    return leadingSubject(words, vocabulary, { from: comma + 1, to: sentence.to }, sentence.to);
  }
  const leading = leadingSubject(words, vocabulary, sentence, group.from);
  if (leading || group.form !== 'ing' || words.lower[group.from - 1] !== ',') return leading;
  return subjectBefore(words, vocabulary, group.from - 1);
}

/** The sentence's first noun phrase, up to its first verb as far as that can be told. */
function leadingSubject(
  words: Words,
  vocabulary: Vocabulary,
  sentence: TokenSpan,
  before: number,
): TokenSpan | null {
  for (let at = sentence.from + 1; at < before; at++) {
    const part = vocabulary.partOf.get(words.lower[at]!);
    if (part === 'be' || part === 'auxiliary' || looksPast(vocabulary, words.lower[at]!))
      return subjectBefore(words, vocabulary, at);
  }
  return null;
}

const looksPast = (vocabulary: Vocabulary, word: string): boolean =>
  /(?:ed|ew|old|ade|ook|ent|ave)$/.test(word) ||
  (vocabulary.verbs.get(word)?.some(({ form }) => form === 'past') ?? false);

const made = (group: VerbGroup, pattern: string, source: TokenSpan, frame: Frame): Attribution => ({
  pattern,
  lemma: group.verb.lemma,
  stance: group.verb.stance,
  source,
  cue: { from: group.from, to: group.to },
  contents: frame.contents,
  negated: group.negated,
});
