import assert from 'node:assert/strict';
import { posix } from 'node:path';
import test from 'node:test';
import { filesLike, projectFiles, textOfFile } from './project.ts';

const stages = ['read', 'parse', 'extract', 'align', 'audit'];

/** What each room of src may import; a room is everything under one name there. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  learn: [],
  ...Object.fromEntries(stages.map(stage => [stage, ['domain', 'learn']])),
  report: ['domain'],
  store: ['domain'],
  pipeline: [...stages, 'domain', 'learn'],
  serve: ['pipeline', 'report', 'store', 'domain'],
  index: [...stages, 'domain', 'learn', 'pipeline', 'report', 'store'],
};

type Import = { readonly file: string; readonly specifier: string };

const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** Every module that a file names: imports and exports from, imports for effect, dynamic imports. */
const importsOf = (file: string): Import[] =>
  [
    ...withoutComments(textOfFile(file)).matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"`]*?from\s*(['"])(.+?)\1|(?:^|\n)\s*import\s*(['"])(.+?)\3|\bimport\(\s*(['"])(.+?)\5|\brequire\(\s*(['"])(.+?)\7/g,
    ),
  ].map(match => ({ file, specifier: match[2] ?? match[4] ?? match[6] ?? match[8] ?? '' }));

const sourceImports = filesLike(/^src\/.*\.ts$/).flatMap(importsOf);

/** The room of a path from the root: `src/parse/index.ts` is in `parse`, `src/pipeline.ts` in `pipeline`. */
const roomOf = (path: string): string => path.split('/')[1]?.replace(/\.ts$/, '') ?? '';

const targetOf = ({ file, specifier }: Import): string => posix.join(posix.dirname(file), specifier);

const crossings = sourceImports.filter(
  each => each.specifier.startsWith('.') && roomOf(targetOf(each)) !== roomOf(each.file),
);

const described = ({ file, specifier }: Import): string => `${file} imports ${specifier}`;

test('the rules see the imports of the source', () => {
  assert.ok(
    sourceImports.some(each => each.file === 'src/pipeline.ts' && each.specifier === './parse/index.ts'),
  );
  assert.ok(
    sourceImports.some(each => each.file === 'src/serve/cli/main.ts' && each.specifier === './program.ts'),
  );
});

test('every room of src has its rule, and no file or folder is a drawer for odds and ends', () => {
  const rooms = new Set(filesLike(/^src\//).map(roomOf));
  assert.deepEqual(
    [...rooms].filter(room => !(room in mayImport)),
    [],
  );
  assert.deepEqual(
    projectFiles.filter(file => /(^|\/)(utils?|helpers?|common|misc|lib)(\.\w+$|\/)/i.test(file)),
    [],
  );
});

test('a room imports only the rooms it may', () => {
  const wrong = crossings.filter(each => !mayImport[roomOf(each.file)]?.includes(roomOf(targetOf(each))));
  assert.deepEqual(wrong.map(described), []);
});

test('a room is entered by its index.ts', () => {
  const wrong = crossings.filter(each => !/^src\/(\w+\/index|pipeline)\.ts$/.test(targetOf(each)));
  assert.deepEqual(wrong.map(described), []);
});

test('src never reaches out of src', () => {
  const wrong = sourceImports.filter(
    each => each.specifier.startsWith('.') && !targetOf(each).startsWith('src/'),
  );
  assert.deepEqual(wrong.map(described), []);
});

test('stages, domain and report know no disk, network, clock, chance or environment', () => {
  const pure = [...stages, 'domain', 'report'];
  const modules = /^node:(fs|http|https|net|dns|child_process|worker_threads|os|process|timers)/;
  assert.deepEqual(
    sourceImports
      .filter(each => pure.includes(roomOf(each.file)) && modules.test(each.specifier))
      .map(described),
    [],
  );
  const impure =
    /\b(Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|process\.(env|cwd|argv)|fetch\()/;
  assert.deepEqual(
    filesLike(/^src\/.*\.ts$/).filter(
      file => pure.includes(roomOf(file)) && impure.test(withoutComments(textOfFile(file))),
    ),
    [],
  );
});

test('what src imports is a dependency of the package', () => {
  const { dependencies } = JSON.parse(textOfFile('package.json'));
  const foreign = sourceImports.filter(each => !/^(\.|node:)/.test(each.specifier));
  const nameOf = (specifier: string) =>
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
  assert.deepEqual(foreign.filter(each => !(nameOf(each.specifier) in dependencies)).map(described), []);
  const used = new Set(foreign.map(each => nameOf(each.specifier)));
  assert.deepEqual(
    Object.keys(dependencies).filter(name => !used.has(name)),
    [],
  );
});
