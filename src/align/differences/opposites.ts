import type { Difference, Token } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { compareDates } from './dates.ts';
import { topOf } from './governed.ts';
import { difference, type TellingPair } from './pairs.ts';

/** What a telling says, plainly, of a thing: "will stay (open)", of the bridge. */
type Predicate = {
  readonly at: number;
  readonly key: string;
  readonly time: Time;
  /** The senses of what it is said of, and of who does it; null where nobody does. */
  readonly theme: string;
  readonly doer: string | null;
};

type Time = 'past' | 'present' | 'future';

/** Makes the comparer of "will close" and "will stay open": words that exclude each other, of one thing and one time. */
export function createOppositeComparer(vocabulary: Vocabulary): (pair: TellingPair) => Difference[] {
  const opposites = loadOpposites();
  return pair => {
    const [own, others] = [pair.before, pair.after].map(telling =>
      predicatesIn(telling, vocabulary, key => opposites.has(key)),
    );
    for (const one of own!)
      for (const other of others!)
        if (
          opposites.get(one.key)!.has(other.key) &&
          one.time === other.time &&
          one.theme === other.theme &&
          (one.doer === null || other.doer === null || one.doer === other.doer) &&
          compareDates(pair).length === 0
        )
          return [difference('polarity', passageAt(pair.before, one.at), passageAt(pair.after, other.at))];
    return [];
  };
}

const passageAt = ({ unit: { account } }: WeighedUnit, at: number) =>
  passageOf(account, account.doc.tokens[at]!);

/** By lemma and part of speech. */
function loadOpposites(): ReadonlyMap<string, ReadonlySet<string>> {
  const opposites = new Map<string, Set<string>>();
  for (const columns of loadLexicon('opposites')) {
    const [left, right] = columns.map(column => column.split('|'));
    for (const one of left!)
      for (const other of right!)
        for (const [key, value] of [
          [one, other],
          [other, one],
        ] as const)
          opposites.set(key, (opposites.get(key) ?? new Set()).add(value));
  }
  return opposites;
}

/** The head of a telling, what completes it and what it tells, where they are listed and nothing bends them. */
function predicatesIn(
  { unit: { account, tokens: span } }: WeighedUnit,
  vocabulary: Vocabulary,
  isListed: (key: string) => boolean,
): Predicate[] {
  const { tokens } = account.doc;
  const top = topOf(account, span);
  const completing = childrenOf(account, top, relation => relation === 'xcomp');
  const told = childrenOf(account, top, relation => relation === 'ccomp');
  return [top, ...completing, ...told].flatMap(at => {
    const { lemma, upos } = tokens[at]!;
    const key = `${lemma.toLowerCase()}/${upos}`;
    const governor = completing.includes(at) ? top : null;
    const time =
      isListed(key) && !isNegated(account, [at, top], vocabulary) ? timeOf(account, at, governor) : null;
    const said = time && saidOf(account, at, governor);
    return time && said ? [{ at, key, time, ...said }] : [];
  });
}

const childrenOf = (
  { doc: { tokens } }: Account,
  at: number,
  isOne: (relation: string, token: Token) => boolean,
): number[] => {
  const from = Math.max(0, at - 40);
  return tokens
    .slice(from, at + 40)
    .flatMap((token, offset) => (token.head === at && isOne(token.relation, token) ? [from + offset] : []));
};

const isNegated = (account: Account, places: readonly number[], { isNegation }: Vocabulary): boolean =>
  places.some(place =>
    childrenOf(account, place, () => true).some(child => {
      const keys = account.words[child];
      return keys != null && isNegation(keys);
    }),
  );

/** Null where it is only possible, or a condition: "could close", "if it closes". */
function timeOf(account: Account, at: number, governor: number | null): Time | null {
  const { tokens } = account.doc;
  const [finite = at] = childrenOf(account, at, relation => /^(?:aux|cop)/.test(relation));
  const hasCondition =
    childrenOf(account, at, (relation, { lemma }) => relation === 'mark' && lemma !== 'that').length > 0;
  const { xpos, lemma } = tokens[finite]!;
  if (xpos === 'MD') return /^(?:will|shall|'ll|’ll)$/i.test(lemma) && !hasCondition ? 'future' : null;
  if (finite === at && governor !== null) return timeOf(account, governor, null);
  if (hasCondition) return null;
  if (lemma === 'have' || /^VB[DN]$/.test(xpos)) return 'past';
  return /^VB[ZP]$/.test(xpos) ? 'present' : null;
}

/** What is acted on, else who is or does something; null where that is only a pronoun, which may be anything. */
function saidOf(
  account: Account,
  at: number,
  governor: number | null,
): Pick<Predicate, 'theme' | 'doer'> | null {
  const senseOf = (relation: RegExp, of: number): string | null => {
    const [place] = childrenOf(account, of, each => relation.test(each));
    if (place === undefined || account.doc.tokens[place]!.upos === 'PRON') return null;
    return account.words[place]?.sense ?? null;
  };
  const subject = senseOf(/^nsubj/, at) ?? (governor === null ? null : senseOf(/^nsubj/, governor));
  const object = senseOf(/^obj$/, at);
  if (object !== null) return subject === null ? null : { theme: object, doer: subject };
  return subject === null ? null : { theme: subject, doer: null };
}
