import { lowerHashOf, type Weights } from '../../learn/index.ts';

/** In how many of some thousand news articles a term stands, and how it is mostly written there. */
export type Background = {
  /** How many articles were counted. */
  readonly articles: number;
  /** How many of them hold the term; 0 for one that was hardly seen. */
  readonly count: (term: string) => number;
  /** Whether it is mostly written with a small letter, so that a capital at a sentence's start says nothing. */
  readonly isMostlySmall: (term: string) => boolean;
};

/** Counts are kept as steps of a logarithm, in seven bits; the eighth says that the term is mostly written small. */
export const smallBit = 128;
export const stepsPerDoubling = 8;

export const stepOfCount = (count: number): number => Math.round(Math.log2(count) * stepsPerDoubling);

export function backgroundOf(weights: Weights): Background {
  const hashes = weights.int32('terms');
  const facts = weights.uint8('facts');
  const scale = Number(weights.about.scale);
  const places = new Map<number, number>();
  for (const [place, hash] of hashes.entries()) places.set(hash, place);
  const factsOf = (term: string): number | undefined => {
    const place = places.get(lowerHashOf(term));
    return place === undefined ? undefined : facts[place];
  };
  return {
    articles: Number(weights.about.articles),
    count: term => {
      const found = factsOf(term);
      return found === undefined ? 0 : scale * 2 ** ((found & (smallBit - 1)) / stepsPerDoubling);
    },
    isMostlySmall: term => ((factsOf(term) ?? 0) & smallBit) !== 0,
  };
}
