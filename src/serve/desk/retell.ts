import type { Correction, Passage, QuotedPlace, Reading, Story } from '../../domain/index.ts';
import { findPlace } from '../../domain/index.ts';
import type { Pipeline } from '../../pipeline.ts';
import type { Retell, RetellingWork, Retold } from './retelling.ts';
import { versionChanges } from './version-changes.ts';

/** The most accounts whose readings and docs are remembered, over all stories. */
const rememberedAccounts = 120;

/** Remembers the stories that it told last, so that an account that joins one of them is all that has to be read. */
export function createRetell(pipeline: Pipeline): Retell {
  const remembered = new Map<string, Story>();
  const remember = (name: string, story: Story): void => {
    remembered.set(name, story);
    let accounts = [...remembered.values()].reduce((sum, each) => sum + each.accounts.length, 0);
    for (const [oldest, { accounts: own }] of remembered) {
      if (accounts <= rememberedAccounts || oldest === name) break;
      remembered.delete(oldest);
      accounts -= own.length;
    }
  };
  return work => {
    const kept = work.from === null ? work.kept : remembered.get(work.from);
    if (kept === undefined) return null;
    const retold = retell(pipeline, work, kept);
    if (work.from !== null) remembered.delete(work.from);
    remember(work.as, retold.story);
    return retold;
  };
}

function retell(pipeline: Pipeline, work: RetellingWork, kept: Story | null): Retold {
  const earlier = new Map(work.earlier.map(reading => [reading.article.id, reading]));
  const fresh = work.articles.map(article => {
    const reading = pipeline.extract(pipeline.parse(article));
    const before = earlier.get(article.id);
    return { reading, changes: before ? versionChanges(pipeline, before, reading) : null };
  });
  const given = [...work.readings, ...fresh.map(({ reading }) => reading)];
  const set = correctAll(pipeline, given, work.corrections);
  const byId = new Map([...(kept?.accounts ?? []), ...set].map(reading => [reading.article.id, reading]));
  const accounts = work.accountIds.flatMap(id => byId.get(id) ?? []);
  const aligned = pipeline.align(accounts, { sameClaims: sameClaims(accounts, work.corrections) });
  const { story, changes } = pipeline.follow(
    joined(kept, work.joined),
    { ...aligned, id: work.storyId },
    work.taken,
  );
  return {
    story,
    fresh,
    changes,
    corrected: set.filter(({ article }) => work.spokenOf.includes(article.id)),
  };
}

function correctAll(
  pipeline: Pipeline,
  readings: readonly Reading[],
  corrections: readonly Correction[],
): Reading[] {
  const speakers = corrections.filter(each => each.kind === 'speaker');
  return readings.map(reading => {
    const own = speakers.filter(({ articleId }) => articleId === reading.article.id);
    return own.length > 0 ? pipeline.correct(reading, own).reading : reading;
  });
}

/** Where the words of a correction are now; null where they are no longer. */
function placeNow(accounts: readonly Reading[], place: QuotedPlace): Passage | null {
  const account = accounts.find(({ article }) => article.id === place.articleId);
  const span = account ? findPlace(account.article.text, place) : null;
  return span && { articleId: place.articleId, ...span };
}

function sameClaims(
  accounts: readonly Reading[],
  corrections: readonly Correction[],
): (readonly [Passage, Passage])[] {
  return corrections.flatMap(each => {
    if (each.kind !== 'same-claim') return [];
    const [a, b] = each.places.map(place => placeNow(accounts, place));
    return a && b ? [[a, b] as const] : [];
  });
}

const joined = (kept: Story | null, other: Story | null): Story | null =>
  kept && other
    ? { ...kept, accounts: [...kept.accounts, ...other.accounts], claims: [...kept.claims, ...other.claims] }
    : (kept ?? other);
