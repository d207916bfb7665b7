import type { Readable } from 'node:stream';
import { type Agent, request } from 'undici';
import { readBody } from './body.ts';
import type { Guard } from './guard.ts';
import { type Failed, FetchError, type FetchProblem, failed, fetchProblem } from './problem.ts';
import { retryTime } from './wait.ts';

export type Limits = {
  /** The most bytes of a body, after decompression. */
  readonly mostBytes: number;
  /** The longest that one request may take, and that it may go without a byte. */
  readonly totalMs: number;
  readonly idleMs: number;
  readonly redirects: number;
};

/** As `Limits` are where nothing else is said; an article has at most 5 MB. */
export const usualLimits: Limits = { mostBytes: 5_000_000, totalMs: 30_000, idleMs: 10_000, redirects: 5 };

/** An answer that can be used: 200 or, to a conditional request, 304. */
export type Answer = {
  readonly ok: true;
  readonly status: 200 | 304;
  readonly url: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
};
export type Moved = { readonly ok: false; readonly movedTo: string };

export type GetOptions = {
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: Limits;
  /** Whether a body that is too long is cut rather than refused. */
  readonly cuts?: boolean;
  readonly signal: AbortSignal;
};

/** One request, without following where it is sent on to. Every failure is a value. */
export async function getOnce(
  { guard, agent, now }: { readonly guard: Guard; readonly agent: Agent; readonly now: () => Date },
  address: string,
  { headers, limits, cuts = false, signal }: GetOptions,
): Promise<Answer | Moved | Failed> {
  const url = URL.parse(address);
  const problem = url ? guard.problemOf(url) : fetchProblem('bad-address', 'not an address of a page');
  if (!url || problem) return failed(problem!);
  const watch = stopwatch(limits, signal);
  try {
    const {
      statusCode,
      headers: raw,
      body,
    } = await request(url, {
      dispatcher: agent,
      headers: { 'accept-encoding': 'gzip, br', ...headers },
      signal: watch.signal,
    });
    body.on('error', () => {}); // one that nobody reads on
    watch.tick();
    const answered = toHeaders(raw);
    const movedTo = isRedirect(statusCode) ? answered.get('location') : null;
    if (movedTo !== null) {
      body.destroy();
      return redirected(movedTo, url);
    }
    if (statusCode === 304 && isConditional(headers)) {
      body.destroy();
      return { ok: true, status: 304, url: url.href, headers: answered, bytes: new Uint8Array() };
    }
    if (statusCode !== 200) {
      body.destroy();
      return failed(statusProblem(statusCode, answered, now()));
    }
    const encoding = answered.get('content-encoding') ?? '';
    const bytes = await readBody(
      body as Readable,
      encoding,
      { mostBytes: limits.mostBytes, cuts },
      watch.tick,
    );
    return { ok: true, status: 200, url: url.href, headers: answered, bytes };
  } catch (error) {
    return failed(watch.problem() ?? problemFrom(error));
  } finally {
    watch.end();
  }
}

/** To any other request "not modified" is no answer. */
const isConditional = (headers: Readonly<Record<string, string>>): boolean =>
  'if-none-match' in headers || 'if-modified-since' in headers;

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

function redirected(location: string, from: URL): Moved | Failed {
  const to = URL.parse(location, from.href);
  if (!to) return failed(fetchProblem('bad-redirect', 'sent on to what is no address'));
  to.hash = '';
  return { ok: false, movedTo: to.href };
}

function statusProblem(status: number, headers: Headers, now: Date): FetchProblem {
  const retryAt = retryTime(headers.get('retry-after'), now);
  if (status === 429 || (status === 503 && retryAt))
    return fetchProblem('asked-to-wait', `HTTP ${status}: the host asks to wait`, { status, retryAt });
  return fetchProblem('status', `HTTP ${status}${meaning[status] ?? ''}`, { status, retryAt });
}

const meaning: Readonly<Record<number, string>> = {
  401: ': a password is asked for',
  402: ': to be paid for',
  403: ': not allowed',
  404: ': not there',
  410: ': gone for good',
  451: ': withheld for legal reasons',
  500: ': a fault of the host',
  502: ': a fault of the host',
  503: ': out of service',
  504: ': a fault of the host',
};

function toHeaders(raw: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw))
    for (const each of [value ?? []].flat())
      headers.append(name, each.replace(/[^\t\x20-\x7e\x80-\xff]/g, ' '));
  return headers;
}

/** Aborts where a request takes too long or stands still, and says which it was. */
function stopwatch({ totalMs, idleMs }: Limits, outer: AbortSignal) {
  const controller = new AbortController();
  let found: FetchProblem | null = null;
  const abort = (problem: FetchProblem): void => {
    found ??= problem;
    controller.abort(new FetchError(problem));
  };
  const stop = (): void => abort(fetchProblem('stopped', 'stopped'));
  const total = setTimeout(
    () => abort(fetchProblem('timeout', `took longer than ${seconds(totalMs)}`)),
    totalMs,
  );
  const idle = setTimeout(
    () => abort(fetchProblem('timeout', `nothing came for ${seconds(idleMs)}`)),
    idleMs,
  );
  if (outer.aborted) stop();
  outer.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    tick: () => void idle.refresh(),
    problem: () => found,
    end() {
      clearTimeout(total);
      clearTimeout(idle);
      outer.removeEventListener('abort', stop);
    },
  };
}

const seconds = (ms: number): string => `${ms / 1000} s`;

/** The problem behind what undici, the sockets and the decompression throw. */
function problemFrom(error: unknown): FetchProblem {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof FetchError) return each.problem;
    const problem = problemByCode((each as NodeJS.ErrnoException).code ?? '');
    if (problem) return problem;
    if (each instanceof AggregateError && each.errors.length > 0) return problemFrom(each.errors[0]);
  }
  return fetchProblem(
    'no-connection',
    `could not be fetched (${error instanceof Error ? error.message : error})`,
  );
}

function problemByCode(code: string): FetchProblem | null {
  if (/^(ENOTFOUND|EAI_)/.test(code)) return fetchProblem('no-such-host', 'the host has no address');
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM)$/.test(code))
    return fetchProblem('no-connection', 'the host does not take the connection');
  if (/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/.test(code))
    return fetchProblem('timeout', 'the host does not answer');
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(code))
    return fetchProblem('bad-certificate', `no safe connection (${code})`);
  if (/^(Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING)/.test(code))
    return fetchProblem('bad-encoding', 'the compressed answer is damaged');
  if (
    /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$|^HPE_/.test(code)
  )
    return fetchProblem('broken-off', 'the answer broke off');
  if (/HEADERS_OVERFLOW/.test(code)) return fetchProblem('too-large', 'the head of the answer is too large');
  return null;
}
