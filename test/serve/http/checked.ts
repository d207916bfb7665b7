import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

type Schema = { [key: string]: unknown };
type Operation = {
  readonly operationId: string;
  readonly responses: Record<string, { content?: Record<string, Schema> }>;
};
export type Description = {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
};

/** Holds answers against what the server says of itself, and keeps count of what it has seen. */
export type Contract = {
  /** Fails where the answer is not one that the description allows; gives the body, parsed where it is JSON. */
  readonly check: (method: string, path: string, answer: Response) => Promise<unknown>;
  readonly description: Description;
  /** `getStory 200`, for all that were checked. */
  readonly seen: ReadonlySet<string>;
};

export function contractOf(description: Description): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats });
  ajv.addSchema(closed(description), 'api');
  const seen = new Set<string>();
  const validators = new Map<string, ValidateFunction>();
  const validatorAt = (pointer: string): ValidateFunction => {
    const known = validators.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
    validators.set(pointer, known);
    return known;
  };

  const check = async (method: string, path: string, answer: Response): Promise<unknown> => {
    const template = templateOf(description, path);
    const operation = description.paths[template]?.[method];
    assert.ok(operation, `${method} ${path} is described`);
    const response = operation.responses[answer.status];
    assert.ok(response, `${operation.operationId} may answer with ${answer.status}`);
    seen.add(`${operation.operationId} ${answer.status}`);
    const text = await answer.text();
    if (!response.content) {
      assert.equal(text, '', `${operation.operationId} ${answer.status} has no body`);
      return null;
    }
    const type = (answer.headers.get('Content-Type') ?? '').split(';')[0]!;
    assert.ok(response.content[type], `${operation.operationId} ${answer.status} may be ${type}`);
    const value: unknown = JSON.parse(text);
    const steps = ['paths', template, method, 'responses', String(answer.status), 'content', type, 'schema'];
    const validate = validatorAt(`/${steps.map(escaped).join('/')}`);
    assert.ok(validate(value), `${method} ${path} ${answer.status}: ${ajv.errorsText(validate.errors)}`);
    return value;
  };
  return { check, description, seen };
}

const formats = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  date: /^\d{4}-\d\d-\d\d$/,
};

const escaped = (step: string): string =>
  encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The path of the description that a path of the server's is: `/stories/{id}`. Fixed steps go before open ones. */
export function templateOf({ paths }: Pick<Description, 'paths'>, path: string): string {
  const steps = path
    .replace(/[?#].*$/, '')
    .replace(/^\/api\/v1/, '')
    .split('/');
  const fits = Object.keys(paths).filter(template => {
    const own = template.split('/');
    return own.length === steps.length && own.every((step, at) => step.startsWith('{') || step === steps[at]);
  });
  return fits.sort((a, b) => a.split('{').length - b.split('{').length)[0] ?? path;
}

/** The same, where an object may have no key that is not described: nothing is given away by mistake. */
function closed(value: unknown): Schema {
  const close = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(close);
    if (typeof part !== 'object' || part === null) return part;
    const own = Object.fromEntries(Object.entries(part).map(([key, each]) => [key, close(each)]));
    const isObject = own.type === 'object' || (Array.isArray(own.type) && own.type.includes('object'));
    return isObject && own.properties ? { additionalProperties: false, ...own } : own;
  };
  return close(value) as Schema;
}
