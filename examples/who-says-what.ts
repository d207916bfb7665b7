// Lists who says what in one account, and on what authority.
//
//     node examples/who-says-what.ts examples/iran-musk-meeting/2-agency.md

import { readFileSync } from 'node:fs';
import { createPipeline, textOf } from '../src/index.ts';

const [file = 'examples/iran-musk-meeting/2-agency.md'] = process.argv.slice(2);
const { read, parse, extract } = createPipeline();

const result = read({ name: file, bytes: readFileSync(file) });
if (!result.ok) throw new Error(`${file}: ${result.problem.reason}; ${result.problem.advice}`);

const { article, statements } = extract(parse(result.article));
for (const { source, stance, content } of statements) {
  const words = content.map(span => textOf(article.text, span)).join(' … ');
  console.log(`${source?.text ?? 'nobody named'} (${source?.kind ?? 'unknown'}) ${stance}: ${words}`);
}
