import type { Overlap, Trace } from '../../domain/index.ts';
import { type Account, passageOf, spanOf } from '../accounts.ts';
import { remembered } from '../remembered.ts';
import { type Credits, publicWordsOf } from './public-words.ts';
import { partnersOf, type SharedRun, sharedRuns } from './shared-runs.ts';
import { type WordRow, wordRowOf } from './word-row.ts';

/** What one account has in common with another: the overlap, its prose paired with the other's, and how many words that is. */
export type Reuse = {
  readonly overlap: Overlap;
  readonly prose: readonly Trace[];
  readonly words: number;
};

/** Shared words running, of one kind, by place in the row and in the other's. */
type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly there: number;
  readonly isPublic: boolean;
};

/** Fewer words than this are shared by chance; without a verb, three times as many are a name or a title. */
const leastWords = 5;

/** Whether two accounts have a word in common as a public one; not where one quotes the other's prose and says so. */
type Judge = (place: number, otherPlace: number) => boolean;

function judgeOf(
  row: WordRow,
  other: WordRow,
  words: ReadonlyMap<WordRow, Uint8Array>,
  credits: Credits,
): Judge {
  const [own, theirs] = [words.get(row)!, words.get(other)!];
  const excerpts = credits(row.account, other.account);
  const isExcerpted = credits(other.account, row.account);
  return (place, otherPlace) => {
    if (row.crediting[place] === 1) return true;
    const here = row.marked[place] === 1;
    const there = other.marked[otherPlace] === 1;
    if (here && !there && excerpts) return theirs[otherPlace] === 1;
    if (there && !here && isExcerpted) return own[place] === 1;
    return own[place] === 1 || theirs[otherPlace] === 1;
  };
}

/** Cuts a run where prose and public words meet, and at the edges of the account's blocks. */
function stretchesOf(run: SharedRun, isPublic: Judge, blockOf: (place: number) => number): Stretch[] {
  const stretches: { from: number; to: number; there: number; isPublic: boolean }[] = [];
  for (let offset = 0; offset < run.length; offset++) {
    const place = run.here + offset;
    const there = run.there + offset;
    const judged = isPublic(place, there);
    const last = stretches.at(-1);
    if (last && last.isPublic === judged && blockOf(place) === blockOf(place - 1)) last.to = place + 1;
    else stretches.push({ from: place, to: place + 1, there, isPublic: judged });
  }
  return stretches;
}

/** "the Ministry of Fisheries and Ports" alone is a name, and whoever means it writes it so. */
const hasVerb = ({ account, at }: WordRow, { from, to }: Stretch): boolean =>
  at.slice(from, to).some(index => /^(?:VERB|AUX)$/.test(account.doc.tokens[index]!.upos));

const isTelling = (row: WordRow, stretch: Stretch): boolean => {
  const length = stretch.to - stretch.from;
  return length >= leastWords && (length >= 3 * leastWords || hasVerb(row, stretch));
};

const passageAt = ({ account, at }: WordRow, from: number, to: number) =>
  passageOf(account, spanOf(account.doc, { from: at[from]!, to: at[to - 1]! + 1 }));

const wordsIn = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0);

const share = (part: number, whole: number): number =>
  Math.min(1, Math.round((1000 * part) / Math.max(1, whole)) / 1000);

/**
 * How much of each account every other account has, where it has any: ordered pairs, by account and then by the other.
 * Costs near linear time in the words of the pairs that share any five running.
 */
export type ReuseFinder = (accounts: readonly Account[], credits: Credits) => Reuse[];

export function createReuseFinder(): ReuseFinder {
  const rowOf = remembered(wordRowOf);
  const runsOf = remembered((row: WordRow) => remembered((other: WordRow) => sharedRuns(row, other)));
  return (accounts, credits) => {
    const rows = accounts.map(rowOf);
    const words = publicWordsOf(rows, credits);
    const partners = partnersOf(rows);
    return rows.flatMap(row => {
      const ownWords = row.crediting.filter((each, place) => !each && !words.get(row)![place]).length;
      const isGiven = ({ from, to }: Stretch) =>
        row.crediting.subarray(from, to).reduce((sum, each) => sum - each, to - from) >= leastWords;
      return partners.get(row)!.flatMap((other): Reuse[] => {
        const isPublic = judgeOf(row, other, words, credits);
        const stretches = runsOf(row)(other).flatMap(run =>
          stretchesOf(run, isPublic, place => row.blockAt[place]!),
        );
        const copied = stretches.filter(each => !each.isPublic && isTelling(row, each));
        const common = stretches.filter(each => each.isPublic && isGiven(each));
        return copied.length + common.length > 0 ? [reuseFrom(row, other, copied, common, ownWords)] : [];
      });
    });
  };
}

function reuseFrom(
  row: WordRow,
  other: WordRow,
  copied: readonly Stretch[],
  common: readonly Stretch[],
  ownWords: number,
): Reuse {
  const prose = copied.map(({ from, to, there }) => ({
    kind: 'wording' as const,
    passage: passageAt(row, from, to),
    in: passageAt(other, there, there + to - from),
  }));
  const overlap = {
    articleId: row.account.articleId,
    foundIn: other.account.articleId,
    share: share(wordsIn(copied), ownWords),
    passages: prose.map(({ passage }) => passage),
    publicShare: share(wordsIn(common), row.at.length),
    publicPassages: common.map(({ from, to }) => passageAt(row, from, to)),
  };
  return { overlap, prose, words: wordsIn(copied) };
}
