import { TermReader } from '../../src/align/stories/article-terms.ts';
import { smallBit, stepOfCount } from '../../src/align/stories/background.ts';
import { TermTable } from '../../src/align/stories/term-table.ts';
import { createWordReader } from '../../src/align/stories/vocabulary.ts';
import { lowerHashOf } from '../../src/learn/index.ts';
import { corpusFile } from '../corpora/files.ts';
import { readPolnear } from '../corpora/polnear.ts';
import type { TrainedWeights } from './weights-file.ts';

export const backgroundFile = 'attribution/polnear-train.jsonl.gz';

/** Terms in fewer articles are left out: what is not there is rare. */
const leastCount = 3;

/** As how many articles the background counts beside those that are clustered. */
const backgroundWeight = 125;

const nothing = { articles: 0, count: () => 0, isMostlySmall: () => false };

/** Counts in how many articles of political news a term stands, and whether it is mostly written small. */
export function countBackground(): TrainedWeights {
  const table = new TermTable(nothing);
  const terms = new TermReader(table, createWordReader());
  const articles = readPolnear(corpusFile(backgroundFile));
  const counts = new Map<number, { articles: number; small: number; capital: number }>();
  for (const { article } of articles)
    for (const { term, capitals } of terms.read(article).occurrences) {
      const own = counts.get(term) ?? { articles: 0, small: 0, capital: 0 };
      own.articles++;
      if (capitals < 0) own.small++;
      if (capitals > 0) own.capital++;
      counts.set(term, own);
    }
  const scale = backgroundWeight / articles.length;
  const kept = [...counts]
    .filter(([, { articles }]) => articles >= leastCount)
    .map(([term, { articles, small, capital }]) => ({
      hash: lowerHashOf(table.termOf(term)),
      fact: stepOfCount(articles) | (small > capital ? smallBit : 0),
    }))
    .sort((a, b) => a.hash - b.hash);
  return {
    about: { articles: backgroundWeight, scale },
    arrays: {
      terms: Int32Array.from(kept, ({ hash }) => hash),
      facts: Uint8Array.from(kept, ({ fact }) => fact),
    },
  };
}
