import { readdirSync, readFileSync } from 'node:fs';

/**
 * One plain-text case of test/cases/SUBJECT/*.txt:
 *
 *     === name of the case | published=2024-11-15 outlet=Courier
 *     the input, any lines
 *     ---
 *     the expected output, any lines
 *
 * What stands before the first `===` is for people. Options after `|` are `key=value`, values without spaces.
 */
export type Case = {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
  readonly input: string;
  readonly expected: string;
};

const casesFolder = new URL('./cases/', import.meta.url);

/** All cases of a subject, in order of file and line. A case without `---`, or a name used twice, is an error. */
export function readCases(subject: string): Case[] {
  const folder = new URL(`${subject}/`, casesFolder);
  const cases = readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .flatMap(file => parseCases(readFileSync(new URL(file, folder), 'utf8'), file));
  const names = new Set<string>();
  for (const { name } of cases) {
    if (names.has(name)) throw new Error(`test/cases/${subject}: two cases are named "${name}"`);
    names.add(name);
  }
  return cases;
}

function parseCases(text: string, file: string): Case[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map(part => {
      const [head = '', ...lines] = part.split('\n');
      const [name = '', options = ''] = head.split(' | ');
      const rule = lines.indexOf('---');
      if (rule < 0) throw new Error(`${file}: case "${name}" has no --- line`);
      return {
        name: `${file.replace('.txt', '')}: ${name.trim()}`,
        options: Object.fromEntries(options.split(' ').filter(Boolean).map(keyAndValue)),
        input: lines.slice(0, rule).join('\n').trimEnd(),
        expected: lines
          .slice(rule + 1)
          .join('\n')
          .trim(),
      };
    });
}

function keyAndValue(option: string): [string, string] {
  const at = option.indexOf('=');
  return [option.slice(0, at), option.slice(at + 1)];
}
