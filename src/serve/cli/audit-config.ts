import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob, relative, resolve, sep } from 'node:path';
import type { AuditConfig, RuleSetting } from '../../domain/index.ts';
import type { Pipeline } from '../../pipeline.ts';
import { UsageError } from './usage-error.ts';

/** What a configuration file asks for, with all that it extends. */
export type LoadedConfig = {
  readonly config: AuditConfig;
  /** Whether a file is to be left out, by the patterns of `ignore`. */
  readonly leavesOut: (file: string) => boolean;
};

const fileName = 'hearsay.config.json';

type Rules = Readonly<Record<string, RuleSetting>>;
type Content = { readonly rules: Rules; readonly ignored: readonly ((file: string) => boolean)[] };

/**
 * The configuration in the named file, else in the nearest `hearsay.config.json` from here upwards; without one, as the packs
 * have it. Anything wrong in it is wrong usage.
 */
export function loadConfig(named: string | undefined, pipeline: Pipeline): LoadedConfig {
  const file = named === undefined ? nearest(process.cwd()) : resolve(named);
  const { rules, ignored } = file === null ? empty : readConfig(file, [], pipeline);
  const problem = pipeline.auditProblem({ rules });
  if (problem) throw new UsageError(`${shown(file ?? fileName)}: ${problem}; see docs/audit.md`);
  return { config: { rules }, leavesOut: path => ignored.some(isIgnored => isIgnored(resolve(path))) };
}

const empty: Content = { rules: {}, ignored: [] };

function nearest(folder: string): string | null {
  const file = join(folder, fileName);
  if (existsSync(file)) return file;
  return dirname(folder) === folder ? null : nearest(dirname(folder));
}

/** What is extended comes first, so that the file itself has the last word. */
function readConfig(file: string, through: readonly string[], pipeline: Pipeline): Content {
  if (through.includes(file)) throw new UsageError(`${shown(file)}: extends itself; take one of the two out`);
  const fields = readFields(file);
  const bases = listOf(file, fields, 'extends').map(base => {
    if (base === 'hearsay:all') return { rules: allRules(pipeline), ignored: [] };
    return readConfig(resolve(dirname(file), base), [...through, file], pipeline);
  });
  const patterns = listOf(file, fields, 'ignore');
  const isIgnored = (path: string): boolean =>
    patterns.some(pattern => matchesGlob(relative(dirname(file), path).split(sep).join('/'), pattern));
  return {
    rules: Object.assign({}, ...bases.map(({ rules }) => rules), rulesOf(file, fields)),
    ignored: [...bases.flatMap(({ ignored }) => ignored), isIgnored],
  };
}

const allRules = (pipeline: Pipeline): Rules =>
  Object.fromEntries(pipeline.auditRules().map(({ id }) => [id, 'on' as const]));

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readFields(file: string): Fields {
  const fields = parsed(file);
  if (!isFields(fields)) throw new UsageError(`${shown(file)}: not a JSON object; write { "rules": {} }`);
  const strange = Object.keys(fields).find(key => !['$schema', 'extends', 'rules', 'ignore'].includes(key));
  if (strange !== undefined)
    throw new UsageError(`${shown(file)}: unknown field "${strange}"; it may have extends, rules and ignore`);
  return fields;
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`${shown(file)}: no such file; check its name and folder`);
    throw new UsageError(`${shown(file)}: could not be read as JSON (${message})`);
  }
}

function listOf(file: string, fields: Fields, key: 'extends' | 'ignore'): readonly string[] {
  const value = fields[key] ?? [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.every(each => typeof each === 'string')) return list;
  throw new UsageError(`${shown(file)}: "${key}" is not a list of strings`);
}

function rulesOf(file: string, { rules = {} }: Fields): Rules {
  if (isFields(rules)) return rules as Rules; // each setting is checked with all others
  throw new UsageError(`${shown(file)}: "rules" is not an object`);
}

const shown = (file: string): string => {
  const path = relative(process.cwd(), resolve(file));
  return path.startsWith('..') ? file : path;
};
