import type { TokenSpan } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import type { Account } from '../accounts.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

/** Cuts a run of tokens of one sentence into the clauses that each tell something, in order; their loose ends are left out. */
export type ClauseCutter = (account: Account, run: TokenSpan) => TokenSpan[];

/** A clause of fewer words that say something stays with its neighbour. */
const leastContentWords = 3;

const besides = /^(conj|parataxis|advcl|ccomp|root|appos)/;
/** "actions that (prompted) vows", not "combining vows with overtures" */
const finite = /^(VBD|VBZ|VBP|MD)$/;

/**
 * Makes the cutter. A cut stands where a clause with a subject and a verb of its own begins and is joined by "and" or
 * "but", by a contrast ("while …"), or by a semicolon, a colon or a dash; a relative clause is cut off at ", which". Linear.
 */
export function createClauseCutter(vocabulary: Vocabulary): ClauseCutter {
  const contrasts = new Set(loadLexicon('contrast-words').map(([word = '']) => word));

  return (account, run) => {
    const { doc, text, words } = account;
    const word = (at: number): string =>
      at >= run.from && at < run.to
        ? text.slice(doc.tokens[at]!.start, doc.tokens[at]!.end).toLowerCase()
        : '';
    const places = Array.from({ length: run.to - run.from }, (_, step) => run.from + step);
    const contentBefore = countsBefore(
      run,
      at => words[at] !== null && vocabulary.commonness(words[at]!) > 0,
    );
    const finiteBefore = countsBefore(run, at => finite.test(doc.tokens[at]!.xpos));
    const openBefore = countsBefore(run, at => /^[([]$/.test(word(at)));
    const closedBefore = countsBefore(run, at => /^[)\]]$/.test(word(at)));
    const within = (counts: Int32Array, { from, to }: TokenSpan) =>
      counts[to - run.from]! - counts[from - run.from]!;
    const tells = (part: TokenSpan): boolean =>
      within(contentBefore, part) >= leastContentWords && within(finiteBefore, part) > 0;

    /** What joins a clause to what stands before it; `start` is its first word. */
    const isJoined = (head: number, start: number): boolean => {
      const [before, first] = [word(start - 1), word(start)];
      if (/^([;:—–]|--)$/.test(before)) return true;
      // not "sank while it carried lorries"
      if (contrasts.has(first)) return before === ',' || before === '';
      const { relation } = doc.tokens[head]!;
      if (relation === 'conj' && before === ',') return true;
      return !relation.startsWith('advcl') && (/^(and|but)$/.test(first) || /^(and|but)$/.test(before));
    };

    const cuts = new Set<number>();
    const branches = branchesIn(doc.tokens, run);
    for (const head of headsWithSubject(doc.tokens, run)) {
      if (!besides.test(doc.tokens[head]!.relation)) continue;
      const { from, to } = branches.get(head)!;
      let start = from;
      while (start < head && words[start] === null) start++;
      if (!isJoined(head, start)) continue;
      cuts.add(start);
      // "while the mayor agreed, (the council refused)"
      if (contrasts.has(word(start)) && word(to) === ',') cuts.add(to + 1);
    }
    for (const at of places)
      if (word(at) === ';' || (word(at) === ',' && word(at + 1) === 'which')) cuts.add(at + 1);
    const dashes = places.filter(at => /^[—–]$/.test(word(at)));
    if (dashes.length === 1) cuts.add(dashes[0]! + 1);

    const isLoose = (at: number): boolean =>
      words[at] === null || /^(and|but|which|that)$/.test(word(at)) || contrasts.has(word(at));
    const trimmed = ({ from, to }: TokenSpan): TokenSpan => {
      while (from < to && (isLoose(from) || (/^(as|if)$/.test(word(from)) && word(from - 1) === 'even')))
        from++;
      while (to > from && words[to - 1] === null) to--;
      return { from, to };
    };
    const parts: TokenSpan[] = [];
    let from = run.from;
    for (const cut of [...cuts].sort((a, b) => a - b)) {
      const isOpen = openBefore[cut - run.from]! > closedBefore[cut - run.from]!;
      if (isOpen || !tells({ from, to: cut }) || !tells({ from: cut, to: run.to })) continue;
      parts.push({ from, to: cut });
      from = cut;
    }
    return parts.length === 0 ? [run] : [...parts, { from, to: run.to }].map(trimmed);
  };
}

type Tokens = Account['doc']['tokens'];

/** How many tokens of a run that pass stand before each place, its end included. */
function countsBefore({ from, to }: TokenSpan, passes: (at: number) => boolean): Int32Array {
  const counts = new Int32Array(to - from + 1);
  for (let at = from; at < to; at++) counts[at - from + 1] = counts[at - from]! + Number(passes(at));
  return counts;
}

/** What has a subject of its own, in order. */
function headsWithSubject(tokens: Tokens, { from, to }: TokenSpan): number[] {
  const heads = new Set<number>();
  for (let at = from; at < to; at++) {
    const { head, relation } = tokens[at]!;
    if (head >= from && head < to && /^(nsubj|csubj|expl)/.test(relation)) heads.add(head);
  }
  return [...heads].sort((a, b) => a - b);
}

/** The first and last places of each token's branch within a run, by going up from the leaves. */
function branchesIn(tokens: Tokens, { from, to }: TokenSpan): Map<number, TokenSpan> {
  const spans = new Map<number, { from: number; to: number }>();
  const waiting = new Map<number, number>();
  const above = (at: number): number => {
    const { head } = tokens[at]!;
    return head >= from && head < to ? head : -1;
  };
  for (let at = from; at < to; at++) {
    spans.set(at, { from: at, to: at + 1 });
    waiting.set(above(at), (waiting.get(above(at)) ?? 0) + 1);
  }
  const ready = [...spans.keys()].filter(at => !waiting.has(at));
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    const head = above(next);
    if (head < 0) continue;
    const [own, outer] = [spans.get(next)!, spans.get(head)!];
    outer.from = Math.min(outer.from, own.from);
    outer.to = Math.max(outer.to, own.to);
    waiting.set(head, waiting.get(head)! - 1);
    if (waiting.get(head) === 0) ready.push(head);
  }
  return spans;
}
