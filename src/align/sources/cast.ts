import type { CastMember, Entity, Source } from '../../domain/index.ts';
import { textOf } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import { type ClaimDraft, statementsOf } from '../claims/drafts.ts';
import { partsOf } from '../claims/statements.ts';
import { isInProse } from '../claims/unit.ts';
import { idOf } from '../identity.ts';
import { remembered } from '../remembered.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { createMerger, type Merger } from './merger.ts';
import {
  createCountryTest,
  createNameKey,
  identityOf,
  isShortFor,
  type NameKey,
  type NameKeyMaker,
} from './names.ts';
import { createUnnamedKey, isOnRecord, type UnnamedKey } from './unnamed.ts';
import { createStateNames, type WhoIsWho, whoIsWho } from './who-is-who.ts';

/** Who speaks in the story, and which member each account's entity is. */
export type Cast = {
  readonly members: readonly CastMember[];
  /** Null for a source that nobody can tell ("he", unresolved), and for what is no source. */
  readonly memberOf: (account: Account, source: Source | null) => CastMember | null;
  readonly whoIsWho: (account: Account) => WhoIsWho;
};

export type CastMaker = (accounts: readonly Account[], claims: readonly ClaimDraft[]) => Cast;

type Role = {
  readonly account: Account;
  readonly entity: Entity;
  readonly onRecord: boolean;
  /** A capital that speaks for its country, which is the better name where both speak. */
  readonly isCapital: boolean;
  readonly key: NameKey | null;
  /** The words that say most of who an unnamed one is, and those words as they are compared. */
  readonly called: { readonly text: string; readonly key: string };
  readonly spokenBy: readonly Source[];
};

const roleId = (account: Account, entityId: string | null): string => `${account.articleId} ${entityId}`;

/**
 * Merges the accounts' entities into one cast. Named ones by their name, a short form with the only long one that it can
 * stand for. Unnamed ones ("a U.S. official") only where the same words, and the same count, stand behind the same claim:
 * nothing then shows that they are two. See docs/standing.md.
 */
export function createCastMaker(vocabulary: Vocabulary): CastMaker {
  const nameKey = createNameKey(vocabulary);
  const unnamedKey = createUnnamedKey(vocabulary);
  const stateNames = createStateNames();
  const isCountry = createCountryTest(vocabulary);
  const whoIn = remembered((account: Account) => whoIsWho(account, stateNames));
  const rolesIn = remembered((account: Account) => rolesOf(account, whoIn(account), nameKey, unnamedKey));

  return (accounts, claims) => {
    const idOfSource = (account: Account, source: Source | null) =>
      source && whoIn(account).readingIdOf(source);
    const roles = accounts.flatMap(rolesIn);
    const indexOf = new Map(
      roles.map(({ account, entity }, index) => [roleId(account, entity.id), index] as const),
    );
    const merger = createMerger(roles.length);
    mergeByName(roles, merger, isCountry);
    mergeUnnamed(
      claims,
      roles,
      (account, source) => indexOf.get(roleId(account, idOfSource(account, source))),
      merger,
    );

    const members = new Map<number, Role[]>();
    for (const [index, role] of roles.entries())
      members.set(merger.rootOf(index), [...(members.get(merger.rootOf(index)) ?? []), role]);
    const cast = new Map([...members].map(([root, group]) => [root, memberFrom(group)] as const));
    return {
      members: [...cast.values()],
      memberOf: (account, source) => {
        const index = indexOf.get(roleId(account, idOfSource(account, source)));
        return index === undefined ? null : cast.get(merger.rootOf(index))!;
      },
      whoIsWho: whoIn,
    };
  };
}

/** Those who speak in an account's text: not in its title alone, and no things. */
function rolesOf(account: Account, who: WhoIsWho, nameKey: NameKeyMaker, unnamedKey: UnnamedKey): Role[] {
  const { entities, statements } = account.reading;
  const sources = statements
    .filter(statement => isInProse(account, partsOf(statement)[0]!))
    .flatMap(({ source, via }) => [...(source ? [source] : []), ...via]);
  const roles = entities
    .filter(({ kind }) => kind !== 'unknown')
    .map(entity => {
      const { kind, name } = entity;
      const called = fullestDescription(account, entity, unnamedKey);
      const onRecord = isOnRecord(kind, name, called.text);
      const isCapital = who.entityAt(entity.description)?.kind === 'government';
      const known = name !== null && onRecord ? (stateNamed(who, entity) ?? name) : null;
      const key = known === null ? null : nameKey(known, kind);
      const spokenBy = sources.filter(source => who.readingIdOf(source) === entity.id);
      return { account, entity, onRecord, isCapital, key, called, spokenBy };
    });
  return roles.filter(({ spokenBy }) => spokenBy.length > 0);
}

/** "Tehran denied it": a capital or a country that speaks is the government of one state, however it is called. */
function stateNamed(who: WhoIsWho, { kind, description }: Entity): string | null {
  const entity = kind === 'government' ? who.entityAt(description) : null;
  if (entity?.kind !== 'state' && entity?.kind !== 'government') return null;
  return who.stateOf(entity);
}

function fullestDescription(account: Account, { description, mentions }: Entity, unnamedKey: UnnamedKey) {
  const texts = [...mentions, description].map(span => textOf(account.text, span));
  const called = texts.map(text => ({ text, key: unnamedKey(text) }));
  const words = ({ key }: { key: string }) => key.split(' ').length;
  return called.reduce((best, next) => (words(next) > words(best) ? next : best));
}

function mergeByName(roles: readonly Role[], { merge }: Merger, isCountry: (word: string) => boolean): void {
  const byIdentity = new Map<string, number[]>();
  for (const [index, { key }] of roles.entries()) {
    if (key === null || key.words.length === 0) continue;
    const identity = identityOf(key);
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), index]);
  }
  const names = [...byIdentity.values()];
  for (const [first, ...others] of names) for (const other of others) merge(first!, other);
  for (const [short] of names) {
    const longs = names.filter(([long]) => isShortFor(roles[short!]!.key!, roles[long!]!.key!, isCountry));
    if (longs.length === 1) merge(longs[0]![0]!, short!);
  }
}

function mergeUnnamed(
  claims: readonly ClaimDraft[],
  roles: readonly Role[],
  indexOf: (account: Account, source: Source | null) => number | undefined,
  { merge }: Merger,
): void {
  for (const claim of claims) {
    const byKey = new Map<string, number>();
    for (const { account, statement } of statementsOf(claim))
      for (const source of [statement.source, ...statement.via]) {
        const index = indexOf(account, source);
        if (index === undefined || roles[index]!.key !== null) continue;
        const { called, spokenBy } = roles[index]!;
        const count = Math.max(0, ...spokenBy.map(spoken => spoken.count ?? 0));
        const key = `${count} ${called.key}`;
        const known = byKey.get(key);
        if (known === undefined) byKey.set(key, index);
        else merge(known, index);
      }
  }
}

const longest = (texts: readonly string[]): string =>
  texts.reduce((best, next) => (next.length > best.length ? next : best), '');

function memberFrom(roles: readonly Role[]): CastMember {
  const namesOf = (some: readonly Role[]) => some.flatMap(({ entity: { name } }) => name ?? []);
  const own = namesOf(roles.filter(({ isCapital }) => !isCapital));
  const names = own.length > 0 ? own : namesOf(roles);
  const descriptions = roles.map(({ called }) => called.text);
  const { account, entity } = roles[0]!;
  return {
    id: idOf('cast', account.articleId, entity.id),
    name: longest(names.length > 0 ? names : descriptions),
    kind: (roles.find(role => role.entity.name !== null) ?? roles[0]!).entity.kind,
    named: roles.some(({ onRecord }) => onRecord),
    entities: roles.map(role => ({ articleId: role.account.articleId, entityId: role.entity.id })),
  };
}
