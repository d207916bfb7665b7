import assert from 'node:assert/strict';
import test from 'node:test';
import { filesLike, projectFiles, textOfFile } from './project.ts';

const isText = (file: string): boolean => !/\.(bin|png|jpe?g|gz|woff2?)$/.test(file);
const linesLike = (pattern: RegExp): string[] =>
  projectFiles
    .filter(isText)
    .flatMap(file =>
      textOfFile(file)
        .split('\n')
        .map(line => ({ file, line })),
    )
    .filter(({ line }) => pattern.test(line))
    .map(({ file, line }) => `${file}: ${line.trim().slice(0, 100)}`);

test('no file names a path of somebody’s machine', () => {
  assert.deepEqual(linesLike(/(?:^|[\s"'`(=:])\/(?:work|root|home|Users|mnt)\/\w/), []);
});

test('no file names the host of a package registry', () => {
  assert.deepEqual(linesLike(/\bregistry\.[\w.-]+\.(?:com|org|io|net)\b|"resolved": ?"http/), []);
});

test('dependencies have exact versions and the lockfile is there', () => {
  const { dependencies, devDependencies } = JSON.parse(textOfFile('package.json'));
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    assert.match(String(version), /^\d+\.\d+\.\d+(-[\w.]+)?$/);
  assert.deepEqual(filesLike(/^package-lock\.json$/).length, 1);
});

test('the lockfile holds every package that npm ci will ask for', () => {
  // npm leaves out what the registry does not hold, and npm ci then refuses: see docs/decisions/packaging.md.
  type Locked = { readonly optionalDependencies?: object };
  const packages = Object.entries<Locked>(JSON.parse(textOfFile('package-lock.json')).packages);
  const locked = new Set(packages.map(([path]) => path.replace(/^.*node_modules\//, '')));
  const wanted = packages.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
  assert.ok(wanted.length > 0);
  assert.deepEqual(
    wanted.filter(name => !locked.has(name)),
    [],
  );
});
