import type { CharSpan, SharedQuotation, Statement, Telling } from '../../domain/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import { remembered } from '../remembered.ts';
import type { Cast } from '../sources/cast.ts';
import { tokensIn } from '../words/account-words.ts';
import { statementAround } from './quoted.ts';

/** Fewer words than this in common are not a shared quotation. */
const leastWords = 6;

/** One quotation of one account as it runs on, token by token, punctuation left out. */
type Quotation = {
  readonly account: Account;
  readonly forms: readonly string[];
  readonly spans: readonly CharSpan[];
  /** Every run of as many words as make a shared quotation, by its first word. */
  readonly grams: readonly string[];
};

function quotationsOf(account: Account): Quotation[] {
  const pieces = account.quoted.map(span => {
    const { from, to } = tokensIn(account.doc, span);
    const at = range(from, to).filter(index => account.words[index]);
    return {
      statementId: statementAround(account, span)?.id ?? null,
      forms: at.map(index => account.words[index]!.form),
      spans: at.map(index => account.doc.tokens[index]!),
    };
  });
  const joined: (typeof pieces)[number][] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.statementId !== null && last.statementId === piece.statementId)
      joined[joined.length - 1] = {
        ...last,
        forms: [...last.forms, ...piece.forms],
        spans: [...last.spans, ...piece.spans],
      };
    else joined.push(piece);
  }
  return joined
    .filter(({ forms }) => forms.length >= leastWords)
    .map(({ forms, spans }) => ({ account, forms, spans, grams: gramsOf(forms) }));
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, offset) => from + offset);

const gramsOf = (forms: readonly string[]): string[] =>
  range(0, forms.length - leastWords + 1).map(at => forms.slice(at, at + leastWords).join(' '));

/** From the first to the last run of words that `quotation` has in common with the others. */
function sharedPart(quotation: Quotation, shared: ReadonlySet<string>) {
  const at = quotation.grams.flatMap((gram, index) => (shared.has(gram) ? [index] : []));
  const from = at[0]!;
  const to = at.at(-1)! + leastWords;
  return {
    account: quotation.account,
    words: quotation.forms.slice(from, to).join(' '),
    /** By its first word: a quotation that its cue interrupts is in no one piece of content. */
    statement: statementAround(quotation.account, quotation.spans[from]!),
    span: { start: quotation.spans[from]!.start, end: quotation.spans[to - 1]!.end },
  };
}

export type QuotationFinder = (accounts: readonly Account[], cast: Cast) => SharedQuotation[];

/** Makes the finder of shared quotations: linear in the words quoted. */
export function createQuotationFinder(): QuotationFinder {
  const quotationsIn = remembered(quotationsOf);
  return (accounts, cast) => sharedQuotations(accounts.flatMap(quotationsIn), cast);
}

/** Quotations that share at least six words running are one, in as many accounts as have them. */
function sharedQuotations(quotations: readonly Quotation[], cast: Cast): SharedQuotation[] {
  const groups = groupBySharedGrams(quotations);
  return groups.flatMap(group => {
    const counts = new Map<string, Set<Account>>();
    for (const quotation of group)
      for (const gram of quotation.grams)
        counts.set(gram, (counts.get(gram) ?? new Set()).add(quotation.account));
    const shared = new Set([...counts].filter(([, tellers]) => tellers.size > 1).map(([gram]) => gram));
    if (shared.size === 0) return [];
    const parts = group
      .filter(quotation => quotation.grams.some(gram => shared.has(gram)))
      .map(quotation => sharedPart(quotation, shared));
    return [
      {
        castId: speakerOf(parts, cast),
        passages: parts.map(
          ({ account, span, statement }): Telling => ({
            ...passageOf(account, span),
            statementIds: statement ? [statement.id] : [],
          }),
        ),
        verbatim: areCutOnly(parts.map(({ words }) => words)),
      },
    ];
  });
}

/** Whether each is the longest, or a stretch of it: what one account quotes less of is not altered. */
function areCutOnly(quoted: readonly string[]): boolean {
  const longest = quoted.reduce((long, next) => (next.length > long.length ? next : long));
  return quoted.every(words => ` ${longest} `.includes(` ${words} `));
}

function groupBySharedGrams(quotations: readonly Quotation[]): Quotation[][] {
  const groups = new Map<string, Quotation[]>();
  for (const quotation of quotations) {
    const grams = quotation.grams;
    const met = [...new Set(grams.map(gram => groups.get(gram)).filter(group => group !== undefined))];
    const group = [...met.flat(), quotation];
    for (const member of group) for (const gram of member.grams) groups.set(gram, group);
  }
  return [...new Set(groups.values())].filter(group => group.length > 1);
}

function speakerOf(
  parts: readonly { readonly account: Account; readonly statement: Statement | null }[],
  cast: Cast,
): string | null {
  for (const { account, statement } of parts) {
    const member = cast.memberOf(account, statement?.source ?? null);
    if (member) return member.id;
  }
  return null;
}
