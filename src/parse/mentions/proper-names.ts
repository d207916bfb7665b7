import type { EntityKind } from '../../domain/index.ts';
import type { ArticleName } from '../names/article-names.ts';
import type { MentionVocabulary } from './vocabulary.ts';
import type { Wording } from './wording.ts';

/**
 * The name itself: without titles before it ("Gen."), without what a hyphen joins to it ("Trump-ordered"), and without a
 * role or small word after it ("UN Ambassador", "U.N. mission"). Null where nothing is left.
 */
export function properName(
  wording: Wording,
  vocabulary: MentionVocabulary,
  name: ArticleName,
): ArticleName | null {
  const { lower, xpos } = wording;
  let { from, to } = name;
  const isTitle = (at: number): boolean => vocabulary.titles.has(lower[at]!.replace('.', ''));
  const isRole = (at: number): boolean => isTitle(at) || vocabulary.nouns.get(lower[at]!)?.kind === 'person';
  const isNoName = (at: number): boolean =>
    /^\p{Ll}/u.test(wording.form[at]!) || (isRole(at) && xpos[at] !== 'NNPS');
  if (name.kind === 'person') while (from < to - 1 && isTitle(from)) from++;
  else while (to > from && isNoName(to - 1) && !endsOutlet(wording, vocabulary, from, to)) to--;
  for (let at = from + 1; at < to; at++)
    if (xpos[at] === 'HYPH' && /^\p{Ll}/u.test(wording.form[at + 1] ?? '')) to = at;
  return from < to ? { from, to, kind: name.kind } : null;
}

/** "The Observer" is a newspaper, not an observer. */
const endsOutlet = ({ lower }: Wording, { outlets }: MentionVocabulary, from: number, to: number): boolean =>
  outlets.has(lower.slice(from, to).join(' ').replace(/^the /, ''));

/** What is called by a name; a country is a state, and other peoples' names and works are `other`. */
export function nameKind({ kind }: ArticleName, key: string, vocabulary: MentionVocabulary): EntityKind {
  if (kind !== 'person' && (vocabulary.states.has(key) || vocabulary.metonyms.get(key)?.kind === 'state'))
    return 'state';
  return kind;
}
