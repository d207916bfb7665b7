import type { Article, CharSpan } from '../../src/domain/index.ts';
import { createSegmenter, type Segments } from '../../src/parse/segments.ts';
import { type ConlluDocument, readConllu } from '../corpora/conllu.ts';
import type { Evaluation } from './evaluation.ts';

/**
 * Tokens and sentences of raw text against a treebank, by exact spans, as the CoNLL 2018 shared task counts them
 * (words of multiword tokens one by one). Every paragraph of the treebank is a block, so paragraph ends are given.
 */
export const evaluation: Evaluation = {
  defaultFile: 'treebank/en_gum-ud-dev.conllu.gz',
  run: file => {
    const segment = createSegmenter();
    const tokens = new Tally();
    const sentences = new Tally();
    for (const document of readConllu(file)) {
      const article = articleOf(document);
      const doc = segment(article);
      const gold = goldSpans(document, article);
      tokens.add(gold.tokens, doc.tokens);
      sentences.add(gold.sentences, sentenceSpans(doc));
    }
    return {
      listing: `${tokens.line('tokens')}\n${sentences.line('sentences')}`,
      figures: { tokenF: tokens.f1, sentenceF: sentences.f1 },
    };
  },
};

/** A treebank document as an article, each paragraph a block. */
function articleOf(document: ConlluDocument): Article {
  let text = '';
  const blocks = document.paragraphs.map(paragraph => {
    const start = text.length;
    text += `${paragraph.text.trimEnd()}\n\n`;
    return { kind: 'paragraph' as const, start, end: text.length - 2 };
  });
  const facts = { url: null, outlet: null, title: null, byline: null, published: null, fetched: null };
  return { id: document.id, ...facts, language: 'en', text, blocks };
}

const goldSpans = (
  document: ConlluDocument,
  article: Article,
): Record<'tokens' | 'sentences', CharSpan[]> => {
  const sentences = document.paragraphs.flatMap((paragraph, index) =>
    paragraph.sentences.map(sentence => ({ sentence, offset: article.blocks[index]!.start })),
  );
  return {
    sentences: sentences.map(({ sentence, offset }) => shifted(sentence, offset)),
    tokens: sentences.flatMap(({ sentence, offset }) => sentence.words.map(word => shifted(word, offset))),
  };
};

const shifted = ({ start, end }: CharSpan, offset: number): CharSpan => ({
  start: start + offset,
  end: end + offset,
});

const sentenceSpans = (doc: Segments): CharSpan[] =>
  doc.sentences.map(({ from, to }) => ({ start: doc.tokens[from]!.start, end: doc.tokens[to - 1]!.end }));

/** Counts spans that are found, and those of them that are right; and what is wrong with the others. */
class Tally {
  #gold = 0;
  #found = 0;
  #right = 0;
  #joined = 0;
  #parted = 0;

  add(gold: readonly CharSpan[], found: readonly CharSpan[]): void {
    const goldKeys = new Set(gold.map(key));
    const [goldEnds, foundEnds] = [new Set(gold.map(span => span.end)), new Set(found.map(span => span.end))];
    this.#gold += gold.length;
    this.#found += found.length;
    this.#right += found.filter(span => goldKeys.has(key(span))).length;
    this.#joined += gold.filter(span => !foundEnds.has(span.end)).length;
    this.#parted += found.filter(span => !goldEnds.has(span.end)).length;
  }

  get f1(): number {
    return (200 * this.#right) / (this.#gold + this.#found);
  }

  line(subject: string): string {
    const counts = `${this.#gold} gold, ${this.#found} found, ${this.#right} right`;
    return `${subject.padEnd(10)} ${counts}; ends missed ${this.#joined}, ends too many ${this.#parted}`;
  }
}

const key = ({ start, end }: CharSpan): string => `${start} ${end}`;
