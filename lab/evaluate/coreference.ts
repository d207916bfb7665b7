import type { CharSpan, Doc } from '../../src/domain/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { isHeldBack } from '../corpora/names.ts';
import { articleOf } from '../corpora/plain-article.ts';
import { readSilver, type SilverArticle, type SilverToken } from '../corpora/silver.ts';
import { bCubed, type Chains, CoreferenceTally, ceafE, muc } from './coreference-scores.ts';
import type { Evaluation, Outcome } from './evaluation.ts';

/**
 * Who is who, against another parser's rules on the held-back tenth of the silver articles: a check of sanity, not of
 * truth, because that parser errs too. docs/coreference.md says what the figures mean.
 */
export const evaluation: Evaluation = {
  defaultFile: 'silver/polnear-train-silver.jsonl.gz',
  run: file => scoreCoreference(readSilver(file).filter(({ file: id }) => isHeldBack(id))),
};

export function scoreCoreference(articles: readonly SilverArticle[], parse = createParser()): Outcome {
  const tallies = { muc: new CoreferenceTally(), b3: new CoreferenceTally(), ceafE: new CoreferenceTally() };
  const mentions = new CoreferenceTally();
  const pronouns = new Map<string, PronounCount>();
  for (const article of articles) {
    const numbered = numberMentions(article, parse(articleOf(article.file, article.text)));
    tallies.muc.add(muc(numbered.gold, numbered.found));
    tallies.b3.add(bCubed(numbered.gold, numbered.found));
    tallies.ceafE.add(ceafE(numbered.gold, numbered.found));
    mentions.add(mentionTally(numbered));
    countPronouns(numbered, pronouns);
  }
  const all = sumOf([...pronouns.values()]);
  const lines = [
    ...Object.entries({ mentions, ...tallies }).map(
      ([name, tally]) =>
        `${name.padEnd(10)} precision ${tally.precision.toFixed(1)}  recall ${tally.recall.toFixed(1)}  F1 ${tally.f1.toFixed(1)}`,
    ),
    ...[...pronouns]
      .sort(([, a], [, b]) => b.gold - a.gold)
      .map(
        ([word, { gold, resolved, right }]) =>
          `${word.padEnd(10)} gold ${gold}  resolved ${resolved}  right ${right}`,
      ),
  ];
  const [m, b, c] = [tallies.muc.f1, tallies.b3.f1, tallies.ceafE.f1];
  return {
    listing: lines.join('\n'),
    figures: {
      conll: (m + b + c) / 3,
      muc: m,
      b3: b,
      ceafE: c,
      pronouns: (100 * all.right) / all.gold,
      pronounPrecision: (100 * all.right) / all.resolved,
    },
  };
}

/** Both sides with one numbering of mentions: a found mention has the number of the gold mention that it matches. */
type Numbered = {
  readonly gold: Chains;
  readonly found: Chains;
  /** By number, of those in gold chains: the pronoun in lower case, or null. */
  readonly pronounOf: ReadonlyMap<number, string>;
};

function numberMentions({ text, sentences, chains }: SilverArticle, doc: Doc): Numbered {
  const bySpan = new Map<string, number>();
  const byHead = new Map<number, number[]>();
  const pronounOf = new Map<number, string>();
  let count = 0;
  const gold = chains.map(chain =>
    chain.map(({ sentence, from, to }) => {
      const tokens = sentences[sentence]!.slice(from, to);
      const number = count++;
      bySpan.set(keyOf({ start: tokens[0]!.start, end: tokens.at(-1)!.end }), number);
      const head = headOf(tokens).end;
      byHead.set(head, [...(byHead.get(head) ?? []), number]);
      if (tokens.length === 1 && /^PRP/.test(tokens[0]!.xpos))
        pronounOf.set(number, text.slice(tokens[0]!.start, tokens[0]!.end).toLowerCase());
      return number;
    }),
  );
  const taken = new Set<number>();
  const numbers = new Map<string, number>();
  const give = (span: CharSpan, number: number): void => {
    taken.add(number);
    numbers.set(keyOf(span), number);
  };
  for (const mention of doc.mentions) {
    const exact = bySpan.get(keyOf(mention));
    if (exact !== undefined && !taken.has(exact)) give(mention, exact);
  }
  for (const mention of doc.mentions) {
    if (numbers.has(keyOf(mention))) continue;
    const sameHead = byHead.get(mention.head.end)?.find(number => !taken.has(number));
    give(mention, sameHead ?? count++);
  }
  const found = doc.entities
    .filter(({ mentions }) => mentions.length > 1)
    .map(({ mentions }) => mentions.map(mention => numbers.get(keyOf(mention))!));
  return { gold, found, pronounOf };
}

const keyOf = ({ start, end }: CharSpan): string => `${start} ${end}`;

/** The last noun before what follows it: a preposition, a comma, a relative clause, a participle. */
function headOf(tokens: readonly SilverToken[]): SilverToken {
  let head = tokens[0]!;
  for (const token of tokens) {
    if (/^(?:NN|PRP|CD|W)/.test(token.xpos)) head = token;
    else if (head !== tokens[0] && /^(?:IN|TO|,|W|VB|:|-LRB-|CC)/.test(token.xpos)) break;
    else if (/^NN|^PRP/.test(head.xpos) && /^(?:IN|TO|,|W|VB|:|-LRB-|CC)/.test(token.xpos)) break;
  }
  return head;
}

function mentionTally({ gold, found }: Numbered): ReturnType<typeof muc> {
  const [golds, founds] = [new Set(gold.flat()), new Set(found.flat())];
  const hits = [...golds].filter(number => founds.has(number)).length;
  return { hits, gold: golds.size, foundHits: hits, found: founds.size };
}

type PronounCount = { gold: number; resolved: number; right: number };

/** A pronoun is right if its entity has a name or noun that is in its gold chain too. */
function countPronouns({ gold, found, pronounOf }: Numbered, counts: Map<string, PronounCount>): void {
  const foundOf = new Map(found.flatMap(chain => chain.map(mention => [mention, chain] as const)));
  for (const chain of gold) {
    const others = new Set(chain.filter(mention => !pronounOf.has(mention)));
    if (others.size === 0) continue;
    for (const mention of chain) {
      const word = pronounOf.get(mention);
      if (word === undefined) continue;
      const count = counts.get(word) ?? { gold: 0, resolved: 0, right: 0 };
      counts.set(word, count);
      const own = foundOf.get(mention);
      count.gold++;
      if (own) count.resolved++;
      if (own?.some(member => others.has(member))) count.right++;
    }
  }
}

const sumOf = (counts: readonly PronounCount[]): PronounCount =>
  counts.reduce(
    (all, { gold, resolved, right }) => ({
      gold: all.gold + gold,
      resolved: all.resolved + resolved,
      right: all.right + right,
    }),
    { gold: 0, resolved: 0, right: 0 },
  );
