import type { Article, CharSpan, Sentence, TimeExpression, Token } from '../../domain/index.ts';
import { overlaps } from '../../domain/index.ts';
import type { ArticleName, TaggedArticle } from '../names/article-names.ts';
import { repairNames } from './name-repairs.ts';
import { markQuotations } from './quotations.ts';
import type { MentionVocabulary } from './vocabulary.ts';

/** An article as mentions are read from it: lists of one entry a token. */
export type Wording = {
  readonly article: Article;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly form: readonly string[];
  /** In lower case, with straight apostrophes. */
  readonly lower: readonly string[];
  readonly xpos: readonly string[];
  readonly names: readonly ArticleName[];
  /** Index into `names`, -1 outside. */
  readonly nameAt: Int32Array;
  readonly sentenceOf: Int32Array;
  /** Number of the quotation, marks included; -1 outside. A quotation that goes on in the next block keeps its number. */
  readonly quotationOf: Int32Array;
  /** 1 within a time expression. */
  readonly isTime: Uint8Array;
};

/** Lays an article out. */
export function wordingOf(
  article: Article,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  { xpos, names: found }: TaggedArticle,
  times: readonly TimeExpression[],
  vocabulary: MentionVocabulary,
): Wording {
  const form = tokens.map(({ start, end }) => article.text.slice(start, end));
  const names = repairNames({ form, xpos, sentences, names: found }, vocabulary);
  const sentenceOf = new Int32Array(tokens.length);
  for (const [index, { from, to }] of sentences.entries()) sentenceOf.fill(index, from, to);
  const nameAt = new Int32Array(tokens.length).fill(-1);
  for (const [index, { from, to }] of names.entries()) nameAt.fill(index, from, to);
  return {
    article,
    tokens,
    sentences,
    form,
    lower: form.map(word => word.toLowerCase().replaceAll('’', "'")),
    xpos,
    names,
    nameAt,
    sentenceOf,
    quotationOf: markQuotations(article.text, tokens, sentences),
    isTime: marked(tokens, times),
  };
}

/** Both lists are in order. */
function marked(tokens: readonly Token[], spans: readonly CharSpan[]): Uint8Array {
  const marks = new Uint8Array(tokens.length);
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    while (at < spans.length && spans[at]!.end <= token.start) at++;
    if (at < spans.length && overlaps(spans[at]!, token)) marks[index] = 1;
  }
  return marks;
}

/** Whether two tokens have nothing between them. */
export const isGlued = ({ tokens }: Wording, at: number): boolean =>
  tokens[at - 1]?.end === tokens[at]?.start;

export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** The noun at a token in lower case, with what hyphens join to it: `president-elect`, of which `at` is "elect". */
export function nounAt(wording: Wording, at: number): string {
  const { lower } = wording;
  let from = at;
  while (from > 1 && lower[from - 1] === '-' && isGlued(wording, from) && isGlued(wording, from - 1))
    from -= 2;
  return from === at ? lower[at]! : lower.slice(from, at + 1).join('');
}
