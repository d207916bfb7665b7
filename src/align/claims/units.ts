import type { CharSpan, Statement, TokenSpan } from '../../domain/index.ts';
import { covers, overlaps } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import { tokensIn } from '../words/account-words.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { createClauseTest, isResponse, partsOf, sourcingOf, tells } from './statements.ts';

/** What can be a telling: the content of a statement, or a clause in the outlet's own voice. */
export type Unit = {
  readonly account: Account;
  readonly span: CharSpan;
  readonly tokens: TokenSpan;
  /** The statement that carries it first, then those inside it; empty for the outlet's own voice. */
  readonly statements: readonly Statement[];
  /** Whether the span holds the saying too, because what is said cannot stand without it: "praised (the deal)". */
  readonly isSaying: boolean;
};

const hull = (spans: readonly CharSpan[]): CharSpan => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

/** A content in pieces is told from its first to its last, the cue between them included, unless they stand far apart. */
const farApart = 400;

function contentSpan({ content }: Statement): CharSpan {
  const near: CharSpan[] = [];
  for (const piece of content)
    if (near.length === 0 || piece.start - near.at(-1)!.end < farApart) near.push(piece);
  return hull(near);
}

/** "that the ferry sank" tells from "the" on. */
function withoutThat(text: string, { start, end }: CharSpan): CharSpan {
  const that = /^that\s+(?=\S)/i.exec(text.slice(start, end));
  return { start: start + (that?.[0].length ?? 0), end };
}

/** A content that cannot stand by itself is told by its sentence, if nothing else in it is said by somebody. */
function sayingSpan({ doc, reading, text }: Account, statement: Statement): CharSpan {
  const content = contentSpan(statement);
  const sentence = doc.sentences
    .map(each => spanOf({ doc }, each))
    .map(span => clauseAround(text, span, hull([...statement.cue, content])))
    .find(span => statement.content.every(piece => covers(span, piece)));
  if (!sentence) return content;
  const isOther = (other: Statement) =>
    other !== statement &&
    (isResponse(other) || tells(other)) &&
    partsOf(other).some(part => overlaps(part, sentence)) &&
    !other.content.every(piece => covers(content, piece));
  const others = reading.statements.filter(isOther);
  if (others.length === 0) return { start: sentence.start, end: endWithoutStop(text, sentence) };
  const saying = hull([...statement.cue, content]);
  const isFree = saying.end - saying.start < content.end - content.start + farApart / 4;
  return isFree && !others.some(other => partsOf(other).some(part => overlaps(part, saying)))
    ? saying
    : content;
}

/** The part of a sentence between semicolons that holds the words. */
function clauseAround(text: string, { start, end }: CharSpan, words: CharSpan): CharSpan {
  const before = text.slice(start, words.start).lastIndexOf('; ');
  const after = text.slice(words.end, end).indexOf('; ');
  return { start: before < 0 ? start : start + before + 2, end: after < 0 ? end : words.end + after };
}

const endWithoutStop = (text: string, { end }: CharSpan): number => (text[end - 1] === '.' ? end - 1 : end);

export type UnitFinder = (account: Account) => Unit[];

/** Makes the finder of everything an account tells, in order of the text; no two of its units share a token. */
export function createUnitFinder(vocabulary: Vocabulary): UnitFinder {
  const isClause = createClauseTest(vocabulary);
  return account => {
    const told = statementUnits(account, statement => isClause(account.text, statement));
    const own = ownUnits(account, spokenFor(account, told), vocabulary);
    return [...told, ...own]
      .filter(({ tokens }) => tokens.to > tokens.from)
      .sort((a, b) => a.span.start - b.span.start);
  };
}

/**
 * What the outermost statements tell, titles and headings left out. Where two contents share words, the first has them.
 */
function statementUnits(account: Account, isClause: (statement: Statement) => boolean): Unit[] {
  const units: Unit[] = [];
  const { statements } = account.reading;
  const byId = new Map(statements.map(statement => [statement.id, statement]));
  const isTold = ({ insideId }: Statement): boolean => {
    const outer = insideId === null ? undefined : byId.get(insideId);
    return outer !== undefined && (tells(outer) || isTold(outer));
  };
  for (const statement of statements) {
    if (!tells(statement) || isTold(statement) || !isInProse(account, statement.content[0]!)) continue;
    if (isAllResponse(statement, statements) || isAllSource(statement, account)) continue;
    const isSaying = !isClause(statement);
    const span = isSaying
      ? sayingSpan(account, statement)
      : withoutThat(account.text, contentSpan(statement));
    if (units.some(unit => overlaps(unit.span, span))) continue;
    const inside = statements.filter(({ insideId }) => insideId === statement.id);
    units.push({
      account,
      span,
      tokens: tokensIn(account.doc, span),
      statements: [statement, ...inside],
      isSaying,
    });
  }
  return units;
}

/** "According to the agency, the minister denied it" tells no more than the denial. */
function isAllResponse(statement: Statement, statements: readonly Statement[]): boolean {
  const content = contentSpan(statement);
  return statements.some(
    other =>
      other.insideId === statement.id &&
      isResponse(other) &&
      lengthOf(hull(partsOf(other))) > lengthOf(content) / 2,
  );
}

/** "The paper, citing two officials" tells no more than who speaks. */
function isAllSource(statement: Statement, { reading: { statements } }: Account): boolean {
  const content = contentSpan(statement);
  const sources = statements.flatMap(({ source, via }) => [
    ...(source?.spans ?? []),
    ...via.flatMap(({ spans }) => spans),
  ]);
  return sources.some(span => span.start === content.start && lengthOf(span) * 2.5 > lengthOf(content));
}

const lengthOf = ({ start, end }: CharSpan): number => end - start;

export const isInProse = ({ doc: { article } }: Account, span: CharSpan): boolean =>
  !article.blocks.some(
    ({ kind, start, end }) => (kind === 'title' || kind === 'heading') && overlaps({ start, end }, span),
  );

/** Which tokens are not the outlet's own telling: statements, what is said of their sources, and credits. */
function spokenFor({ doc, reading }: Account, units: readonly Unit[]): Uint8Array {
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
  for (const { span } of reading.credits) cover(span);
  return covered;
}

const leastContentWords = 3;
/** What a statement leaves over of its sentence has to stand on more. */
const leastWordsLeftOver = 6;

const isSplit = (text: string, next: string): boolean => text === ';' || (text === ',' && next === 'which');
const isLead = (word: string): boolean => /^(and|but|which)$/i.test(word);

/** The clauses in the outlet's own voice, sentence by sentence; headings and titles are not sentences. */
function ownUnits(account: Account, covered: Uint8Array, vocabulary: Vocabulary): Unit[] {
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
  const clauses = (run: TokenSpan): TokenSpan[] => {
    for (let at = run.from + 1; at < run.to - 1; at++) {
      if (!isSplit(word(at), word(at + 1))) continue;
      const [left, right] = [
        { from: run.from, to: at },
        { from: at + 1, to: run.to },
      ];
      if (Math.min(contentWords(left), contentWords(right)) > leastContentWords)
        return [left, ...clauses(right)];
    }
    return [run];
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
  const tellsEnough = (run: TokenSpan, whole: TokenSpan): boolean =>
    contentWords(run) >= leastContentWords &&
    (run.to - run.from >= leastWordsLeftOver || run.to - run.from >= whole.to - whole.from - 2);

  return doc.sentences
    .filter(sentence => isProse(account, sentence.block) && !isOnTerms(account, sentence))
    .flatMap(sentence =>
      uncoveredRuns({ from: withoutDateline(account, sentence), to: sentence.to })
        .map(run => withSubject(run, sentence))
        .flatMap(clauses)
        .map(run => trimmed(run, sentence))
        .filter(run => tellsEnough(run, sentence)),
    )
    .map(tokens => ({ account, span: spanOf(account, tokens), tokens, statements: [], isSaying: false }));
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
    return terms ? overlaps(terms, spanOf(account, sentence)) : false;
  });

const spanOf = ({ doc }: Pick<Account, 'doc'>, { from, to }: TokenSpan): CharSpan => ({
  start: doc.tokens[from]!.start,
  end: doc.tokens[to - 1]!.end,
});

/** "WASHINGTON (Meridian) — Iran’s ambassador" tells from "Iran’s" on. */
function withoutDateline({ doc, text }: Account, { from, to }: TokenSpan): number {
  const span = spanOf({ doc }, { from, to });
  const dateline = /^\p{Lu}{3}[^.!?“"]{0,60}?\s[—–-]\s/u.exec(text.slice(span.start, span.end));
  return dateline ? tokensIn(doc, { start: span.start + dateline[0].length, end: span.end }).from : from;
}
