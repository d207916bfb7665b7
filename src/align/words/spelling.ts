import { loadLexicon } from '../../learn/index.ts';

/** Folds British spelling into American, word by word; the word is in lower case. */
export type SpellingFold = (word: string) => string;

export function createSpellingFold(): SpellingFold {
  const words = new Map<string, string>();
  const endings = new Map<string, string>();
  for (const [british = '', american = ''] of loadLexicon('spelling-variants')) {
    if (british.startsWith('-')) endings.set(british.slice(1), american.slice(1));
    else words.set(british, american);
  }
  const lengths = [...new Set([...endings.keys()].map(ending => ending.length))].sort((a, b) => b - a);
  return word => {
    const whole = words.get(word);
    if (whole !== undefined || word.length < 7) return whole ?? word;
    for (const length of lengths) {
      const ending = endings.get(word.slice(-length));
      if (ending !== undefined) return word.slice(0, -length) + ending;
    }
    return word;
  };
}
