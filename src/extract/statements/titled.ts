import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { hasVerb } from '../words/dominated.ts';
import type { Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { clauseEnd } from './content.ts';

/**
 * A statement whose content begins with its source's title, put right: the title is the source's.
 * @example
 * // "According to Ana Rao|, mayor of Norwick|, the bridge will close"
 */
export function withTitle(words: Words, vocabulary: Vocabulary, attribution: Attribution): Attribution {
  const { source, cue, contents } = attribution;
  const [content, ...others] = contents;
  if (!source || !content || !cue || source.from < cue.to || content.from < source.to) return attribution;
  const end = titleEnd(words, vocabulary, source);
  if (end === null || content.from > source.to + 1 || words.quotationOf[content.from]! >= 0)
    return attribution;
  const from = end + 1;
  const to = content.to > from ? content.to : clauseEnd(words, vocabulary, from, 'clause');
  if (!hasVerb(words, { from, to })) return attribution;
  return { ...attribution, source: { from: source.from, to: end }, contents: [{ from, to }, ...others] };
}

/**
 * The comma that closes the title between commas after a name: one noun and what belongs to it, without a verb, that is
 * no subject of what follows. Null without: "According to Rao|, rent in Norwick, already high, will rise".
 */
function titleEnd(words: Words, vocabulary: Vocabulary, { to }: TokenSpan): number | null {
  const { tokens } = words.doc;
  const comma = words.lower.indexOf(',', to + 1);
  if (words.lower[to] !== ',' || comma < 0 || words.sentenceOf[comma] !== words.sentenceOf[to]) return null;
  if (!/^NNP/.test(tokens[to - 1]!.xpos) || hasVerb(words, { from: to, to: comma })) return null;
  const title = tokens.slice(to + 1, comma);
  const nouns = title.slice(0, title.findIndex(({ xpos }) => xpos === 'IN') >>> 0);
  const isOne = nouns.some(({ xpos }) => xpos === 'NN') && !nouns.some(({ xpos }) => /^NNP?S$/.test(xpos));
  const isSubject = title.some(({ relation }) => relation.startsWith('nsubj'));
  const isOffice = nouns.length < title.length || namesOffice(words, vocabulary, { from: to + 1, to: comma });
  return isOne && isOffice && !isSubject ? comma : null;
}

/** "head teacher", "chief executive"; not the first of a list: "milk, cheese and butter". */
const namesOffice = ({ lower }: Words, { phrases }: Vocabulary, { from, to }: TokenSpan): boolean =>
  [...lower.slice(from, to).keys()].some(
    at => phrases.roles(lower, from + at) !== null || phrases['person-titles'](lower, from + at) !== null,
  );
