import type { Evaluation } from './evaluation.ts';
import { analyseTreebank } from './tagging.ts';

/**
 * Shares of a treebank's words with the right head (uas), and with the right head and relation (las), on its own tokens
 * and sentences but predicted tags. Punctuation counts. Relations are compared with their subtypes (`nsubj:pass`), which is
 * stricter than the CoNLL shared tasks; the listing has their figure too, and the relations that cost most.
 */
export const evaluation: Evaluation = {
  defaultFile: 'treebank/en_ewt-ud-test.conllu.gz',
  run: file => {
    const { gold, found } = analyseTreebank(file);
    const tallies = new Map<string, Tally>();
    let uas = 0;
    let las = 0;
    let universal = 0;
    for (const [at, word] of gold.entries()) {
      const { head, relation } = found[at]!;
      const tally = tallies.get(word.relation) ?? { words: 0, right: 0 };
      tallies.set(word.relation, tally);
      tally.words++;
      if (head !== word.head) continue;
      uas++;
      if (universalPart(relation) === universalPart(word.relation)) universal++;
      if (relation !== word.relation) continue;
      las++;
      tally.right++;
    }
    const share = (count: number) => (100 * count) / gold.length;
    const withoutSubtypes = `LAS without subtypes: ${share(universal).toFixed(2)}`;
    return {
      listing: `${listing(tallies)}\n${withoutSubtypes}`,
      figures: { uas: share(uas), las: share(las) },
    };
  },
};

type Tally = { words: number; right: number };

const universalPart = (relation: string): string => relation.split(':', 1)[0]!;

/** The relations with the most words whose head or relation is wrong. */
function listing(tallies: ReadonlyMap<string, Tally>): string {
  const worst = [...tallies].sort(([, a], [, b]) => b.words - b.right - (a.words - a.right)).slice(0, 15);
  return worst
    .map(([relation, { words, right }]) => `${relation.padEnd(14)}${right} of ${words} right`)
    .join('\n');
}
