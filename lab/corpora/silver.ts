import type { TokenSpan } from '../../src/domain/index.ts';
import { corpusFile, readJsonLines } from './files.ts';

/** A token of the silver articles, as an older parser saw it; it makes errors. */
export type SilverToken = {
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  /** Penn Treebank. */
  readonly xpos: string;
  readonly nameClass: string;
};

export type SilverArticle = {
  readonly file: string;
  readonly text: string;
  readonly sentences: readonly (readonly SilverToken[])[];
  /** Mentions that mean the same, as that parser's rules have them: runs of tokens of a sentence, `to` exclusive. */
  readonly chains: readonly (readonly SilverMention[])[];
};

export type SilverMention = TokenSpan & { readonly sentence: number };

type Row = {
  file: string;
  sentences: [number, number, string, string, string][][];
  coreference: [number, number, number][][];
};

/** The articles of a silver file, with their texts from attribution; one that has none is left out. */
export function readSilver(file = corpusFile('silver/polnear-train-silver.jsonl.gz')): SilverArticle[] {
  const polnear = readJsonLines<{ file: string; text: string }>(
    corpusFile('attribution/polnear-train.jsonl.gz'),
  );
  const texts = new Map(polnear.map(({ file, text }) => [file, text]));
  return readJsonLines<Row>(file).flatMap(({ file, sentences, coreference }) => {
    const text = texts.get(file);
    if (text === undefined) return [];
    const chains = coreference.map(chain => chain.map(([sentence, from, to]) => ({ sentence, from, to })));
    return [{ file, text, sentences: sentences.map(tokensOf), chains }];
  });
}

const tokensOf = (sentence: Row['sentences'][number]): SilverToken[] =>
  sentence.map(([start, end, lemma, xpos, nameClass]) => ({ start, end, lemma, xpos, nameClass }));
