import { Agent } from 'undici';
import { type Answer, type GetOptions, getOnce, type Limits, type Moved, usualLimits } from './get.ts';
import { createGuard, type GuardOptions } from './guard.ts';
import { createHosts } from './hosts.ts';
import { type Failed, failed, fetchProblem } from './problem.ts';
import { createRobots, type RobotsAnswer } from './robots.ts';
import type { Surroundings } from './time.ts';

export type FetcherOptions = GuardOptions &
  Pick<Surroundings, 'now' | 'sleep'> & {
    readonly userAgent: string;
    /** Between two requests to one host; a host's `Crawl-delay` may make it longer. */
    readonly pauseMs: number;
    readonly limits?: Partial<Limits>;
  };

/** A guarded and polite way to the web. */
export type Fetcher = {
  /**
   * Follows redirects, each of them guarded and asked about in its host's robots.txt. `headers` are added to what is sent
   * to every host on the way. Never throws.
   */
  readonly get: (
    address: string,
    wish: { readonly headers?: Readonly<Record<string, string>>; readonly signal: AbortSignal },
  ) => Promise<Answer | Failed>;
  readonly close: () => Promise<void>;
};

const robotsBytes = 500 * 1024; // as much as RFC 9309 says must be read
const noRobots: RobotsAnswer = { problem: null, pauseMs: 0 };

export function createFetcher(options: FetcherOptions): Fetcher {
  const { userAgent, pauseMs, now } = options;
  const limits = { ...usualLimits, ...options.limits };
  const guard = createGuard(options);
  const agent = new Agent({ connect: guard.connect, headersTimeout: 0, bodyTimeout: 0 });
  const hosts = createHosts(options);
  const robots = createRobots(
    (url, signal) =>
      follow(url, { headers: {}, limits: { ...limits, mostBytes: robotsBytes }, cuts: true, signal }, false),
    { userAgent, now },
  );

  async function hop(
    address: string,
    wish: GetOptions,
    asksRobots: boolean,
  ): Promise<Answer | Moved | Failed> {
    const url = URL.parse(address);
    const problem = url ? guard.problemOf(url) : fetchProblem('bad-address', 'not an address of a page');
    if (!url || problem) return failed(problem!);
    const answer = asksRobots ? await robots.about(url, wish.signal) : noRobots;
    if (answer.problem) return failed(answer.problem);
    const headers = { 'user-agent': userAgent, ...wish.headers };
    const got = await hosts.turn(url.hostname, Math.max(pauseMs, answer.pauseMs), wish.signal, () =>
      getOnce({ guard, agent, now }, url.href, { ...wish, headers }),
    );
    if ('problem' in got && got.problem.code === 'asked-to-wait')
      hosts.askedToWait(url.hostname, got.problem.retryAt ?? new Date(now().getTime() + 60_000));
    return got;
  }

  async function follow(address: string, wish: GetOptions, asksRobots: boolean): Promise<Answer | Failed> {
    let at = address;
    for (let hops = 0; hops <= limits.redirects; hops++) {
      const got = await hop(at, wish, asksRobots);
      if (!('movedTo' in got)) return got;
      at = got.movedTo;
    }
    return failed(fetchProblem('too-many-redirects', `sent on more than ${limits.redirects} times`));
  }

  return {
    get: (address, { headers = {}, signal }) => follow(address, { headers, limits, signal }, true),
    close: () => agent.close(),
  };
}
