import { z } from '@hono/zod-openapi';

/** Both ways: the schema takes what the type allows, and gives nothing else. */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

/**
 * Names a schema in the OpenAPI document, and compiles only where what it gives is the domain's type.
 * @example
 * const span = named<CharSpan>()('CharSpan', z.object({ start: z.number(), end: z.number() }));
 */
export const named =
  <Type>() =>
  <Schema extends z.ZodType>(
    name: string,
    schema: Same<z.output<Schema>, Type> extends true ? Schema : never,
  ): Schema =>
    schema.openapi(name);

/** A list as values of the domain hold it. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** For a schema with a name, which `nullable` would make the document say wrongly. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()]);
