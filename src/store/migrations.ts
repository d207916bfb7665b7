import { type RawBuilder, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Db } from './engine.ts';
import { firstSchema } from './first-schema.ts';
import { StoreProblem } from './problem.ts';

/** What a migration has to know of its engine. */
export type EngineSchema = {
  readonly types: Readonly<Record<'text' | 'integer' | 'packed', RawBuilder<unknown>>>;
  /** Makes what searches need, once all tables are there. */
  readonly search: readonly string[];
  /** Where the tables are; null where there is only one place. */
  readonly schema: string | null;
};

/** In order, by name; one that was published is never changed. */
const migrationsFor = (schema: EngineSchema): Record<string, Migration> => ({
  '0001-first': { up: db => firstSchema(db as Db, schema) },
});

/**
 * Brings the tables up to date, in one transaction.
 * @throws {StoreProblem} where a newer version has written them
 */
export async function migrate(
  db: Db,
  schema: EngineSchema,
  address: string,
  write: (work: (db: Db) => Promise<void>) => Promise<void>,
): Promise<void> {
  const known = Object.keys(migrationsFor(schema));
  if (await isUpToDate(db, known, address, schema.schema)) return;
  await write(async connection => {
    if (await isUpToDate(connection, known, address, schema.schema)) return;
    const migrator = new Migrator({
      db: connection,
      provider: { getMigrations: async () => migrationsFor(schema) },
      ...(schema.schema !== null && { migrationTableSchema: schema.schema }),
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  });
}

async function isUpToDate(
  db: Db,
  known: readonly string[],
  address: string,
  schema: string | null,
): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (
    !tables.some(table => table.name === 'kysely_migration' && (schema === null || table.schema === schema))
  )
    return false;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const newer = rows.filter(row => !known.includes(row.name)).at(-1);
  if (newer)
    throw new StoreProblem(
      `${address} was written by a newer version of Hearsay (its tables are of “${newer.name}”, this version knows “${known.at(-1)}”)`,
      'update Hearsay, or name another store',
    );
  return rows.length === known.length;
}
