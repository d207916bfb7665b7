import type { CharSpan, Response, Statement } from '../../domain/index.ts';
import { overlaps } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import { tokensIn } from '../words/account-words.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import type { ClaimDraft } from './drafts.ts';
import { isResponse, partsOf } from './statements.ts';
import { isInProse, type Unit } from './unit.ts';

/** A response and the claim it is about; null where the story tells nothing that it could be about. */
export type AttachedResponse = {
  readonly account: Account;
  readonly statement: Statement;
  readonly response: Response;
  readonly claim: ClaimDraft | null;
};

export type ResponseFinder = (
  accounts: readonly Account[],
  claims: readonly ClaimDraft[],
) => AttachedResponse[];

/** The share of a response's own words that a claim has to have for the response to name it. */
const named = 0.5;
/** A response with fewer words of its own than this names a claim only if the claim has them all: "the meeting". */
const fewWords = 3;

/** Finds what the denials, refusals and silences of the accounts are about; `claims` in order of strength. */
export function createResponseFinder(vocabulary: Vocabulary): ResponseFinder {
  const pointing = loadLexicon('claim-nouns');
  const pointers = new Set(pointing.map(([noun = '']) => vocabulary.keysOf(noun)?.sense ?? noun));
  const pronouns = new Set(pointing.flatMap(([noun = '', kind]) => (kind === 'pronoun' ? [noun] : [])));
  const pointsBack = (text: string, [first]: readonly CharSpan[]): boolean =>
    first !== undefined &&
    pronouns.has(/^\p{L}+/u.exec(text.slice(first.start, first.end))?.[0].toLowerCase() ?? '');

  const ownWords = (
    { doc, text, words }: Account,
    content: readonly CharSpan[],
    end: RegExp,
  ): Set<string> => {
    const keys = content.flatMap(span => {
      const { from, to } = tokensIn(doc, cutAt(end, text, span));
      return words.slice(from, to);
    });
    const own = keys.filter(
      key => key !== null && vocabulary.commonness(key) > 0 && !pointers.has(key.sense),
    );
    return new Set(own.map(key => key!.sense));
  };

  return (accounts, claims) =>
    accounts.flatMap(account =>
      account.reading.statements
        .filter(isResponse)
        .filter(each => isInProse(account, partsOf(each)[0]!))
        .map(statement => {
          const span = withObject(account.text, spanOf(statement));
          const isOther = (unit: Unit) => unit.account !== account || !overlaps(unit.span, span);
          const parts = pointsBack(account.text, statement.content)
            ? [new Set<string>()]
            : partEnds.map(end => ownWords(account, statement.content, end));
          const claim =
            parts.map(words => namedClaim(words, claims, isOther)).find(found => found !== null) ??
            claimBefore(account, statement, span, parts.at(-1)!, claims);
          const response = {
            ...passageOf(account, span),
            statementId: statement.id,
            stance: statement.stance,
          };
          return { account, statement, response, claim };
        }),
    );
}

/** "such accusations, dismissing them as lies", "the report and accused the paper": what the response is about comes first. */
const partEnds = [/, /, /, | and /];

function cutAt(end: RegExp, text: string, span: CharSpan): CharSpan {
  const at = text.slice(span.start, span.end).search(end);
  return { start: span.start, end: at > 0 ? span.start + at : span.end };
}

/** From the first to the last of what makes the statement; only the saying where its parts stand far apart. */
function spanOf(statement: Statement): CharSpan {
  const parts = partsOf(statement);
  const start = Math.min(...parts.map(part => part.start));
  const end = Math.max(...parts.map(part => part.end));
  return end - start < 600 ? { start, end } : (statement.cue[0] ?? parts[0]!);
}

/** "did not respond to (a request for comment)": what ends in a preposition goes on to the end of the clause, if that is near. */
function withObject(text: string, { start, end }: CharSpan): CharSpan {
  if (!/\s(?:to|on|for|about|with)$/.test(text.slice(start, end))) return { start, end };
  const object = /^[^\S\n]+[^\n,.;:—–()“”"]{2,80}?(?=[,.;:—–()“”"\n]|\s(?:and|but|who|which|that)\s|$)/u.exec(
    text.slice(end, end + 120),
  );
  return { start, end: end + (object?.[0].trimEnd().length ?? 0) };
}

/**
 * The claim whose tellings have most of the words; of several, the one with the words in most of its accounts, then the
 * strongest. A response with few words has to have them all in the claim, and in one telling.
 */
function namedClaim(
  words: ReadonlySet<string>,
  claims: readonly ClaimDraft[],
  isOther: (unit: Unit) => boolean,
): ClaimDraft | null {
  if (words.size === 0) return null;
  const least = words.size < fewWords ? 1 : named;
  let best: { claim: ClaimDraft; share: number; accounts: number } | null = null;
  for (const claim of claims) {
    const shares = claim.tellings.map(({ unit, weights }) => (isOther(unit) ? shareIn(words, weights) : 0));
    const share = Math.max(...shares);
    if (share < least || share < (best?.share ?? 0)) continue;
    const accounts = new Set(
      claim.tellings.flatMap(({ unit }, index) => (shares[index] === share ? [unit.account] : [])),
    ).size;
    if (share > (best?.share ?? 0) || accounts > (best?.accounts ?? 0)) best = { claim, share, accounts };
  }
  return best?.claim ?? null;
}

const shareIn = (words: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number =>
  [...words].filter(word => weights.has(word)).length / words.size;

const silences: ReadonlySet<Statement['stance']> = new Set([
  'declines-to-comment',
  'did-not-respond',
  'could-not-be-reached',
  'neither-confirms-nor-denies',
]);

/**
 * Where the words do not name a claim. Silence answers an account's news, the strongest claim that it tells. A denial
 * answers what was just told: the nearest claim before it that shares a word, else simply the nearest.
 */
function claimBefore(
  account: Account,
  { stance }: Statement,
  { start }: CharSpan,
  words: ReadonlySet<string>,
  claims: readonly ClaimDraft[],
): ClaimDraft | null {
  if (silences.has(stance)) return claims.find(claim => claim.accounts.includes(account)) ?? null;
  const before = claims
    .flatMap(claim => claim.tellings.map(({ unit, weights }) => ({ claim, unit, weights })))
    .filter(({ unit }) => unit.account === account && unit.span.start < start)
    .sort((a, b) => b.unit.span.start - a.unit.span.start);
  const sharing = before.find(({ weights }) => [...words].some(word => weights.has(word)));
  const nearest = words.size === 0 ? before[0] : sharing;
  return nearest?.claim ?? null;
}

/** What is denied and told by nobody, in the denier's words: "The mayor denied taking money" is then all that is told. */
export const unitsOfDenials = (responses: readonly AttachedResponse[]): Unit[] =>
  responses
    .filter(
      ({ claim, statement }) => claim === null && statement.insideId === null && statement.content.length > 0,
    )
    .map(({ account, statement, response }) => {
      const span = { start: response.start, end: response.end };
      return { account, span, tokens: tokensIn(account.doc, span), statements: [statement], isSaying: true };
    })
    .filter(({ tokens }) => tokens.to > tokens.from);
