import type { Article, Credit } from '../domain/index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What parts the names in a byline: "By Ana Rao and Karl Lund | Associated Press". */
const separators = /[,;|/•·()]|\s[-–—]\s|\s(?:and|for|of|with|via|from|at)\s/i;

/** Outlets and agencies that the publisher names in the byline beside the writers, in order; the article's own outlet is not one. */
export function creditsInByline({ byline, outlet }: Article, vocabulary: Vocabulary): Credit[] {
  const own = plainName(outlet ?? '');
  const names = (byline ?? '')
    .replace(/^\s*by\s+/i, '')
    .split(separators)
    .map(part => part.trim())
    .filter(part => isOutlet(part, vocabulary) && plainName(part) !== own);
  return [...new Set(names)].map(name => ({ outlet: name, kind: 'byline', span: null }));
}

const plainName = (name: string): string => name.toLowerCase().replace(/^the\s+/, '');

/** Whether a part is an outlet's name and nothing else: "The Associated Press", not "Ana Bloomberg". */
function isOutlet(part: string, { phrases }: Vocabulary): boolean {
  if (!/^\p{Lu}|\.\p{Ll}+$/u.test(part)) return false;
  const words = plainName(part).split(/\s+/);
  return [phrases['wire-services'], phrases['press-outlets']].some(
    find => find(words, 0)?.to === words.length,
  );
}
