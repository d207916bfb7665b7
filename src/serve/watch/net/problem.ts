/** Every way in which something can fail to be fetched. */
export const fetchProblemCodes = [
  'bad-address',
  'private-address',
  'no-such-host',
  'no-connection',
  'bad-certificate',
  'broken-off',
  'timeout',
  'too-large',
  'bad-encoding',
  'bad-redirect',
  'too-many-redirects',
  'robots',
  'asked-to-wait',
  'status',
  'stopped',
] as const;
export type FetchProblemCode = (typeof fetchProblemCodes)[number];

/** Why something was not fetched. */
export type FetchProblem = {
  readonly code: FetchProblemCode;
  /** A clause for a person, without the address. */
  readonly reason: string;
  /** The HTTP status, where there was an answer. */
  readonly status: number | null;
  /** When to ask again at the earliest, where the host has said so. */
  readonly retryAt: Date | null;
};

/** What carries a problem through callbacks that take errors. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly problem: FetchProblem;

  constructor(problem: FetchProblem) {
    super(problem.reason);
    this.problem = problem;
  }
}

export const fetchProblem = (
  code: FetchProblemCode,
  reason: string,
  more: { readonly status?: number; readonly retryAt?: Date | null } = {},
): FetchProblem => ({ code, reason, status: more.status ?? null, retryAt: more.retryAt ?? null });

export type Failed = { readonly ok: false; readonly problem: FetchProblem };

export const failed = (problem: FetchProblem): Failed => ({ ok: false, problem });
