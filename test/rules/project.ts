import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The checkout's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every file that is in the project or would be with `git add --all`, as paths from the root. */
export const projectFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\0')
  .filter(file => file !== '' && existsSync(`${root}${file}`))
  .sort();

/** The files whose path matches. */
export const filesLike = (pattern: RegExp): string[] => projectFiles.filter(file => pattern.test(file));

export const textOfFile = (file: string): string => readFileSync(`${root}${file}`, 'utf8');
