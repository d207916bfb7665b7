import { FeatureLists, loadWordClasses, Weights, Words } from '../../src/learn/index.ts';
import { addTagFeatures, tagFeaturesVersion } from '../../src/parse/tag/features.ts';
import { Tagger, type TagPair, tagLabelOf } from '../../src/parse/tag/tagger.ts';
import type { ConlluWord } from '../corpora/conllu.ts';
import { readTreebank } from '../corpora/treebank.ts';
import { writeModel } from './model-folder.ts';
import { trainSequence } from './sequence.ts';
import { packWeights, type TrainedWeights } from './weights-file.ts';

type Sentence = readonly ConlluWord[];

const seed = 1;

export function train(): void {
  const weights = trainTags(readTreebank('en_ewt-ud-train'));
  const dev = readTreebank('en_ewt-ud-dev');
  const tagged = tagSentences(taggerOf(weights), dev);
  const share = (right: (word: ConlluWord, tag: TagPair) => boolean) =>
    (100 * dev.flat().filter((word, at) => right(word, tagged.flat()[at]!)).length) / dev.flat().length;
  writeModel(
    {
      job: 'tags',
      version: 2,
      featuresVersion: tagFeaturesVersion,
      corpora: [{ file: 'treebank/en_ewt-ud-train', licence: 'CC BY-SA 4.0' }],
      seed,
      scores: {
        'dev upos': share((word, tag) => word.upos === tag.upos),
        'dev xpos': share((word, tag) => word.xpos === tag.xpos),
      },
      card: `Gives each word of a sentence its universal part of speech and its Penn tag, as one label: an averaged structured
perceptron over hashed features (the word and its neighbours, affixes, shapes, word classes of models/words), best path
among the six best labels of each word. Trained on web text (the English Web Treebank of Universal Dependencies).`,
    },
    weights,
  );
}

/** One sentence in this many is learnt once more in the capitals of a headline. */
const headlineEvery = 12;

/** Words that headlines with capitals on every word often leave small. */
const small = /^(?:a|an|the|of|in|on|at|to|for|and|or|but|by|with|from|as|'s|n't)$/i;

/** Copies of some sentences in capitals, or with a capital on every word: treebanks have few headlines. */
function inHeadlineCapitals(sentences: readonly Sentence[]): Sentence[] {
  return sentences.flatMap((sentence, at) => {
    if (at % headlineEvery !== 0) return [];
    const loud = at % (2 * headlineEvery) === 0;
    const capitals = (form: string) => {
      if (loud) return form.toUpperCase();
      return small.test(form) ? form : form.slice(0, 1).toUpperCase() + form.slice(1);
    };
    return [sentence.map(word => ({ ...word, form: capitals(word.form) }))];
  });
}

/** The weights of a tagger that was trained on some sentences. */
export function trainTags(sentences: readonly Sentence[], epochs = 8): TrainedWeights {
  const labels = [...new Set(sentences.flat().map(tagLabelOf))].sort();
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const words = new Words(loadWordClasses());
  const lists = new FeatureLists();
  const examples = [...sentences, ...inHeadlineCapitals(sentences)].map(sentence => {
    words.fill(sentence.length, at => sentence[at]!.form);
    lists.clear();
    addTagFeatures(words, lists);
    return { features: lists.snapshot(), gold: sentence.map(word => numbers.get(tagLabelOf(word))!) };
  });
  return trainSequence({ labels, examples, epochs, seed, leastCount: 2, margin: 10, candidates: 6 });
}

const taggerOf = (weights: TrainedWeights): Tagger => new Tagger(new Weights(packWeights(weights)));

/** The tags that a trained tagger gives to each word of each sentence. */
export function tagSentences(tagger: Tagger, sentences: readonly Sentence[]): TagPair[][] {
  const words = new Words(loadWordClasses());
  const path = new Uint8Array(Math.max(...sentences.map(sentence => sentence.length)));
  return sentences.map(sentence => {
    words.fill(sentence.length, at => sentence[at]!.form);
    tagger.tag(words, path);
    return sentence.map((_, at) => tagger.tags[path[at]!]!);
  });
}

/** So many sentences that follow each other are in one fold: sentences of one document share its names and its ways. */
const foldRun = 100;

/**
 * Tags of training sentences as a tagger gives them that has not learnt from those sentences: what a model that reads
 * tags must be trained on, since it will see predicted ones.
 */
export function jackknifeTags(sentences: readonly Sentence[], folds: number, epochs: number): TagPair[][] {
  const tagged: TagPair[][] = new Array(sentences.length);
  const foldOf = (at: number) => Math.floor(at / foldRun) % folds;
  for (let fold = 0; fold < folds; fold++) {
    const heldOut = sentences.map((_, at) => at).filter(at => foldOf(at) === fold);
    const weights = trainTags(
      sentences.filter((_, at) => foldOf(at) !== fold),
      epochs,
    );
    const tags = tagSentences(
      taggerOf(weights),
      heldOut.map(at => sentences[at]!),
    );
    for (const [index, at] of heldOut.entries()) tagged[at] = tags[index]!;
  }
  return tagged;
}
