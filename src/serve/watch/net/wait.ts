const day = 86_400_000;

/** When a `Retry-After` lets one ask again: seconds or a date, at most a day from now; null where it says nothing. */
export function retryTime(header: string | null, now: Date): Date | null {
  if (header === null) return null;
  const seconds = /^\s*(\d{1,9})\s*$/.exec(header)?.[1];
  const at = seconds === undefined ? Date.parse(header) : now.getTime() + Number(seconds) * 1000;
  return Number.isNaN(at) ? null : new Date(Math.min(Math.max(at, now.getTime()), now.getTime() + day));
}

/** For how long an answer may be held to be fresh, in milliseconds, by `Cache-Control`; null where it says nothing. */
export function freshFor(headers: Headers): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(headers.get('cache-control') ?? '')?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

/**
 * How long to wait after that many failures in a row: doubles from `firstMs` up to `mostMs`, then up to a quarter more or
 * less by `chance` (0 to 1), so that many who failed together do not come back together.
 */
export function backOff(failures: number, firstMs: number, mostMs: number, chance: number): number {
  const wait = Math.min(firstMs * 2 ** Math.max(0, failures - 1), mostMs);
  return Math.round(wait * (0.75 + chance / 2));
}
