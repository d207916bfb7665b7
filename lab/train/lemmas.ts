import { FeatureLists, hashText, loadWordClasses, Weights, Words } from '../../src/learn/index.ts';
import { addLemmaFeatures, knownStems, lemmaFeaturesVersion } from '../../src/parse/lemma/features.ts';
import { Lemmatiser } from '../../src/parse/lemma/lemmatiser.ts';
import { findScript } from '../../src/parse/lemma/scripts.ts';
import { tagLabelOf } from '../../src/parse/tag/tagger.ts';
import type { ConlluWord } from '../corpora/conllu.ts';
import { readSilver } from '../corpora/silver.ts';
import { readTreebank } from '../corpora/treebank.ts';
import { writeModel } from './model-folder.ts';
import { type SequenceExample, trainSequence } from './sequence.ts';
import { packWeights, type TrainedWeights } from './weights-file.ts';

const seed = 1;
/** Scripts that make fewer lemmas than this are left out, and so are their words. */
const leastScriptCount = 2;

type Word = Pick<ConlluWord, 'form' | 'lemma' | 'upos' | 'xpos'>;
type Sentence = readonly Word[];

export function train(): void {
  const treebank = readTreebank('en_ewt-ud-train');
  const weights = trainLemmas([...treebank, ...silverWords(treebank.flat())]);
  const dev = readTreebank('en_ewt-ud-dev');
  writeModel(
    {
      job: 'lemmas',
      version: 1,
      featuresVersion: lemmaFeaturesVersion,
      corpora: [
        { file: 'treebank/en_ewt-ud-train', licence: 'CC BY-SA 4.0' },
        { file: 'silver/polnear-train-silver', licence: "publishers' texts; weights may ship" },
      ],
      seed,
      scores: { 'dev lemma, gold tags': scoreLemmas(weights, dev) },
      card: `Gives a word its lemma by choosing how its end and its capitals change, from its letters, its tag, and which of
its possible stems are words: an averaged perceptron over hashed features. Inflected forms that an older parser saw in
political news are learnt beside the treebank's. Misspelt words are not mended.`,
    },
    weights,
  );
}

function trainLemmas(sentences: readonly Sentence[]): TrainedWeights {
  const counts = new Map<string, number>();
  for (const word of sentences.flat()) {
    const script = findScript(word.form, word.lemma);
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const labels = [...counts]
    .filter(([, count]) => count >= leastScriptCount)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([script]) => script)
    .slice(0, 256);
  const numbers = new Map(labels.map((label, number) => [label, number]));
  return trainSequence({ labels, examples: examplesOf(sentences, numbers), epochs: 5, seed, leastCount: 1 });
}

function examplesOf(sentences: readonly Sentence[], numbers: ReadonlyMap<string, number>): SequenceExample[] {
  const classes = loadWordClasses();
  const words = new Words(classes);
  const lists = new FeatureLists();
  const examples: SequenceExample[] = [];
  for (const sentence of sentences) {
    words.fill(sentence.length, at => sentence[at]!.form);
    for (const [at, word] of sentence.entries()) {
      const number = numbers.get(findScript(word.form, word.lemma));
      if (number === undefined) continue;
      lists.clear();
      addLemmaFeatures(
        words,
        at,
        word.form,
        hashText(tagLabelOf(word)),
        knownStems(word.form, classes),
        lists,
      );
      examples.push({ features: lists.snapshot(), gold: [number] });
    }
  }
  return examples;
}

const silverUpos: Readonly<Record<string, string>> = {
  NNS: 'NOUN',
  VBD: 'VERB',
  VBG: 'VERB',
  VBN: 'VERB',
  VBZ: 'VERB',
  JJR: 'ADJ',
  JJS: 'ADJ',
};

/** Inflected words of the silver articles that were seen three times and are not in the treebank, each as a sentence. */
function silverWords(known: Sentence): Sentence[] {
  const seen = new Set(known.map(word => `${word.form.toLowerCase()} ${word.xpos}`));
  const counts = new Map<string, number>();
  for (const { text, sentences } of readSilver()) {
    for (const { start, end, xpos, lemma } of sentences.flat()) {
      const form = text.slice(start, end);
      if (!(xpos in silverUpos) || !/^[a-z]{3,}$/.test(form) || seen.has(`${form} ${xpos}`)) continue;
      const key = `${form} ${lemma} ${xpos}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= 3)
    .map(([key]) => {
      const [form = '', lemma = '', xpos = ''] = key.split(' ');
      return [{ form, lemma, xpos, upos: silverUpos[xpos]! }];
    });
}

/** Share of words with the right lemma when their tags are right, 0 to 100. */
function scoreLemmas(weights: TrainedWeights, sentences: readonly Sentence[]): number {
  const classes = loadWordClasses();
  const words = new Words(classes);
  const lemmatiser = new Lemmatiser(new Weights(packWeights(weights)), classes);
  let right = 0;
  for (const sentence of sentences) {
    words.fill(sentence.length, at => sentence[at]!.form);
    for (const [at, word] of sentence.entries()) {
      if (lemmatiser.lemma(words, at, word.form, hashText(tagLabelOf(word))) === word.lemma) right++;
    }
  }
  return (100 * right) / sentences.flat().length;
}
