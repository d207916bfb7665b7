import { loadLexicon } from '../../learn/index.ts';
import type { Account } from '../accounts.ts';
import { remembered } from '../remembered.ts';

/** What an outlet is called, whichever way it is written: "the AP", "apnews.com", "Associated Press - World" are one. */
export type OutletKey = (name: string) => string;

const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?/, '')
    .replace(/\s+[-–—|(]\s*.*$/, '')
    .replace(/\.(com|org|net|co\.uk|example)\b.*$/, '')
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

export function createOutletKey(): OutletKey {
  const agencies = new Map<string, string>();
  for (const names of loadLexicon('wire-services'))
    for (const name of names) agencies.set(plain(name), plain(names[0]!));
  return name => {
    const key = plain(name);
    return agencies.get(key) ?? key;
  };
}

/** The keys by which an account answers to its outlet: its name, and its site's. */
export type OutletsOf = (account: Account) => readonly string[];

export const createOutletsOf = (keyOf: OutletKey): OutletsOf =>
  remembered(({ reading: { article } }: Account) => {
    const host = article.url && URL.canParse(article.url) ? new URL(article.url).hostname : null;
    return [article.outlet, host].map(name => keyOf(name ?? '')).filter(key => key !== '');
  });

/**
 * Whether an account's words are a news agency's: of a known one, of one that is called so ("Meridian News Agency"), or carried under
 * an agency's name.
 */
export function createAgencyTest(keyOf: OutletKey, outletsOf: OutletsOf): (account: Account) => boolean {
  const agencies = new Set(loadLexicon('wire-services').map(([name = '']) => keyOf(name)));
  return account =>
    outletsOf(account).some(key => agencies.has(key)) ||
    /\b(?:news|press|wire) (?:agency|service)\b/i.test(account.reading.article.outlet ?? '') ||
    account.reading.credits.some(({ kind }) => kind === 'byline' || kind === 'agency-line');
}

/** Makes the test whether one account names the other's outlet: in a credit, as a source, or anywhere in its text. */
export function createCreditTest(
  keyOf: OutletKey,
  outletsOf: OutletsOf,
): (from: Account, to: Account) => boolean {
  const namedIn = remembered(({ reading: { credits, statements }, doc }: Account) => {
    const sources = statements.flatMap(({ source, via }) => [...(source ? [source] : []), ...via]);
    const outlets = [
      ...credits.map(({ outlet }) => outlet),
      ...sources.map(({ name, text }) => name ?? text),
      ...doc.entities.flatMap(({ name }) => name ?? []),
    ];
    return new Set(outlets.map(keyOf));
  });
  return (from, to) => outletsOf(to).some(key => namedIn(from).has(key));
}
