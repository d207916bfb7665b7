import type { Difference, Mention } from '../../domain/index.ts';
import { textOf } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import { keysOfRun } from '../words/account-words.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { difference, type TellingPair } from './pairs.ts';
import { createSlotFinder, type Slot } from './slots.ts';

/** Less alike than this, two tellings may well be of different deeds of one kind. */
const alike = 0.6;

export type SlotComparer = (pair: TellingPair) => Difference[];

/**
 * Makes the finder of names that conflict: in the same slot of the same verb or noun, of one kind, and neither of them anywhere in
 * the other telling; a place not anywhere in the other account, which may only be more exact about it.
 */
export function createSlotComparer(vocabulary: Vocabulary): SlotComparer {
  const placeWords = new Set(
    loadLexicon('clause-words').flatMap(([word = '', kind]) => (kind === 'place' ? [word] : [])),
  );
  const slotsIn = createSlotFinder(vocabulary, word => placeWords.has(word));
  const kindOfPlace = createPlaceKinds();

  /** The senses of a name's words, titles and grammar left out. */
  const wordsOf = (account: Account, { head }: Mention): string[] =>
    keysOfRun(textOf(account.text, head).split(/\s+/), vocabulary).flatMap(keys =>
      keys && vocabulary.commonness(keys) > 0 ? [keys.sense] : [],
    );
  const isNamed = (account: Account, words: ReadonlySet<string>, telling: WeighedUnit | null): boolean =>
    account.doc.tokens.some((_, at) => {
      const isWithin = !telling || (telling.unit.tokens.from <= at && at < telling.unit.tokens.to);
      const keys = account.words[at];
      return isWithin && keys != null && words.has(keys.sense);
    });
  /** Every word by which an entity is named in its account. */
  const namesOf = (account: Account, { entity }: Slot): Set<string> =>
    new Set(
      account.doc.mentions
        .filter(({ entityId, kind }) => entityId === entity.id && (kind === 'name' || kind === 'demonym'))
        .flatMap(mention => wordsOf(account, mention)),
    );

  return ({ before, after, likeness }) => {
    if (likeness < alike) return [];
    const [left, right] = [slotsIn(before.unit), slotsIn(after.unit)];
    return left.flatMap(slot => {
      const [other, ...more] = right.filter(each => each.role === slot.role && each.of === slot.of);
      const isOnly = left.filter(each => each.role === slot.role && each.of === slot.of).length === 1;
      if (!other || more.length > 0 || !isOnly || !areOfOneKind(slot, other)) return [];
      const [was, is] = [namesOf(before.unit.account, slot), namesOf(after.unit.account, other)];
      if (was.size === 0 || is.size === 0) return [];
      const isPlace = slot.role === 'place';
      if (isNamed(after.unit.account, was, isPlace ? null : after)) return [];
      if (isNamed(before.unit.account, is, isPlace ? null : before)) return [];
      return [
        difference(
          isPlace ? 'place' : 'who',
          passageOf(before.unit.account, slot.mention),
          passageOf(after.unit.account, other.mention),
        ),
      ];
    });
  };

  function areOfOneKind(slot: Slot, other: Slot): boolean {
    if (slot.mention.kind !== 'name' || other.mention.kind !== 'name') return false;
    if ((slot.role === 'place' && slot.entity.kind !== other.entity.kind) || slot.entity.kind === 'other')
      return false;
    return slot.role !== 'place' || kindOfPlace(slot.entity.name) === kindOfPlace(other.entity.name);
  }
}

/** Country, region, city or feature; null for a place that no list has. */
function createPlaceKinds(): (name: string | null) => string | null {
  const kinds = new Map(loadLexicon('cities').map(([name = '']) => [name, 'city']));
  for (const [name = '', kind = ''] of loadLexicon('places')) kinds.set(name, kind);
  return name => kinds.get(name?.toLowerCase() ?? '') ?? null;
}
