import type { Doc, Token, TokenSpan } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import type { Account } from '../accounts.ts';
import { remembered } from '../remembered.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

/** What is told of what a number counts: two numbers can only be in conflict in one role. All by senses of words. */
export type Role = {
  /** What becomes of it or what it does: "dead" for "killed 12 people", "carry object" for "carried 40 lorries". */
  readonly predicates: ReadonlySet<string>;
  /** The names of who does that: "Rao threw for 200 yards". */
  readonly agents: ReadonlySet<string>;
  /** The names that it is counted of, from or in, and of whom it is an age: "20 miles north of (Lissen)". */
  readonly anchors: ReadonlySet<string>;
  /** "per season"; null for none. */
  readonly rate: string | null;
};

/** The token that says what is counted, that of the number, and the first after both. */
export type CountedTokens = { readonly head: number; readonly number: number; readonly next: number };

export type RoleReader = {
  readonly ofCounted: (account: Account, counted: CountedTokens, tokens: TokenSpan) => Role;
  /** Of whoever is so old. */
  readonly ofPerson: (account: Account, number: number, tokens: TokenSpan) => Role;
  /** Whether a number without a noun counts people: "killed four", "200 injured". */
  readonly isCase: (account: Account, number: number, tokens: TokenSpan) => boolean;
};

/** Anchors stand so near after what is counted. */
const nearAnchor = 6;
/** "killing (at least) 24" */
const farVerb = 4;
/** "27-year-old (former deputy)" */
const farPerson = 9;
const objects = /^(obj|iobj|nsubj:pass)$/;

export function createRoleReader(vocabulary: Vocabulary): RoleReader {
  const outcomes = new Map(
    loadLexicon('outcomes').flatMap(([outcome = '', words = '']) =>
      words.split(' ').map(word => [vocabulary.keysOf(word)?.sense ?? word, outcome] as const),
    ),
  );
  const wordAt = ({ doc, text }: Pick<Account, 'doc' | 'text'>, at: number): string => {
    const token = doc.tokens[at];
    return token ? text.slice(token.start, token.end).toLowerCase() : '';
  };
  const senseAt = ({ words }: Account, at: number): string => words[at]?.sense ?? '';
  const outcomeAt = (account: Account, at: number): string | undefined => outcomes.get(senseAt(account, at));

  const namesIn = (account: Account, from: number, to: number): Set<string> => {
    const names = new Set<string>();
    for (let at = from; at < to; at++)
      if (account.doc.tokens[at]?.upos === 'PROPN' && account.words[at]) names.add(senseAt(account, at));
    return names;
  };

  const childrenByHead = remembered(childrenIn);
  const childrenOf = ({ doc }: Account, head: number, { from, to }: TokenSpan): readonly number[] =>
    (childrenByHead(doc).get(head) ?? []).filter(at => at >= from && at < to);

  const hasObject = (account: Account, verb: number, tokens: TokenSpan): boolean =>
    childrenOf(account, verb, tokens).some(at => account.doc.tokens[at]!.relation === 'obj');

  /** "dead" for who is killed and who died, else "carry object"; "dead subject" for who kills */
  const predicate = (account: Account, at: number, role: string, tokens: TokenSpan): string => {
    const outcome = outcomeAt(account, at);
    const isDoer = role === 'subject' && hasObject(account, at, tokens);
    return outcome && !isDoer ? outcome : `${outcome ?? senseAt(account, at)} ${role}`;
  };

  /** Where a phrase that is joined to another by "and" hangs: "killing four people and (12 soldiers)". */
  const unjoined = ({ doc }: Account, at: number): Token => {
    let token = doc.tokens[at]!;
    for (let above = token.head; token.relation === 'conj' && above >= 0; above = token.head)
      if (doc.tokens[above]!.upos === 'VERB') break;
      else token = doc.tokens[above]!;
    return token;
  };

  /** The verb or noun above a phrase, and what the phrase is to it. */
  const governorOf = (account: Account, at: number): { at: number; role: string } | null => {
    const { head, relation } = unjoined(account, at);
    if (head < 0) return null;
    if (objects.test(relation)) return { at: head, role: 'object' };
    if (relation === 'nsubj') return { at: head, role: 'subject' };
    return { at: head, role: relation.replace(/:.*/, '') };
  };

  /** "shot and killed (two people)": the verb, and the one that it is joined to. */
  const joined = ({ doc }: Account, verb: number): number[] => {
    const isVerb = (at: number) => doc.tokens[at]?.upos === 'VERB';
    return doc.tokens[verb - 1]?.upos === 'CCONJ' && isVerb(verb - 2) ? [verb - 2, verb] : [verb];
  };

  /** The verb right before a number, but for what bounds it: "(killing) at least 24 people"; -1 for none. */
  const verbBefore = ({ doc }: Account, number: number, { from }: TokenSpan): number => {
    let at = number - 1;
    while (at >= from && number - at <= farVerb && /^(ADP|ADV|ADJ|DET|SYM)$/.test(doc.tokens[at]!.upos)) at--;
    const verb = doc.tokens[at];
    const isBound = (place: number) =>
      /^(than|least|most|to|about|some|an?|the|another|\$|£|€)$/i.test(
        wordAt({ doc, text: doc.article.text }, place),
      );
    const between = Array.from({ length: number - 1 - at }, (_, step) => at + 1 + step);
    return at >= from && verb?.upos === 'VERB' && between.filter(isBound).length * 2 >= between.length
      ? at
      : -1;
  };

  const agentsOf = (account: Account, verb: number, tokens: TokenSpan): Set<string> => {
    const subject = childrenOf(account, verb, tokens).find(
      at => account.doc.tokens[at]!.relation === 'nsubj',
    );
    if (subject === undefined) return new Set();
    const first = childrenOf(account, subject, tokens).filter(at => at < subject && account.words[at])[0];
    return namesIn(account, first ?? subject, subject + 1);
  };

  /** The word after or beside a number that says what became of them: "five dead", "200 injured", "two others missing". */
  const outcomeBeside = (
    account: Account,
    { head, number, next }: CountedTokens,
    tokens: TokenSpan,
  ): number => {
    const isBeside =
      next < tokens.to && outcomeAt(account, next) !== undefined && account.doc.tokens[next]!.xpos !== 'VBG';
    const governed = childrenOf(account, head, tokens).find(
      at => at > number && /^(acl|amod)/.test(account.doc.tokens[at]!.relation) && outcomeAt(account, at),
    );
    return governed ?? (isBeside ? next : -1);
  };

  const ofCounted: RoleReader['ofCounted'] = (account, counted, tokens) => {
    const beside = outcomeBeside(account, counted, tokens);
    const isSubject = counted.next < tokens.to && /^(AUX|VERB)$/.test(account.doc.tokens[counted.next]!.upos);
    const verb = isSubject ? -1 : verbBefore(account, counted.number, tokens);
    const governor = verb < 0 ? governorOf(account, counted.head) : { at: verb, role: 'object' };
    const predicates = new Set<string>();
    if (beside >= 0) predicates.add(outcomeAt(account, beside)!);
    else if (governor?.role === 'object')
      for (const at of joined(account, governor.at)) predicates.add(predicate(account, at, 'object', tokens));
    else if (governor) predicates.add(predicate(account, governor.at, governor.role, tokens));
    return {
      predicates,
      agents: governor === null || beside >= 0 ? new Set() : agentsOf(account, governor.at, tokens),
      anchors: anchorsAfter(account, counted.next, tokens),
      rate: rateAfter(account, counted.next, tokens),
    };
  };

  function anchorsAfter(account: Account, next: number, { to }: TokenSpan): Set<string> {
    const last = Math.min(to, next + nearAnchor);
    for (let at = next; at < last; at++) {
      if (account.words[at] === null && !/^[-‐‑–]$/.test(wordAt(account, at))) break;
      if (/^(VERB|AUX)$/.test(account.doc.tokens[at]!.upos)) break;
      if (!/^(of|from|in|at)$/.test(wordAt(account, at))) continue;
      let end = at + 1;
      while (end < to && /^(DET|PROPN)$/.test(account.doc.tokens[end]!.upos)) end++;
      const names = namesIn(account, at + 1, end);
      if (names.size > 0) return names;
    }
    return new Set();
  }

  const rateAfter = (account: Account, next: number, { to }: TokenSpan): string | null =>
    next + 1 < to && /^(per|an?|each|every)$/.test(wordAt(account, next)) && account.words[next + 1]
      ? senseAt(account, next + 1)
      : null;

  /** The noun of "27-year-old (man)", and the name before ", 27," and ", aged 27,". */
  const personOf = (account: Account, number: number, { from, to }: TokenSpan): number => {
    const { tokens } = account.doc;
    const isNoun = (at: number) => /^(NOUN|PROPN)$/.test(tokens[at]?.upos ?? '');
    let before = /^aged?$/.test(wordAt(account, number - 1)) ? number - 2 : number - 1;
    if (before > from && wordAt(account, before) === ',') before--;
    else if (before === number - 1) before = -1;
    if (before >= from && isNoun(before)) return before;
    let at = number + 1;
    while (at < Math.min(to, number + farPerson) && (!isNoun(at) || /^(year|old)/.test(wordAt(account, at))))
      at++;
    if (at >= to || !isNoun(at)) return number;
    while (at + 1 < to && (isNoun(at + 1) || (tokens[at + 1]!.xpos === 'POS' && isNoun(at + 2)))) at++;
    return at;
  };

  const ofPerson: RoleReader['ofPerson'] = (account, number, tokens) => {
    const { doc } = account;
    const person = personOf(account, number, tokens);
    let [first, last] = [person, person];
    while (first > tokens.from && doc.tokens[first - 1]!.upos === 'PROPN') first--;
    while (last + 1 < tokens.to && doc.tokens[last + 1]!.upos === 'PROPN') last++;
    const isAbove = (at: number) => at >= first && at <= last;
    let top = person;
    while (isAbove(doc.tokens[top]!.head)) top = doc.tokens[top]!.head;
    const predicates = new Set<string>();
    const governor = governorOf(account, top);
    const verbs = childrenOf(account, top, tokens).filter(at => /^acl/.test(doc.tokens[at]!.relation));
    const add = (verb: number, role: string) => {
      predicates.add(predicate(account, verb, role, tokens));
      for (const child of childrenOf(account, verb, tokens)) {
        const { relation, upos } = doc.tokens[child]!;
        if (upos === 'VERB' && /^(advcl|xcomp|ccomp)$/.test(relation))
          predicates.add(predicate(account, child, 'subject', tokens));
        if (relation === 'conj') predicates.add(predicate(account, child, role, tokens));
      }
    };
    if (governor) add(governor.at, governor.role);
    for (const verb of verbs) add(verb, 'object');
    return { predicates, agents: new Set(), anchors: namesIn(account, first, last + 1), rate: null };
  };

  return {
    ofCounted,
    ofPerson,
    isCase: (account, number, tokens) => {
      const counted = { head: number, number, next: number + 1 };
      const governor = governorOf(account, number);
      const isTold =
        governor !== null && governor.role === 'object' && outcomeAt(account, governor.at) !== undefined;
      return isTold || outcomeBeside(account, counted, tokens) >= 0;
    },
  };
}

/** The tokens that hang on each token, in order. */
const childrenIn = ({ tokens }: Doc): Map<number, number[]> =>
  Map.groupBy(tokens.keys(), at => tokens[at]!.head);
