import { parseArgs } from 'node:util';
import { type Finding, overlaps, type Reading } from '../../src/domain/index.ts';
import { createPipeline } from '../../src/pipeline.ts';
import { corpusFile, readJsonLines } from '../corpora/files.ts';
import { articleOf } from '../corpora/plain-article.ts';
import { createRandom } from '../train/random.ts';

// node lab/evaluate/audit-sample.ts RULE … [--count 30] [--seed 1] [--context 400]
// Prints findings of rules in news articles drawn by chance, with the text around them, to be read by a person: so the
// figures on the rules' pages are made. What it prints is corpus text and stays out of the repository.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    context: { type: 'string', default: '400' },
  },
});
const count = Number(values.count);
const around = Number(values.context);

const { parse, extract, audit, auditRules } = createPipeline();
const known = auditRules().map(({ id }) => id);
const wanted = positionals.length > 0 ? positionals : known;
const config = {
  rules: Object.fromEntries(known.map(id => [id, wanted.includes(id) ? 'on' : 'off'] as const)),
};

/** The text around a finding, with its words between marks, and where its statement says what. */
function shown(reading: Reading, { span, related }: Finding): string {
  const { text } = reading.article;
  const cut = (start: number, end: number) => text.slice(Math.max(0, start), end).replace(/\s*\n\s*/g, ' ¶ ');
  const others = related.map(place => `\n    related: ${cut(place.start - 80, place.end + 80)}`);
  const told = reading.statements
    .filter(({ source }) => source?.spans.some(place => overlaps(place, span)))
    .map(
      ({ source, stance }) =>
        `\n    statement: ${source!.kind} “${source!.text}” ${stance}, name ${source!.name}, count ${source!.count}`,
    );
  const words = `${cut(span.start - around, span.start)}⟦${cut(span.start, span.end)}⟧${cut(span.end, span.end + around)}`;
  return `${words}${told.join('')}${others.join('')}`;
}

const random = createRandom(Number(values.seed));
type Row = {
  readonly file: string;
  readonly title: string | null;
  readonly text: string;
  readonly published: string | null;
};
/** The headline, which begins the text, is its title. */
function articleIn({ file, title, text, published }: Row) {
  const article = articleOf(file, text, published);
  const [first, ...others] = article.blocks;
  const isTitle = first && title && text.startsWith(title.slice(0, 40));
  return {
    file,
    article: isTitle
      ? { ...article, title, blocks: [{ ...first, kind: 'title' as const }, ...others] }
      : article,
  };
}
const articles = readJsonLines<Row>(corpusFile('attribution/polnear-train.jsonl.gz'))
  .map(row => ({ ...articleIn(row), order: random() }))
  .sort((a, b) => a.order - b.order);
const drawn = new Map(wanted.map(rule => [rule, [] as string[]]));
let read = 0;
let total = 0;
for (const { file, article } of articles) {
  if ([...drawn.values()].every(({ length }) => length >= count)) break;
  read++;
  const reading = extract(parse(article));
  const findings = audit(reading, config);
  total += findings.length;
  // One article gives two findings of a rule at most, so that no long one fills the sample.
  const taken = new Map<string, number>();
  for (const finding of findings) {
    const list = drawn.get(finding.rule)!;
    const already = taken.get(finding.rule) ?? 0;
    if (list.length >= count || already >= 2) continue;
    taken.set(finding.rule, already + 1);
    list.push(`${file}:${finding.line}\n    ${finding.message}\n    ${shown(reading, finding)}`);
  }
}
for (const [rule, list] of drawn)
  for (const [index, text] of list.entries()) console.log(`[${rule} ${index + 1}] ${text}\n`);
console.log(`${read} articles read, ${total} findings of ${wanted.join(', ')}`);
