import robotsParser from 'robots-parser';
import type { Answer } from './get.ts';
import { longestPause } from './hosts.ts';
import { type Failed, type FetchProblem, fetchProblem } from './problem.ts';
import { freshFor } from './wait.ts';

/** What the robots.txt of a host says to us about an address. */
export type RobotsAnswer = {
  readonly problem: FetchProblem | null;
  /** What it asks to wait between two requests, in milliseconds. */
  readonly pauseMs: number;
};

export type Robots = { readonly about: (url: URL, signal: AbortSignal) => Promise<RobotsAnswer> };

// Its types promise a module with a default export; it is the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;
type Rules = ReturnType<typeof parseRobots>;
type Known = { readonly rules: Rules | null; readonly problem: FetchProblem | null; readonly until: number };

const minute = 60_000;
const longest = 24 * 60 * minute;
const mostOrigins = 2000;

/**
 * Keeps the robots.txt of each host for up to a day, as RFC 9309 has it: one that is not there allows everything; one
 * that cannot be fetched (section 2.3.1.4) forbids everything until it can, unless an earlier one is known.
 */
export function createRobots(
  fetchText: (url: string, signal: AbortSignal) => Promise<Answer | Failed>,
  { userAgent, now }: { readonly userAgent: string; readonly now: () => Date },
): Robots {
  const known = new Map<string, Promise<Known>>();

  async function load(origin: string, before: Known | null, signal: AbortSignal): Promise<Known> {
    const url = `${origin}/robots.txt`;
    const got = await fetchText(url, signal);
    const time = now().getTime();
    if (got.ok) {
      const fresh = Math.min(Math.max(freshFor(got.headers) ?? longest, 10 * minute), longest);
      return {
        rules: parseRobots(url, new TextDecoder().decode(got.bytes)),
        problem: null,
        until: time + fresh,
      };
    }
    const { problem } = got;
    if (isAbsent(problem)) return { rules: null, problem: null, until: time + longest };
    if (isAboutHost(problem)) return { rules: null, problem, until: time };
    if (before && before.problem === null) return { ...before, until: time + 10 * minute };
    return { rules: null, problem: unreachable(problem), until: time + 10 * minute };
  }

  async function rulesFor(origin: string, signal: AbortSignal): Promise<Known> {
    const asked = known.get(origin);
    const before = (await asked) ?? null;
    if (before && before.until > now().getTime()) return before;
    const newest = known.get(origin);
    if (newest !== undefined && newest !== asked) return newest;
    const loading = load(origin, before, signal);
    known.delete(origin);
    known.set(origin, loading);
    if (known.size > mostOrigins) known.delete(known.keys().next().value!);
    return loading;
  }

  return {
    async about(url, signal) {
      const { rules, problem } = await rulesFor(url.origin, signal);
      const seconds = rules?.getCrawlDelay(userAgent) ?? 0;
      const isForbidden = rules?.isAllowed(url.href, userAgent) === false;
      return {
        problem: problem ?? (isForbidden ? forbidden : null),
        pauseMs: Math.min(seconds * 1000, longestPause),
      };
    },
  };
}

const forbidden = fetchProblem('robots', 'the host’s robots.txt forbids it');

const isAbsent = ({ code, status }: FetchProblem): boolean =>
  code === 'too-many-redirects' ||
  code === 'bad-redirect' ||
  (code === 'status' && status !== null && status >= 400 && status < 500);

/** The page itself would fail in the same way. */
const isAboutHost = ({ code }: FetchProblem): boolean =>
  ['bad-address', 'private-address', 'no-such-host', 'no-connection', 'bad-certificate', 'stopped'].includes(
    code,
  ) || code === 'asked-to-wait';

const unreachable = ({ reason, status, retryAt }: FetchProblem): FetchProblem =>
  fetchProblem('robots', `the host’s robots.txt cannot be fetched (${reason}), so nothing else is`, {
    ...(status === null ? {} : { status }),
    retryAt,
  });
