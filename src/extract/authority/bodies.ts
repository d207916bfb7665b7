import type { SourceKind, TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isCapitalised, type Words } from '../words/words.ts';
import { endsLikeCompany, lastRun, nameRunAt, withoutTitles } from './names.ts';
import type { Blank, SourcePhrase } from './source-phrase.ts';

/** "the charity Clean Harbours", "ratings agency Calder & Voss": a body's noun before its name. */
export function asDescribedBody(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  core: TokenSpan,
): SourcePhrase | null {
  const run = lastRun(words, vocabulary, core);
  if (!run || run.to < core.to || run.from === core.from || isCapitalised(words, run.from - 1)) return null;
  const before = { from: core.from, to: run.from };
  const kind = endingBody(words, vocabulary, before);
  if (!kind || kind === 'document' || withoutTitles(words, vocabulary, run).from > run.from) return null;
  return { ...blank, kind, name: run, role: words.lower[run.from - 1]!, description: before };
}

/** "Iran's foreign ministry", "Tehran", "the club", "a court filing" */
export function asBody(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  head: TokenSpan,
  core: TokenSpan,
): SourcePhrase | null {
  const state = vocabulary.phrases.governments(words.lower, core.from);
  const named = namedBody(words, vocabulary, core);
  if (state?.to === core.to && isCapitalised(words, core.from))
    return { ...blank, kind: 'government', name: core, count: null };
  const kind = bodyKind(words, vocabulary, core);
  if (!kind) return null;
  const refersBack =
    /^(?:the|this|that)$/.test(words.lower[head.from]!) &&
    core.to - core.from === 1 &&
    core.to === head.to &&
    !named;
  return {
    ...blank,
    kind,
    name: named && { from: named.from, to: isCapitalised(words, head.to - 1) ? head.to : core.to },
    role: words.lower[core.to - 1]!,
    description: named ? null : head,
    refersBack,
  };
}

/** A body is named where a capital stands in its noun phrase. */
function namedBody(words: Words, vocabulary: Vocabulary, core: TokenSpan): TokenSpan | null {
  for (let at = core.from; at < core.to; at++)
    if (isCapitalised(words, at) && (vocabulary.partOf.get(words.lower[at]!) === undefined || at > core.from))
      return { from: core.from, to: core.to };
  return null;
}

/** "the mayor's |office|": what belongs to an office speaks for it. */
const isOffice = ({ lower }: Words, { to }: TokenSpan): boolean =>
  lower[to - 1] === 'office' && /^['’]s?$/.test(lower[to - 2] ?? '');

/** By the phrase's last word or two. */
function endingBody(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): SourceKind | null {
  for (let at = Math.max(from, to - 2); at < to; at++) {
    const body = vocabulary.phrases.organisations(words.lower, at);
    if (body?.to === to) return body.row[1] as SourceKind;
  }
  return null;
}

export function bodyKind(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): SourceKind | null {
  if (isOffice(words, { from, to })) return 'government';
  const ending = endingBody(words, vocabulary, { from, to });
  if (ending) return ending;
  if (endsLikeCompany(words, vocabulary, { from, to })) return 'organisation';
  if (vocabulary.phrases.localities(words.lower, to - 1)) return 'government';
  const all = to - from;
  for (let at = from; at < to; at++) {
    const body = vocabulary.phrases.organisations(words.lower, at);
    if (body && isCapitalised(words, at) && all > 1) return body.row[1] as SourceKind;
  }
  return to - from === 1 && /^[A-Z]{2,6}$/.test(words.form[from]!) ? 'organisation' : null;
}

/** "the Harbour Trust": a name with an article is a body's. */
export function asTheName(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  core: TokenSpan,
): SourcePhrase | null {
  const run = nameRunAt(words, vocabulary, core.from, core.to);
  return run?.to === core.to ? { ...blank, kind: 'organisation', name: core } : null;
}
