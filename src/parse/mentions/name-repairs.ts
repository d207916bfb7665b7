import type { ArticleName } from '../names/article-names.ts';
import type { MentionVocabulary } from './vocabulary.ts';

/**
 * The names with what vocabulary alone tells: a given name before a person's name belongs to it, and a people's adjective
 * with a capital is a name wherever it stands.
 */
export function repairNames(
  names: readonly ArticleName[],
  form: readonly string[],
  xpos: readonly string[],
  { givenNames, peoples }: MentionVocabulary,
): ArticleName[] {
  const isNamed = new Uint8Array(form.length);
  for (const { from, to } of names) isNamed.fill(1, from, to);
  const isGiven = (at: number): boolean =>
    at >= 0 &&
    isNamed[at] === 0 &&
    xpos[at] === 'NNP' &&
    /^\p{Lu}\p{Ll}/u.test(form[at]!) &&
    givenNames.has(form[at]!.toLowerCase());
  const longer = names.map(name => {
    if (name.kind !== 'person' || !isGiven(name.from - 1)) return name;
    isNamed[name.from - 1] = 1;
    return { ...name, from: name.from - 1 };
  });
  const added: ArticleName[] = [];
  for (const [at, word] of form.entries())
    if (isNamed[at] === 0 && /^\p{Lu}\p{Ll}/u.test(word) && peoples.has(word.toLowerCase()))
      added.push({ from: at, to: at + 1, kind: 'other' });
  return added.length === 0 ? longer : [...longer, ...added].sort((a, b) => a.from - b.from);
}
