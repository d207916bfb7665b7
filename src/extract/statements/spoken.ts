import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isCapitalised, isWord, type Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { afterAdverbials, clauseEnd, contentBefore, trimmedEnd } from './content.ts';
import { opensSubject, subjectAfter, subjectBefore } from './subject.ts';
import { type VerbGroup, verbGroupsAt } from './verb-group.ts';

/** What holds the content, seen from the cue, and the pattern that it makes. */
type Frame = { readonly pattern: string; readonly contents: readonly TokenSpan[]; readonly cueTo: number };

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

/** "who requested anonymity" and "briefed on the sale" say on what authority, not what. */
function authorityPhraseEnd(words: Words, vocabulary: Vocabulary, at: number): number | null {
  const anonymity = vocabulary.phrases.anonymity(words.lower, at);
  if (anonymity?.row[1] === 'terms') return anonymity.to;
  return vocabulary.phrases.basis(words.lower, at)?.to ?? null;
}

function attributionOf(
  words: Words,
  vocabulary: Vocabulary,
  sentence: TokenSpan,
  group: VerbGroup,
  before: readonly Attribution[],
): Attribution | null {
  if (group.infinitive || isNominal(words, vocabulary, group)) return null;
  if (group.passive || isParticiple(words, group)) return null;
  return (
    inverted(words, vocabulary, sentence, group) ?? withSubject(words, vocabulary, sentence, group, before)
  );
}

/** "a team expected to win", "the sum first reported by": a past form with no subject of its own. */
const isParticiple = (words: Words, group: VerbGroup): boolean =>
  group.form === 'past' &&
  !group.auxiliary &&
  (words.lower[group.to] === 'by' || (group.verb.lemma === 'expect' && words.lower[group.to] === 'to'));

/** A form that is a noun or an adjective here: "the claims", "her alleged role", "of reports". */
function isNominal(words: Words, vocabulary: Vocabulary, group: VerbGroup): boolean {
  const left = words.lower[group.from - 1] ?? '';
  const part = vocabulary.partOf.get(left);
  if (part === 'determiner' || left === "'s" || left === 'whose')
    return !/^(?:this|that|one|all)$/.test(left);
  if (group.form === 'ing') return part === 'preposition' && !/^(?:by|after|before|without)$/.test(left);
  if (part === 'preposition' && !isCapitalised(words, group.from - 1)) return true;
  if (group.form === 'base' && !group.auxiliary) return !takesBaseForm(words, vocabulary, group.from - 1);
  return (
    group.form === 's' &&
    isCapitalised(words, group.at) &&
    group.at > 0 &&
    isCapitalised(words, group.at - 1) &&
    isCapitalised(words, group.at + 1)
  );
}

/** Whether a verb's base form can follow: after "they", "officials", "and". */
function takesBaseForm(words: Words, vocabulary: Vocabulary, at: number): boolean {
  const word = words.lower[at] ?? '';
  if (/^(?:i|we|they|you|who|many|some|others|both|most|people)$/.test(word)) return true;
  return vocabulary.partOf.get(word) === undefined && /[^s]s$/.test(word) && word !== "'s";
}

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

/** Nothing but an adverbial or an apposition follows. */
const endsHere = (words: Words, at: number, last: number): boolean =>
  at >= last - 1 || /^(?:[,.;]|in|on|at|during|after|to)$/.test(words.lower[at]!);

/** `, "…"` after the reporting clause goes on with what was said before it. */
function continuation(
  words: Words,
  vocabulary: Vocabulary,
  at: number,
  last: number,
  content: TokenSpan,
): TokenSpan[] {
  if (words.lower[at] !== ',' || at + 1 >= last) return [];
  const next = at + 1;
  const quotation = words.quotations[words.quotationOf[next]!];
  if (quotation) return [{ from: quotation.from, to: quotation.to }];
  if (words.quotationOf[content.to - 1]! >= 0 || /ing$/.test(words.lower[next]!)) return [];
  const part = vocabulary.partOf.get(words.lower[next]!);
  if (
    part === 'preposition' ||
    /^(?:who|while|but|after|as|a|an|when|which|where|citing)$/.test(words.lower[next]!)
  )
    return [];
  return [{ from: next, to: clauseEnd(words, vocabulary, next, 'clause') }];
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
    frame,
  );
}

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
  if (!last || !clause) return last?.source ?? leadingSubject(words, vocabulary, sentence, group.from);
  const from = words.lower[clause.from] === 'that' ? clause.from + 1 : clause.from;
  return leadingSubject(words, vocabulary, { from, to: clause.to }, group.from) ?? last.source;
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
    if (part === 'be' || part === 'auxiliary' || /(?:ed|ew|old|ade|ook|ent|ave)$/.test(words.lower[at]!))
      return subjectBefore(words, vocabulary, at);
  }
  return null;
}

/** The content after the cue. */
function following(
  words: Words,
  vocabulary: Vocabulary,
  { to: last }: TokenSpan,
  group: VerbGroup,
): Frame | null {
  const { frames } = group.verb;
  const at = afterListener(words, vocabulary, group.to, last, frames);
  const far = afterAdverbials(words, vocabulary, at, last);
  if (frames.has('quote')) {
    const quoted = quotationAt(words, at) ?? quotationAt(words, far);
    if (quoted !== null)
      return { pattern: 'quotation', contents: [quotedFrom(words, quoted, last)], cueTo: group.to };
  }
  const clause = clauseAt(words, vocabulary, frames, at, far, last);
  if (clause) return { ...clause, cueTo: group.to };
  return prepositional(words, vocabulary, group, last) ?? objectOf(words, vocabulary, group, last);
}

/** "told |reporters| that": up to six words before a clause or a quotation. */
function afterListener(
  words: Words,
  vocabulary: Vocabulary,
  at: number,
  last: number,
  frames: ReadonlySet<string>,
): number {
  if (!frames.has('listener')) return at;
  for (let next = at; next < Math.min(at + 9, last); next++)
    if (/^(?:that|:|,|how|why|what|whether|to)$/.test(words.lower[next]!) || words.quotationOf[next]! >= 0)
      return next;
  return afterShortPhrase(words, vocabulary, at);
}

/** One pronoun, one name or one determined noun. */
function afterShortPhrase(words: Words, vocabulary: Vocabulary, at: number): number {
  const part = vocabulary.partOf.get(words.lower[at] ?? '');
  if (part === 'determiner') return at + 2;
  let next = at + 1;
  while (
    isCapitalised(words, at) &&
    isCapitalised(words, next) &&
    vocabulary.partOf.get(words.lower[next]!) === undefined
  )
    next++;
  return next;
}

/** Where the quotation starts that a comma, a colon or nothing leads to; null where there is none. */
function quotationAt(words: Words, at: number): number | null {
  const start = /^[,:]$/.test(words.lower[at] ?? '') && words.quotationOf[at]! < 0 ? at + 1 : at;
  const quotation = words.quotations[words.quotationOf[start] ?? -1];
  return quotation?.from === start ? start : null;
}

/** A quotation, and with it the rest of a clause that it begins: `said "many" would go`. */
function quotedFrom(words: Words, from: number, last: number): TokenSpan {
  const { to } = words.quotations[words.quotationOf[from]!]!;
  const inside = words.form[to - 2] ?? '';
  if (to >= last - 1 || /^[.,!?]$/.test(inside) || /^[,.;]$/.test(words.form[to] ?? '.')) return { from, to };
  return { from, to: trimmedEnd(words, from, last) };
}

function clauseAt(
  words: Words,
  vocabulary: Vocabulary,
  frames: ReadonlySet<string>,
  at: number,
  far: number,
  last: number,
): Omit<Frame, 'cueTo'> | null {
  const clause = (from: number, pattern: string) => ({
    pattern,
    contents: [{ from, to: clauseEnd(words, vocabulary, from, 'clause') }],
  });
  for (const start of [at, far, far + (words.lower[far] === ',' ? 1 : 0)]) {
    if (start >= last - 1) continue;
    const word = words.lower[start]!;
    const says = frames.has('that') || frames.has('clause') || frames.has('listener');
    if (says && (word === 'that' || /^(?:whether|how|why)$/.test(word))) return clause(start, 'that');
    if (frames.has('whether') && /^(?:whether|how|why|if|what|when|where|who)$/.test(word))
      return clause(start, 'whether');
    if (frames.has('to') && start === at && opensInfinitive(words, start)) return clause(start, 'to');
  }
  for (const start of [at, far])
    if (
      (frames.has('clause') || frames.has('listener')) &&
      start < last - 2 &&
      opensClause(words, vocabulary, start)
    )
      return clause(start, 'clause');
  return null;
}

/** "to leave", "not to leave", and no place: "to London". */
function opensInfinitive(words: Words, at: number): boolean {
  const to = words.lower[at] === 'not' ? at + 1 : at;
  return words.lower[to] === 'to' && !isCapitalised(words, to + 1);
}

/** Something that a clause without "that" may start with. */
function opensClause(words: Words, vocabulary: Vocabulary, at: number): boolean {
  const part = vocabulary.partOf.get(words.lower[at]!);
  if (!isWord(words, at) && !/^[$£€]$/.test(words.form[at]!)) return words.quotationOf[at]! >= 0;
  if (part === undefined || part === 'determiner' || part === 'subject-pronoun') return true;
  return /^(?:what|if|there|when|although|so|not|no)$/.test(words.lower[at]!);
}

function prepositional(words: Words, vocabulary: Vocabulary, group: VerbGroup, last: number): Frame | null {
  const word = words.lower[group.to] ?? '';
  if (!group.verb.frames.has(word) || group.to + 1 >= last || word === 'to') return null;
  const from = group.to + 1;
  return {
    pattern: 'preposition',
    contents: [{ from, to: clauseEnd(words, vocabulary, from, 'phrase') }],
    cueTo: from,
  };
}

function objectOf(words: Words, vocabulary: Vocabulary, group: VerbGroup, last: number): Frame | null {
  const from = group.to;
  if (!group.verb.frames.has('object') || from >= last || !opensObject(words, vocabulary, from)) return null;
  return {
    pattern: 'object',
    contents: [{ from, to: clauseEnd(words, vocabulary, from, 'phrase') }],
    cueTo: from,
  };
}

function opensObject(words: Words, vocabulary: Vocabulary, at: number): boolean {
  if (words.quotationOf[at]! >= 0) return true;
  const part = vocabulary.partOf.get(words.lower[at]!);
  if (!isWord(words, at)) return /^[$£€]$/.test(words.form[at]!);
  return (
    part === undefined ||
    part === 'determiner' ||
    /^(?:him|her|them|it|us|me|those|what|how)$/.test(words.lower[at]!)
  );
}

/** The content before `SUBJECT cue`: a quotation or a clause that ends there. */
function preceding(
  words: Words,
  vocabulary: Vocabulary,
  sentence: TokenSpan,
  group: VerbGroup,
  start: number,
): Frame | null {
  if (!group.verb.frames.has('quote') || group.form === 'ing') return null;
  const content = contentBefore(words, vocabulary, start, sentence.from);
  if (
    !content ||
    (words.quotationOf[content.to - 1]! < 0 && !reports(words, vocabulary, sentence, group, content, start))
  )
    return null;
  const after = afterAdverbials(words, vocabulary, group.to, sentence.to);
  const more = continuation(words, vocabulary, after, sentence.to, content);
  const pattern = words.quotationOf[content.to - 1]! >= 0 ? 'after-quotation' : 'after-clause';
  return { pattern, contents: [content, ...more], cueTo: group.to };
}

/** "…, the mayor said on Friday": a short subject, a clause before it, and nothing after but when and where. */
function reports(
  words: Words,
  vocabulary: Vocabulary,
  sentence: TokenSpan,
  group: VerbGroup,
  content: TokenSpan,
  start: number,
): boolean {
  if (!reportsClause(words, vocabulary, group, content)) return false;
  if (!opensSubject(words, vocabulary, start) && words.lower[start] !== 'it') return false;
  return endsHere(words, group.to, sentence.to) || vocabulary.partOf.get(words.lower[group.to]!) === 'time';
}

/** The clause before can be what a verb like this reports. */
function reportsClause(words: Words, vocabulary: Vocabulary, group: VerbGroup, content: TokenSpan): boolean {
  const opening = vocabulary.partOf.get(words.lower[content.from]!);
  if (
    content.to - content.from < 4 ||
    opening === 'preposition' ||
    opening === 'conjunction' ||
    opening === 'opener'
  )
    return false;
  return (
    group.verb.frames.has('clause') ||
    /^(?:add|write|report|state|tell|reveal|explain)$/.test(group.verb.lemma)
  );
}

const made = (group: VerbGroup, pattern: string, source: TokenSpan, frame: Frame): Attribution => ({
  pattern: pattern === 'inverted' ? 'inverted' : pattern,
  lemma: group.verb.lemma,
  stance: group.verb.stance,
  source,
  cue: { from: group.from, to: group.to },
  contents: frame.contents,
  negated: group.negated,
});
