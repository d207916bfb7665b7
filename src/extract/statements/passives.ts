import type { Stance, TokenSpan } from '../../domain/index.ts';
import type { CueVerb, Vocabulary } from '../vocabulary.ts';
import { nounPhraseAt } from '../words/dominated.ts';
import type { Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { isParticiple } from './cue-sense.ts';
import { subjectAfter, subjectBefore } from './subject.ts';
import { type VerbGroup, verbGroupsAt } from './verb-group.ts';

/** "The charge was denied by all four", "the loan, first reported by the Courier": the source comes after "by". */
export function findPassives(words: Words, vocabulary: Vocabulary, sentence: TokenSpan): Attribution[] {
  const found: Attribution[] = [];
  for (let at = sentence.from + 1; at < sentence.to - 2; at++) {
    if (words.quotationOf[at]! >= 0) continue;
    for (const group of verbGroupsAt(words, vocabulary, at)) {
      const attribution = words.lower[group.to] === 'by' ? passive(words, vocabulary, group) : null;
      if (!attribution) continue;
      found.push(attribution);
      at = group.to;
      break;
    }
  }
  return found;
}

function passive(words: Words, vocabulary: Vocabulary, group: VerbGroup): Attribution | null {
  const reduced = !group.passive && isParticiple(words, group);
  if (group.form !== 'past' || !(group.passive || reduced) || !isSaid(group.verb, reduced)) return null;
  const comma = words.lower[group.from - 1] === ',' ? 1 : 0;
  const matter = subjectBefore(words, vocabulary, group.from - (reduced ? comma : 0));
  const source = subjectAfter(words, vocabulary, group.to + 1, true);
  if (!matter || !source) return null;
  return {
    pattern: 'passive',
    lemma: group.verb.lemma,
    stance: group.verb.stance,
    source,
    cue: { from: group.from, to: group.to },
    contents: [withAntecedent(words, matter, group)],
    negated: group.negated,
  };
}

/** "|the sale|, which was first reported by": the noun on which the relative clause hangs. */
function withAntecedent(words: Words, matter: TokenSpan, { at }: VerbGroup): TokenSpan {
  const { relation, head } = words.doc.tokens[at]!;
  const isRelative = matter.to - matter.from === 1 && /^(?:which|that)$/.test(words.lower[matter.from]!);
  return isRelative && relation === 'acl:relcl' && head < matter.from ? nounPhraseAt(words, head) : matter;
}

/** What is denied or backed by somebody is a saying; what is seen, wanted or questioned by somebody may be a person. */
const isSaid = ({ stance, frames }: CueVerb, reduced: boolean): boolean =>
  (!reduced && bySomebody.has(stance) && frames.has('object')) ||
  (frames.has('clause') && frames.has('quote') && stance !== 'asks');

const bySomebody: ReadonlySet<Stance> = new Set([
  'confirms',
  'denies',
  'disputes',
  'supports',
  'opposes',
  'admits',
]);
