import { loadWordClasses, Words } from '../../src/learn/index.ts';
import { Syntax, type WordSyntax } from '../../src/parse/syntax.ts';
import type { ConlluWord } from '../corpora/conllu.ts';
import { readSentences } from '../corpora/treebank.ts';
import type { Evaluation } from './evaluation.ts';

/**
 * Shares of a treebank's words with the right part of speech, Penn tag and lemma, on its own tokens and sentences. Lemmas
 * are found from predicted tags and compared with capitals.
 */
export const evaluation: Evaluation = {
  defaultFile: 'treebank/en_ewt-ud-test.conllu.gz',
  run: file => {
    const { gold, found } = analyseTreebank(file);
    const share = (key: 'upos' | 'xpos' | 'lemma') =>
      (100 * gold.filter((word, at) => word[key] === found[at]![key]).length) / gold.length;
    return {
      listing: confusions(gold, found),
      figures: { upos: share('upos'), xpos: share('xpos'), lemma: share('lemma') },
    };
  },
};

/** The words of a CoNLL-U file, and what the models make of the same sentences; heads are within the sentence. */
export function analyseTreebank(file: string): { gold: ConlluWord[]; found: WordSyntax[] } {
  const classes = loadWordClasses();
  const syntax = new Syntax(classes);
  const words = new Words(classes);
  const sentences = readSentences(file);
  const found = sentences.flatMap(sentence => {
    const formOf = (at: number) => sentence[at]!.form;
    words.fill(sentence.length, formOf);
    syntax.tag(words);
    return syntax.analyse(words, formOf);
  });
  return { gold: sentences.flat(), found };
}

/** The parts of speech that are most often taken for another. */
function confusions(gold: readonly ConlluWord[], found: readonly WordSyntax[]): string {
  const counts = new Map<string, number>();
  for (const [at, { upos }] of gold.entries()) {
    if (upos === found[at]!.upos) continue;
    const pair = `${upos} taken for ${found[at]!.upos}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const worst = [...counts].sort(([, m], [, n]) => n - m).slice(0, 10);
  return worst.map(([pair, count]) => `${String(count).padStart(5)}  ${pair}`).join('\n');
}
