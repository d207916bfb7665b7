import { loadLexicon } from '../../learn/index.ts';
import type { Account } from '../accounts.ts';

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
  return name => agencies.get(plain(name)) ?? plain(name);
}

/**
 * Whether an account's words are a news agency's: of a known one, of one that is called so ("Meridian News Agency"), or carried under
 * an agency's name.
 */
export function createAgencyTest(keyOf: OutletKey): (account: Account) => boolean {
  const agencies = new Set(loadLexicon('wire-services').map(([name = '']) => keyOf(name)));
  return account =>
    outletsOf(account, keyOf).some(key => agencies.has(key)) ||
    /\b(?:news|press|wire) (?:agency|service)\b/i.test(account.reading.article.outlet ?? '') ||
    account.reading.credits.some(({ kind }) => kind === 'byline' || kind === 'agency-line');
}

/** The keys by which an account answers to its outlet: its name, and its site's. */
export function outletsOf({ reading: { article } }: Account, keyOf: OutletKey): string[] {
  const host = article.url && URL.canParse(article.url) ? new URL(article.url).hostname : null;
  return [article.outlet, host].map(name => keyOf(name ?? '')).filter(key => key !== '');
}

/** Whether one account names the other's outlet: in a credit, as a source, or anywhere in its text. */
export function createCreditTest(
  accounts: readonly Account[],
  keyOf: OutletKey,
): (from: Account, to: Account) => boolean {
  const named = new Map(
    accounts.map(account => {
      const { credits, statements } = account.reading;
      const sources = statements.flatMap(({ source, via }) => [...(source ? [source] : []), ...via]);
      const outlets = [
        ...credits.map(({ outlet }) => outlet),
        ...sources.map(({ name, text }) => name ?? text),
        ...account.doc.entities.flatMap(({ name }) => name ?? []),
      ];
      return [account, new Set(outlets.map(keyOf))] as const;
    }),
  );
  return (from, to) => outletsOf(to, keyOf).some(key => named.get(from)!.has(key));
}
