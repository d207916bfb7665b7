import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Every way in which a request can fail, with the status and the title that it has. */
const kinds = {
  'bad-query': [400, 'A parameter is wrong'],
  'bad-json': [400, 'The body is not JSON'],
  'no-token': [401, 'A token is needed'],
  'unknown-token': [401, 'The token is not known'],
  'not-allowed': [403, 'The token’s role does not allow that'],
  'cross-site': [403, 'The request comes from another site'],
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'That cannot be done here'],
  conflict: [409, 'That is so already'],
  'too-large': [413, 'The body is too large'],
  'wrong-type': [415, 'The body has a type that is not taken here'],
  'wrong-host': [421, 'The server does not go by that name'],
  invalid: [422, 'The body is wrong'],
  'unusable-article': [422, 'No article can be made of that'],
  'too-many-requests': [429, 'Too many requests'],
  fault: [500, 'A fault inside Hearsay'],
  'store-unusable': [503, 'The store cannot be used now'],
  'too-many-listeners': [503, 'Too many listeners'],
} as const satisfies Readonly<Record<string, readonly [ContentfulStatusCode, string]>>;

export type ProblemCode = keyof typeof kinds;
export const problemCodes = Object.keys(kinds) as [ProblemCode, ...ProblemCode[]];

/** What is wrong at one place: a parameter's name, or the path of a field. */
export type ProblemPart = { readonly where: string; readonly reason: string };

/** Why a request failed, as RFC 9457 has it. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly ProblemPart[] | undefined;
};

/** Thrown by whoever cannot go on; what answers turns it into a `Problem`. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly ProblemPart[];

  constructor(
    code: ProblemCode,
    detail: string,
    more: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly errors?: readonly ProblemPart[];
    } = {},
  ) {
    super(detail);
    this.code = code;
    this.headers = more.headers ?? {};
    this.errors = more.errors ?? [];
  }
}

export const statusOf = (code: ProblemCode): ContentfulStatusCode => kinds[code][0];

export const toProblem = ({ code, message, errors }: HttpProblem): Problem => ({
  type: `urn:hearsay:problem:${code}`,
  title: kinds[code][1],
  status: statusOf(code),
  code,
  detail: message,
  ...(errors.length > 0 ? { errors } : {}),
});
