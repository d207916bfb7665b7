import { type ConlluWord, readConllu } from './conllu.ts';
import { corpusFile } from './files.ts';

/** The sentences of a CoNLL-U file, each as its words. */
export const readSentences = (file: string): (readonly ConlluWord[])[] =>
  readConllu(file).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ sentences }) => sentences.map(({ words }) => words)),
  );

/** The sentences of treebank/NAME.conllu.gz. */
export const readTreebank = (name: string): (readonly ConlluWord[])[] =>
  readSentences(corpusFile(`treebank/${name}.conllu.gz`));
