import { rateKey } from '../../src/extract/model/tagger.ts';
import { hashText } from '../../src/learn/index.ts';
import type { AnnotatedDoc } from '../corpora/attributions.ts';

type Count = { all: number; cue: number };

/** How often each lemma, as a part of speech, is part of a cue. */
export class CueRates {
  readonly #counts = new Map<number, Count>();
  readonly #own = new Map<AnnotatedDoc, Map<number, Count>>();

  constructor(docs: readonly AnnotatedDoc[]) {
    for (const doc of docs) {
      const own = countsOf(doc);
      this.#own.set(doc, own);
      for (const [key, { all, cue }] of own) {
        const count = this.#counts.get(key) ?? { all: 0, cue: 0 };
        this.#counts.set(key, { all: count.all + all, cue: count.cue + cue });
      }
    }
  }

  /** Classes of rates as they are without the doc's own words, as at prediction; all docs where it is not one of them. */
  without(doc: AnnotatedDoc): (key: number) => number {
    const own = this.#own.get(doc);
    return key => classOf(this.#counts.get(key), own?.get(key));
  }

  classes = (): Map<number, number> =>
    new Map(
      [...this.#counts]
        .map(([key, count]) => [key, classOf(count)] as const)
        .filter(([, number]) => number > 0),
    );
}

function countsOf({ words, gold }: AnnotatedDoc): Map<number, Count> {
  const counts = new Map<number, Count>();
  const inCue = new Uint8Array(words.doc.tokens.length);
  for (const { cue } of gold) if (cue) inCue.fill(1, cue.from, cue.to);
  for (const [at, { lemma, upos }] of words.doc.tokens.entries()) {
    const key = rateKey(hashText(lemma.toLowerCase()), hashText(upos));
    const count = counts.get(key) ?? { all: 0, cue: 0 };
    counts.set(key, count);
    count.all++;
    count.cue += inCue[at]!;
  }
  return counts;
}

const bounds = [0.02, 0.08, 0.2, 0.4, 0.65];
const fewest = 4;

/** 0 unknown, 1 never, 2 to 7 ever more often. */
function classOf(count: Count | undefined, own: Count = { all: 0, cue: 0 }): number {
  const all = (count?.all ?? 0) - own.all;
  const cue = (count?.cue ?? 0) - own.cue;
  if (cue === 0) return all < fewest ? 0 : 1;
  const rate = cue / (all + 1.5);
  return 2 + bounds.filter(bound => rate >= bound).length;
}
