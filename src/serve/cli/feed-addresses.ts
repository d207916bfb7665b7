import { feedAddress, feedsInOpml } from '../watch/index.ts';
import { optionFile } from './option-file.ts';
import { UsageError } from './usage-error.ts';

/** The addresses of feeds that were named, and of those in an OPML file, each once. Anything wrong with them is wrong usage. */
export function feedAddresses(named: readonly string[], opml: string | undefined): readonly string[] {
  const listed = opml === undefined ? [] : readOpml(opml).map(written => addressOf(written, `${opml}: `));
  return [...new Set([...named.map(written => addressOf(written, '')), ...listed])];
}

function addressOf(written: string, where: string): string {
  const address = feedAddress(written);
  if (address !== null) return address;
  throw new UsageError(
    `${where}${written}: not the address of a feed; write https://…, without user name and password`,
  );
}

function readOpml(file: string): readonly string[] {
  const feeds = feedsInOpml(optionFile(file));
  if (feeds === null) throw new UsageError(`${file}: not OPML; export the list of feeds as OPML`);
  if (feeds.length === 0) throw new UsageError(`${file}: no feed is in it`);
  return feeds;
}
