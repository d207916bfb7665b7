import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { CursorProblem, StoreProblem } from '../../store/index.ts';
import { problemPage } from '../web/index.ts';
import { HttpProblem, type ProblemCode, statusOf, toProblem } from './problem.ts';

/** Says why a request failed: as RFC 9457 to programs, as a page to people. What a fault says is kept in the house. */
export function answerProblem(c: Context, error: unknown): Response {
  const problem = problemOf(error);
  const status = statusOf(problem.code);
  for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
  c.header('Cache-Control', 'no-store');
  const body = toProblem(problem);
  if (isForPeople(c)) return c.html(problemPage(body), status);
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}

const isForPeople = (c: Context): boolean =>
  !c.req.path.startsWith('/api/') && (c.req.header('Accept') ?? '').includes('text/html');

const codes: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-json',
  413: 'too-large',
  415: 'wrong-type',
};

/** What went wrong inside goes to the server's own output. */
export function problemOf(error: unknown): HttpProblem {
  const problem = knownProblem(error);
  if (problem.code === 'fault' || problem.code === 'store-unusable') console.error(error);
  return problem;
}

function knownProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof HTTPException) {
    const code = codes[error.status];
    if (code) return new HttpProblem(code, error.message);
  }
  if (error instanceof CursorProblem)
    return new HttpProblem('bad-query', `after: ${error.message}`, {
      errors: [{ where: 'after', reason: error.message }],
    });
  if (error instanceof StoreProblem)
    return new HttpProblem('store-unusable', 'Nothing was written; the server’s own output says why.');
  return new HttpProblem('fault', 'Something went wrong here; the server’s own output says what.');
}
