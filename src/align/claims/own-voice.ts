import type { CharSpan, TokenSpan } from '../../domain/index.ts';
import { overlaps } from '../../domain/index.ts';
import { type Account, spanOf } from '../accounts.ts';
import { tokensIn } from '../words/account-words.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import type { ClauseCutter } from './clauses.ts';
import { isResponse, partsOf, sourcingOf, tells } from './statements.ts';
import { hull, type Unit } from './unit.ts';

/** Which tokens are not the outlet's own telling: statements, what is said of their sources, and credits. */
export function spokenFor({ doc, reading }: Account, units: readonly Unit[]): Uint8Array {
  const covered = new Uint8Array(doc.tokens.length);
  const cover = (span: CharSpan) => {
    const { from, to } = tokensIn(doc, span);
    covered.fill(1, from, to);
  };
  for (const { span } of units) cover(span);
  for (const statement of reading.statements) {
    if (isResponse(statement)) cover(hull(partsOf(statement)));
    else if (tells(statement)) partsOf(statement).forEach(cover);
    if (isResponse(statement) || tells(statement)) sourcingOf(statement).forEach(cover);
  }
  for (const { span } of reading.credits) if (span) cover(span);
  return covered;
}

const leastContentWords = 3;
/** What a statement leaves over of its sentence has to stand on more. */
const leastWordsLeftOver = 6;

const isLead = (word: string): boolean => /^(and|but|which)$/i.test(word);

/** The clauses in the outlet's own voice, sentence by sentence; headings and titles are not sentences. */
export function ownUnits(
  account: Account,
  covered: Uint8Array,
  vocabulary: Vocabulary,
  cutClauses: ClauseCutter,
): Unit[] {
  const { doc, text } = account;
  const word = (at: number) => text.slice(doc.tokens[at]!.start, doc.tokens[at]!.end);
  const contentWords = ({ from, to }: TokenSpan) =>
    account.words.slice(from, to).filter(keys => keys !== null && vocabulary.commonness(keys) > 0).length;

  const subjects = subjectsBefore(account);

  const uncoveredRuns = ({ from, to }: TokenSpan): TokenSpan[] => {
    const runs: TokenSpan[] = [];
    let start = from;
    for (let at = from; at <= to; at++)
      if (at === to || covered[at]) {
        if (at > start) runs.push({ from: start, to: at });
        start = at + 1;
      }
    return runs;
  };
  const says = (at: number) => {
    const keys = account.words[at];
    return keys ? vocabulary.commonness(keys) > 0 : false;
  };
  /** What breaks off before a statement loses its loose end: "charged a man over what (prosecutors said was …)". */
  const trimmed = ({ from, to }: TokenSpan, sentence: TokenSpan): TokenSpan => {
    const breaksOff = to < sentence.to && account.words[to - 1] !== null;
    while (from < to && (account.words[from] === null || isLead(word(from)))) from++;
    while (to > from && (breaksOff ? !says(to - 1) : account.words[to - 1] === null)) to--;
    return { from, to };
  };
  /** "Mr Rao (resigned in May and has) said": what begins with its subject's verb takes the subject along. */
  const withSubject = ({ from, to }: TokenSpan, sentence: TokenSpan): TokenSpan => {
    const start = account.words[from] && !isLead(word(from)) ? subjects.get(from) : undefined;
    return { from: Math.max(start ?? from, sentence.from), to };
  };
  /** "Published August 2, 2013, 8:13 a.m." tells when, and not what. */
  const isDateline = (run: TokenSpan): boolean => {
    const span = spanOf(doc, run);
    const dates = doc.times.filter(time => overlaps(time, span)).map(time => tokensIn(doc, time));
    return (
      dates.length > 0 && contentWords(run) - dates.reduce((sum, date) => sum + contentWords(date), 0) < 2
    );
  };
  const tellsEnough = (run: TokenSpan, whole: TokenSpan): boolean =>
    contentWords(run) >= leastContentWords &&
    !isDateline(run) &&
    !/^(?:of|who|whom|whose|where|when)$/i.test(word(run.from)) &&
    (run.to - run.from >= leastWordsLeftOver || run.to - run.from >= whole.to - whole.from - 2);

  return doc.sentences
    .filter(sentence => isProse(account, sentence.block) && !isOnTerms(account, sentence))
    .flatMap(sentence =>
      uncoveredRuns({ from: withoutDateline(account, sentence), to: sentence.to })
        .map(run => withSubject(run, sentence))
        .flatMap(run => cutClauses(account, run))
        .map(run => trimmed(run, sentence))
        .filter(run => tellsEnough(run, sentence)),
    )
    .map(tokens => ({ account, span: spanOf(doc, tokens), tokens, statements: [], isSaying: false }));
}

/** Where each source's words begin, by the token that comes after them. */
const subjectsBefore = ({ doc, reading }: Account): Map<number, number> =>
  new Map(
    reading.statements.flatMap(({ source }) =>
      (source?.spans ?? []).map(span => {
        const { from, to } = tokensIn(doc, span);
        return [to, from] as const;
      }),
    ),
  );

const isProse = ({ doc }: Account, block: number): boolean =>
  doc.article.blocks[block]?.kind !== 'title' && doc.article.blocks[block]?.kind !== 'heading';

/** "The official, who was briefed on the meeting, spoke on condition of anonymity" tells of a source, and no news. */
const isOnTerms = (account: Account, sentence: TokenSpan): boolean =>
  account.reading.statements.some(({ source }) => {
    const terms = source?.anonymity?.terms;
    return terms ? overlaps(terms, spanOf(account.doc, sentence)) : false;
  });

/** "WASHINGTON (Meridian) — Iran’s ambassador" tells from "Iran’s" on. */
function withoutDateline({ doc, text }: Account, { from, to }: TokenSpan): number {
  const span = spanOf(doc, { from, to });
  const dateline = /^\p{Lu}{3}[^.!?“"]{0,60}?\s[—–-]\s/u.exec(text.slice(span.start, span.end));
  return dateline ? tokensIn(doc, { start: span.start + dateline[0].length, end: span.end }).from : from;
}
