/**
 * Relations by what they do in a sentence. The parser decides between groups as it builds the tree, and reads the groups of
 * what is attached already; a relation's own name is found when the tree is there.
 */
const groups: readonly (readonly string[])[] = [
  ['nsubj', 'csubj', 'obj', 'iobj', 'ccomp', 'xcomp', 'expl'],
  ['det', 'case', 'mark', 'aux', 'cop', 'cc', 'nmod:poss', 'punct'],
  ['advcl', 'acl', 'conj', 'parataxis', 'list', 'discourse', 'vocative', 'appos'],
];

/** All other relations, modifiers for the most part, are in one group. */
export const groupCount = groups.length + 1;

/** A number from 0. A subtype is in its own group, or else in that of its relation. */
export function groupOf(relation: string): number {
  const own = groups.findIndex(group => group.includes(relation));
  if (own >= 0) return own;
  const universal = relation.split(':', 1)[0]!;
  const inherited = groups.findIndex(group => group.includes(universal));
  return inherited >= 0 ? inherited : groups.length;
}
