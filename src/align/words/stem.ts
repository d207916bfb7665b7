const vowel = /[aeiouy]/;

/** "bodies" → "body", "strikes" → "strike" */
function singular(word: string): string {
  if (/(ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(ss|x|z|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** "planned" → "plan", "opening" → "open" */
function withoutVerbEnding(word: string): string {
  const ending = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  const rest = word.slice(0, word.length - ending);
  if (ending === 0 || rest.length < 3 || !vowel.test(rest)) return word;
  return /([bdgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}

/** "negotiation", "negotiat(ing)" → "negoti"; "improvement" → "improv"; what is left has at least four letters. */
const withoutNounEnding = (word: string): string =>
  word
    .replace(/^(.{4,}?)(ational|ation|ate|at|ator|ement|ment|ally|ly|ness|e)$/, '$1')
    .replace(/^(.{3,})y$/, '$1i');

/**
 * What the forms of one word have in common, not itself a word. Lighter than Porter's stemmer: it only strips what
 * one account may put where another puts something else.
 */
export const stem = (word: string): string =>
  word.length < 4 ? word : withoutNounEnding(withoutVerbEnding(singular(word)));
