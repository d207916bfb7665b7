import { formHashOf, lowerHashOf } from '../../src/learn/index.ts';
import { readSilver } from '../corpora/silver.ts';
import { readTreebank } from '../corpora/treebank.ts';
import { packClassMap } from './class-map.ts';
import { clusterWords } from './clusters.ts';
import { writeModel } from './model-folder.ts';
import { joinWeights } from './weights-file.ts';

const fineClasses = 400;
const coarseClasses = 64;
/** A tag is part of a hint from this share of a word's tags on. */
const hintShare = 0.08;

/** Classes of words, learnt from plain text and from the tags of the silver articles. */
export function train(): void {
  const silver = readSilver().flatMap(({ text, sentences }) =>
    sentences.map(tokens => tokens.map(({ start, end, xpos }) => ({ form: text.slice(start, end), xpos }))),
  );
  const forms = [...readTreebank('en_ewt-ud-train'), ...silver].map(sentence =>
    sentence.map(word => word.form.toLowerCase().replace(/\d/g, '0')),
  );
  const clusters = (classes: number) => {
    const found = clusterWords(forms, { classes, leastCount: 3, rounds: 12 });
    return new Map(Array.from(found, ([word, number]) => [lowerHashOf(word), number + 1]));
  };
  const weights = joinWeights(
    packClassMap('fine', clusters(fineClasses)),
    packClassMap('coarse', clusters(coarseClasses)),
    packClassMap('hint', hintsOf(silver)),
  );
  writeModel(
    {
      job: 'words',
      version: 1,
      featuresVersion: 1,
      corpora: [
        { file: 'treebank/en_ewt-ud-train', licence: 'CC BY-SA 4.0' },
        { file: 'silver/polnear-train-silver', licence: "publishers' texts; weights may ship" },
      ],
      seed: 0,
      scores: {},
      card: `Classes of words that other models read: ${fineClasses} and ${coarseClasses} classes of words with like neighbours
(exchange clustering of class bigrams; words seen three times), and the Penn tags that an older parser mostly gave to a
word in political news. There is no seed: nothing is drawn by chance. The classes know newspapers and web pages of 2001 to
2016; a word that they never saw has class 0. The hints repeat that parser's habits, so they are features and never answers.`,
    },
    weights,
  );
}

type Tagged = { readonly form: string; readonly xpos: string };

/** Words as written and in lower case, each with a number for the set of tags that it mostly takes. */
function hintsOf(sentences: readonly (readonly Tagged[])[]): Map<number, number> {
  const counts = new Map<number, Map<string, number>>();
  for (const { form, xpos } of sentences.flat()) {
    for (const hash of new Set([formHashOf(form), lowerHashOf(form)])) {
      const tags = counts.get(hash) ?? new Map<string, number>();
      counts.set(hash, tags.set(xpos, (tags.get(xpos) ?? 0) + 1));
    }
  }
  const classes = new Map<string, number>();
  const hints = new Map<number, number>();
  for (const [hash, tags] of counts) {
    const name = hintName(tags);
    if (!classes.has(name)) classes.set(name, classes.size + 1);
    hints.set(hash, classes.get(name)!);
  }
  return hints;
}

/** "VBD|VBN"; with a question mark where there is little to go by. */
function hintName(tags: ReadonlyMap<string, number>): string {
  const all = [...tags.values()].reduce((sum, count) => sum + count, 0);
  const names = [...tags]
    .filter(([, count]) => count >= all * hintShare)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([name]) => name);
  return names.join('|') + (all < 3 ? '?' : '');
}
