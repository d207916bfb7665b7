import type { SharedTerm } from '../../domain/index.ts';
import { termFlags } from './article-terms.ts';
import { type Profiles, viewCount } from './profiles.ts';
import type { TermTable } from './term-table.ts';

/** How many shared terms are named, at most. */
const mostTerms = 8;

/** Members of a story that are looked at, at most. */
const mostMembers = 24;

type Shared = { readonly at: number; product: number };

/** What an article shares with others, what weighs most first. */
export function sharedTerms(
  profiles: Profiles,
  table: TermTable,
  article: number,
  others: readonly number[],
): SharedTerm[] {
  const shared = new Map<number, Shared>();
  let sum = 0;
  for (const other of others.slice(0, mostMembers)) sum += addShared(profiles, article, other, shared);
  const best = [...shared.values()]
    .sort((a, b) => b.product - a.product || a.at - b.at)
    .slice(0, mostTerms)
    .sort((a, b) => profiles.starts[a.at]! - profiles.starts[b.at]!);
  return joined(best.map(({ at, product }) => termAt(profiles, table, at, rounded(product / sum))))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

function addShared(profiles: Profiles, a: number, b: number, into: Map<number, Shared>): number {
  const { from, terms, weights, norms } = profiles;
  const norm = norms[a * viewCount]! * norms[b * viewCount]!;
  let sum = 0;
  let j = from[b]!;
  for (let i = from[a]!; i < from[a + 1]!; i++) {
    const term = terms[i]!;
    while (j < from[b + 1]! && terms[j]! < term) j++;
    if (j === from[b + 1]!) break;
    if (terms[j] !== term) continue;
    const product = (weights[i]! * weights[j]!) / norm;
    sum += product;
    const own = shared(into, term, i);
    own.product += product;
  }
  return sum;
}

function shared(into: Map<number, Shared>, term: number, at: number): Shared {
  let own = into.get(term);
  if (!own) {
    own = { at, product: 0 };
    into.set(term, own);
  }
  return own;
}

function termAt(
  { flags, starts, spellings }: Profiles,
  table: TermTable,
  at: number,
  weight: number,
): SharedTerm {
  const start = starts[at]!;
  const text = table.spelt(spellings[at]!);
  return {
    kind: kindOf(flags[at]!),
    text,
    weight,
    span: start < 0 ? null : { start, end: start + text.length },
  };
}

function kindOf(flags: number): SharedTerm['kind'] {
  if (flags & termFlags.date) return 'date';
  if (flags & termFlags.name) return 'name';
  return flags & termFlags.number ? 'number' : 'word';
}

/** Names that stand together are one: "Dora" and "Pell" are "Dora Pell". They come in the order of the text. */
function joined(terms: readonly SharedTerm[]): SharedTerm[] {
  const all: SharedTerm[] = [];
  for (const term of terms) {
    const before = all.at(-1);
    if (
      before?.span &&
      term.span &&
      before.kind === 'name' &&
      term.kind === 'name' &&
      term.span.start === before.span.end + 1
    )
      all[all.length - 1] = {
        kind: 'name',
        text: `${before.text} ${term.text}`,
        weight: rounded(before.weight + term.weight),
        span: { start: before.span.start, end: term.span.end },
      };
    else all.push(term);
  }
  return all;
}
