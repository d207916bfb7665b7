import { loadLexicon } from '../../learn/index.ts';
import type { Account } from '../accounts.ts';

/** What an outlet is called, whichever way it is written: "the AP", "apnews.com" and "Associated Press" are one. */
export type OutletKey = (name: string) => string;

const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?/, '')
    .replace(/\.(com|org|net|co\.uk|example)\b.*$/, '')
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

export function createOutletKey(): OutletKey {
  const agencies = new Map<string, string>();
  for (const names of loadLexicon('wire-services'))
    for (const name of names) agencies.set(plain(name), plain(names[0]!));
  return name => agencies.get(plain(name)) ?? plain(name);
}

/** The keys by which an account answers to its outlet: its name, and its site's. */
export function outletsOf({ reading: { article } }: Account, keyOf: OutletKey): string[] {
  const host = article.url && URL.canParse(article.url) ? new URL(article.url).hostname : null;
  return [article.outlet, host].map(name => keyOf(name ?? '')).filter(key => key !== '');
}
