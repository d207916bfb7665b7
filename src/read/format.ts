export type Format = 'plain' | 'json';

/** Tells formats apart by what a text begins with and holds; the name's ending decides only what is left open. */
export function formatOf(text: string, _name: string): Format {
  return /^\s*\{\s*(?:"|\})/.test(text) ? 'json' : 'plain';
}
