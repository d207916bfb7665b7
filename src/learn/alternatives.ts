/**
 * The phrases that a lexicon's short form stands for: "/" parts words of which one stands, and what is in brackets may be missing.
 * @example
 * alternatives('did/does not (yet) reply') // ['did not yet reply', 'did not reply', 'does not yet reply', 'does not reply']
 */
export function alternatives(short: string): string[] {
  const slots = (short.match(/\([^)]*\)|\S+/g) ?? []).map(slot =>
    slot.startsWith('(') ? [...slot.slice(1, -1).split('/'), ''] : slot.split('/'),
  );
  return slots
    .reduce<string[][]>((phrases, slot) => phrases.flatMap(words => slot.map(word => [...words, word])), [[]])
    .map(words => words.filter(Boolean).join(' '));
}
