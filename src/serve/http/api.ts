import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { ZodError } from 'zod';
import { HttpProblem, type ProblemCode, type ProblemPart, statusOf } from './problem.ts';
import { problem } from './schemas/problem.ts';
import type { VisitorEnv } from './visitor.ts';

/** A part of the API, whose routes say what they take: what else comes is refused, by name. */
export const createApi = (): OpenAPIHono<VisitorEnv> =>
  new OpenAPIHono<VisitorEnv>({
    defaultHook: result => {
      if (result.success) return;
      const errors = partsOf(result.error);
      const code =
        result.target === 'json' ? 'invalid' : result.target === 'param' ? 'not-found' : 'bad-query';
      throw new HttpProblem(code, inWords(errors), { errors });
    },
  });

const inWords = (errors: readonly ProblemPart[]): string =>
  errors.map(({ where, reason }) => (where === '' ? reason : `${where}: ${reason}`)).join('; ');

/** What a schema complained of, each under the name of what is wrong. */
export const partsOf = ({ issues }: Pick<ZodError, 'issues'>): ProblemPart[] =>
  issues
    .slice(0, 20)
    .flatMap(issue =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map(key => ({ where: [...issue.path, key].join('.'), reason: 'is not known here' }))
        : [{ where: issue.path.join('.'), reason: issue.message }],
    );

const problemContent = { 'application/problem+json': { schema: problem } };

/** The answers that say why not, for these codes and those that any request may get. */
export function failures(...codes: readonly ProblemCode[]) {
  const all = [
    'bad-query',
    'no-token',
    'not-allowed',
    'too-many-requests',
    'fault',
    'store-unusable',
    ...codes,
  ] as const;
  const statuses = new Set(all.map(statusOf));
  return Object.fromEntries(
    [...statuses].map(status => [
      status,
      { description: all.filter(code => statusOf(code) === status).join(', '), content: problemContent },
    ]),
  );
}

/** An answer as JSON. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** The answers to a question for something that carries an ETag. */
export const found = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { ...json(schema, description), headers: etagHeader },
  304: { description: 'Nothing has changed since If-None-Match' },
});

const etagHeader = z.object({ ETag: z.string() });
