import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Db, Engine } from './engine.ts';
import { readText, storable } from './lossless-text.ts';
import { migrate } from './migrations.ts';
import { postgresSearch, postgresSearchSchema } from './postgres-search.ts';
import { StoreProblem } from './problem.ts';
import type { Tables } from './schema.ts';
import { shownAddress } from './shown-address.ts';

/** Everything of ours is in this schema, so that it may share a database with others. */
const schema = 'hearsay';

/**
 * Opens a store in a database of a PostgreSQL server.
 * @throws {StoreProblem}
 */
export async function openPostgres(address: string): Promise<Engine> {
  const shown = shownAddress(address);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(address, shown) }) });
  try {
    await refuseEncoding(db, shown);
    await migrate(db, { types, search: postgresSearchSchema, schema }, shown, work =>
      db.transaction().execute(async transaction => {
        await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(transaction);
        await work(transaction);
      }),
    );
  } catch (error) {
    await db.destroy();
    throw problemOf(shown, error);
  }
  return {
    name: 'postgres',
    db,
    write: work => db.transaction().execute(work),
    snapshot: work =>
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    search: postgresSearch,
    faults: async () => [],
  };
}

/** Any number will do that no other program is likely to lock. */
const migrationLock = 1_215_521_145;

/** Text is in the order of its bytes, as in SQLite. */
const types = { text: sql`text collate "C"`, integer: sql`bigint`, packed: sql`bytea` } as const;

class LosslessClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: it has eight signatures, and what it is given is handed on
  override query(text: any, values?: any, ...rest: any[]): any {
    return Reflect.apply(super.query, this, [
      text,
      Array.isArray(values) ? storable(values) : values,
      ...rest,
    ]);
  }
}

function poolOf(address: string, shown: string): pg.Pool {
  const pool = poolAt(address, shown);
  // A connection that breaks while it is not used is replaced by the next one that is.
  pool.on('error', () => {});
  return pool;
}

function poolAt(connectionString: string, shown: string): pg.Pool {
  try {
    return new pg.Pool({
      connectionString,
      max: 10,
      connectionTimeoutMillis: 10_000,
      // Compiling a search takes longer than running it.
      options: `-c search_path=${schema} -c jit=off`,
      Client: LosslessClient,
      types: { getTypeParser },
    });
  } catch {
    throw new StoreProblem(`${shown} is no address of a database`, addressAdvice);
  }
}

const addressAdvice = 'write it as postgres://user:password@host:5432/database';

/** `bigint` is a number here: places and counts stay below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = ((oid: number, format?: 'text') => {
  if (oid === pg.types.builtins.INT8) return Number;
  return oid === pg.types.builtins.TEXT ? readText : pg.types.getTypeParser(oid, format);
}) as typeof pg.types.getTypeParser;

async function refuseEncoding(db: Db, shown: string): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
  const encoding = rows[0]?.server_encoding;
  if (encoding !== 'UTF8')
    throw new StoreProblem(`${shown} keeps text as ${encoding}`, "create the database with encoding 'UTF8'");
}

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);

function problemOf(shown: string, error: unknown): unknown {
  if (error instanceof StoreProblem || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (connectionCodes.has(code) || /timeout|terminated/.test(error.message))
    return new StoreProblem(`no server answers at ${shown}`, 'look whether PostgreSQL is running there');
  if (code === '28P01' || code === '28000' || /password must be/.test(error.message))
    return new StoreProblem(`${shown} lets nobody in with this name and password`, addressAdvice);
  if (code === '3D000')
    return new StoreProblem(`${shown}: there is no such database`, 'make it with createdb');
  if (code === '42501' || code === '25006')
    return new StoreProblem(`${shown}: this user may not write here`, 'let it own the database');
  return error;
}
