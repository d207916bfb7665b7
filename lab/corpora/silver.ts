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
};

type Row = { file: string; sentences: [number, number, string, string, string][][] };

/** The articles of a silver file, with their texts from attribution; one that has none is left out. */
export function readSilver(file = corpusFile('silver/polnear-train-silver.jsonl.gz')): SilverArticle[] {
  const polnear = readJsonLines<{ file: string; text: string }>(
    corpusFile('attribution/polnear-train.jsonl.gz'),
  );
  const texts = new Map(polnear.map(({ file, text }) => [file, text]));
  return readJsonLines<Row>(file).flatMap(
    ({ file, sentences }) => {
      const text = texts.get(file);
      return text === undefined ? [] : [{ file, text, sentences: sentences.map(tokensOf) }];
    },
  );
}

const tokensOf = (sentence: Row['sentences'][number]): SilverToken[] =>
  sentence.map(([start, end, lemma, xpos, nameClass]) => ({ start, end, lemma, xpos, nameClass }));
