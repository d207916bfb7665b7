import { type CharSpan, textOf } from '../../src/domain/index.ts';
import type { Evaluation, Outcome } from './evaluation.ts';
import {
  byCategory,
  isListed,
  type Judged,
  judgeGold,
  percentRight,
  plainWords,
  tableRow,
} from './gold-cases.ts';

/** What a row may say of its source besides the kind. */
const fields = ['name', 'is', 'knows', 'terms', 'reason', 'count'] as const;
type Field = (typeof fields)[number];

/** `none`: there is none; undefined: not judged. */
type Answer = { readonly kind: string } & Readonly<Record<Field, string | undefined>>;

/** A row with the right answer beside the one that was found. */
type Compared = Judged & { readonly right: Answer; readonly found: Answer };

/**
 * Who speaks and on what authority, on the gold set of the checkout. `accuracy`: the statement is found, with the right
 * kind of source; `whole`: and everything else that the row says. A field's figure is of the rows where either side has one.
 */
export const evaluation: Evaluation = {
  defaultFile: new URL('../../test/gold/authority.txt', import.meta.url),
  run: scoreAuthority,
};

export function scoreAuthority(file: string | URL): Outcome {
  const compared = judgeGold(file).map(judged => ({
    ...judged,
    right: rightAnswer(judged),
    found: foundAnswer(judged),
  }));
  const categories = [...byCategory(compared)];
  const lines = [
    ...compared.filter(each => isListed(each.gold) && !isWhole(each)).map(described),
    tableRow('', ['rows', 'kind', 'whole']),
    ...categories.map(([category, rows]) => scoreRow(category, rows)),
    scoreRow(
      'open half',
      compared.filter(({ gold }) => gold.open),
    ),
    scoreRow(
      'closed half',
      compared.filter(({ gold }) => !gold.open),
    ),
    scoreRow('all', compared),
    '',
    tableRow('', ['rows', 'right']),
    ...fields.map(field => fieldRow(field, compared)),
  ];
  return { listing: lines.join('\n'), figures: figuresOf(compared, categories) };
}

const figuresOf = (compared: readonly Compared[], categories: readonly [string, readonly Compared[]][]) => ({
  accuracy: percentRight(compared, isRightKind),
  whole: percentRight(compared, isWhole),
  openWhole: percentRight(
    compared.filter(({ gold }) => gold.open),
    isWhole,
  ),
  closedWhole: percentRight(
    compared.filter(({ gold }) => !gold.open),
    isWhole,
  ),
  ...Object.fromEntries(
    fields.map(field => [field, percentRight(compared.filter(has(field)), isRightField(field))]),
  ),
  ...Object.fromEntries(categories.map(([category, rows]) => [category, percentRight(rows, isRightKind)])),
});

function rightAnswer({ gold }: Judged): Answer {
  const [kind, ...parts] = gold.answer;
  const said = new Map(parts.map(part => part.split(': ') as [string, string]));
  const judgedAlways = (field: Field): string => said.get(field) ?? 'none';
  return {
    kind,
    name: said.get('name')?.replace(/^-$/, 'none'),
    is: said.get('is'),
    knows: judgedAlways('knows'),
    terms: judgedAlways('terms'),
    reason: judgedAlways('reason'),
    count: kind === 'anonymous' ? (said.get('count') ?? '1') : undefined,
  };
}

function foundAnswer({ reading, statement }: Judged): Answer {
  const source = statement?.source;
  const print = (span: CharSpan | null | undefined): string =>
    span ? textOf(reading.article.text, span) : 'none';
  return {
    kind: !statement ? 'missed' : (source?.kind ?? 'unknown'),
    name: source?.name ?? 'none',
    is: print(source?.description),
    knows: print(source?.basis),
    terms: print(source?.anonymity?.terms),
    reason: print(source?.anonymity?.reason),
    count: String(source?.count ?? 'many'),
  };
}

const isRightKind = ({ right, found }: Compared): boolean => right.kind === found.kind;

const isRightField =
  (field: Field) =>
  ({ right, found }: Compared): boolean =>
    right[field] === undefined || comparable(right[field]) === comparable(found[field]!);

const comparable = (text: string): string => plainWords(text, /^(an?|the|who|and|was|were|is|are) /);

const isWhole = (compared: Compared): boolean =>
  isRightKind(compared) && fields.every(field => isRightField(field)(compared));

const has =
  (field: Field) =>
  ({ right, found }: Compared): boolean =>
    right[field] !== undefined && (right[field] !== 'none' || found[field] !== 'none');

const scoreRow = (name: string, rows: readonly Compared[]): string =>
  tableRow(name, [
    String(rows.length),
    percentRight(rows, isRightKind).toFixed(1),
    percentRight(rows, isWhole).toFixed(1),
  ]);

function fieldRow(field: Field, compared: readonly Compared[]): string {
  const rows = compared.filter(has(field));
  return tableRow(field, [String(rows.length), percentRight(rows, isRightField(field)).toFixed(1)]);
}

/** One line: what was found, where it is wrong, then the text. */
function described({ gold, right, found, ...judged }: Compared): string {
  const compared = { gold, right, found, ...judged };
  const wrong = fields.filter(field => !isRightField(field)(compared));
  const problems = [
    ...(isRightKind(compared) ? [] : [`kind: ${found.kind} for ${right.kind}`]),
    ...(found.kind === 'missed' ? [] : wrong.map(field => `${field}: ${found[field]} for ${right[field]}`)),
  ];
  return `${problems.join(' | ')}\t${gold.text}`;
}
