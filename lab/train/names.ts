import { FeatureLists, Weights } from '../../src/learn/index.ts';
import { nameFeaturesVersion } from '../../src/parse/names/features.ts';
import { NameFinder, nameKinds, nameLabels } from '../../src/parse/names/finder.ts';
import { loadNameVocabulary } from '../../src/parse/names/vocabulary.ts';
import { corpusFile } from '../corpora/files.ts';
import { isHeldBack, type NamedDocument, type NamedSentence, readNames } from '../corpora/names.ts';
import { createWordReader } from '../corpora/tagged-words.ts';
import { guessTreebankNames } from '../corpora/treebank-names.ts';
import { nameReader, scoreNames } from '../evaluate/names.ts';
import { writeModel } from './model-folder.ts';
import { type SequenceExample, trainSequence } from './sequence.ts';
import { packWeights, type TrainedWeights } from './weights-file.ts';

const corpora = [
  { file: 'silver/polnear-train-silver.jsonl.gz', licence: "publishers' texts; weights may ship" },
  { file: 'names/wikigold.tsv.gz', licence: 'CC BY 4.0' },
];
const treebankCorpus = { file: 'treebank/en_ewt-ud-train.conllu.gz', licence: 'CC BY-SA 4.0' };
const seed = 1;

export function train(): void {
  const [silver = [], wikigold = []] = corpora.map(({ file }) => readNames(corpusFile(file)));
  const news = silver.filter(document => !isHeldBack(document.id));
  const training = [
    ...news,
    ...lowerCased(news, 10),
    ...[1, 2, 3].flatMap(() => wikigold),
    ...lowerCased(wikigold, 2),
  ];
  const first = new Weights(packWeights(trainOn(training, 3, 1)));
  const treebank = guessTreebankNames(corpusFile(treebankCorpus.file), nameReader(first));
  const weights = preferNone(trainOn([...training, ...treebank], 6, 3));
  const packed = new Weights(packWeights(weights));
  const score = (documents: readonly NamedDocument[]) => scoreNames(documents, packed).figures.f!;
  writeModel(
    {
      job: 'names',
      version: 1,
      featuresVersion: nameFeaturesVersion,
      corpora: [...corpora, treebankCorpus],
      seed,
      scores: {
        'silver, held-back tenth, f': score(silver.filter(document => isHeldBack(document.id))),
        'uner-ewt-dev f': score(readNames(corpusFile('names/uner-ewt-dev.iob2.gz'))),
      },
      card: `Finds names of persons, organisations, places and others (peoples, events, works, laws) in the sentences of an
article: an averaged structured perceptron over hashed features (words, affixes, shapes, word classes of models/words,
hand-written vocabulary, and what the rest of the article says of a word), best path over begin and inside labels. Nine
tenths of the silver articles carry another program's errors, which it learns to repeat; titles are no part of a name.`,
    },
    weights,
  );
}

const trainOn = (documents: readonly NamedDocument[], epochs: number, runs: number): TrainedWeights =>
  trainSequence({
    labels: nameLabels,
    examples: examplesOf(documents),
    epochs,
    seed,
    runs,
    leastCount: 2,
    margin: 6,
  });

/**
 * How much better than learnt it is for a word to be in no name, in steps of the weights. Training sees each of its words
 * so often that it is too bold with words that it never saw; chosen on the held-back tenth of the silver articles.
 */
const preference = 100;

function preferNone({ about, arrays }: TrainedWeights): TrainedWeights {
  const into = nameLabels.length;
  const transitions = Float32Array.from(arrays.transitions!, (weight, pair) =>
    pair % into === 0 ? weight + preference : weight,
  );
  return { about, arrays: { ...arrays, transitions } };
}

function examplesOf(documents: readonly NamedDocument[]): SequenceExample[] {
  const finder = new NameFinder(loadNameVocabulary());
  const read = createWordReader();
  const lists = new FeatureLists();
  return documents.flatMap(({ sentences }) => {
    finder.start();
    for (const sentence of sentences) finder.remember(read(sentence.words).words);
    return sentences.map(sentence => {
      const { words, tags } = read(sentence.words);
      lists.clear();
      finder.addFeatures(words, tags, lists);
      return { features: lists.snapshot(), gold: goldLabels(sentence) };
    });
  });
}

/** Every so many documents once more without capitals, as they are in comments and messages. */
const lowerCased = (documents: readonly NamedDocument[], every: number): NamedDocument[] =>
  documents
    .filter((_, index) => index % every === 0)
    .map(({ id, sentences }) => ({
      id,
      sentences: sentences.map(({ words, names }) => ({
        words: words.map(word => word.toLowerCase()),
        names,
      })),
    }));

function goldLabels({ words, names }: NamedSentence): Uint8Array {
  const labels = new Uint8Array(words.length);
  for (const { from, to, kind } of names) {
    const begin = 1 + 2 * nameKinds.indexOf(kind);
    labels.fill(begin + 1, from, to);
    labels[from] = begin;
  }
  return labels;
}
