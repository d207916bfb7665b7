import type { Debt, Reading, Story } from '../../domain/index.ts';
import { standings } from '../../domain/index.ts';
import { counted, debtLabels, standingLabels } from '../labels.ts';
import type { Line, Row, Section } from '../page.ts';
import { account, line, plain, quiet, rowsOf, strong } from '../page.ts';
import { isUnnamed } from '../source.ts';
import { clean } from '../words.ts';
import { isCredited } from './lineage.ts';
import type { Lookup } from './lookup.ts';

/** How well the story is sourced, in a few lines: what its claims amount to, who was first, who copies, whom each account names. */
export function glanceSection(lookup: Lookup): Section {
  const rows = [
    ...standingRows(lookup.story),
    ...rowsOf('told first', firstReports(lookup)),
    ...rowsOf('copied', copies(lookup)),
    ...rowsOf(
      'sources',
      lookup.story.accounts.map(each => sourcesLine(lookup, each)),
    ),
  ];
  const item = { id: null, standing: null, head: [], rows, more: 0 };
  return { id: 'glance', title: 'Sourcing at a glance', items: rows.length > 0 ? [item] : [], more: 0 };
}

function standingRows({ claims }: Story): readonly Row[] {
  const counts = standings.flatMap(kind => {
    const count = claims.filter(({ standing }) => standing.kind === kind).length;
    return count === 0 ? [] : [`${count} ${standingLabels[kind]}`];
  });
  return counts.length === 0 ? [] : [{ label: 'claims', line: [plain(counts.join(' · '))] }];
}

/** `The Harbour Courier [1], credited by [2] [3]` */
function firstReports(lookup: Lookup): readonly Line[] {
  const credits = lookup.story.lineage.debts.filter(({ kind }) => kind === 'first-report');
  return [...Map.groupBy(credits, ownerOf).values()].map(same => {
    const by = lookup.accounts(same.map(({ articleId }) => articleId));
    return line`${owner(lookup, same[0]!)}, credited by ${by}`;
  });
}

const ownerOf = ({ toArticleId, toOutlet }: Debt): string => toArticleId ?? toOutlet;

function owner(lookup: Lookup, { toArticleId, toOutlet }: Debt): Line {
  const name = strong(clean(toOutlet));
  return toArticleId === null
    ? line`${name} (no account here)`
    : line`${name} ${account(lookup.numberOf(toArticleId))}`;
}

/** `[3] is a copy of [2], not credited` */
function copies(lookup: Lookup): readonly Line[] {
  const { debts } = lookup.story.lineage;
  return debts
    .filter(({ because }) => because !== 'credit')
    .map(debt => {
      const unsure = debt.directedBy === 'unknown' ? ', or the other way round' : '';
      const credit = isCredited(lookup, debt) ? 'credited' : 'not credited';
      return line`${account(lookup.numberOf(debt.articleId))} is a ${plain(debtLabels[debt.kind])} of ${owner(lookup, debt)}${plain(unsure)}, ${plain(credit)}`;
    });
}

/** `[1] 1 named, 2 unnamed (reason given for 1); 2 of 9 claims in its own voice` */
function sourcesLine(lookup: Lookup, { article, statements }: Reading): Line {
  const speakers = Map.groupBy(statements, ({ id, source }) =>
    source === null ? null : (lookup.castOf(article.id, source.entityId)?.id ?? source.entityId ?? id),
  );
  speakers.delete(null);
  const unnamed = [...speakers.values()].filter(said =>
    said.some(({ source }) => source && isUnnamed(source)),
  );
  const named = speakers.keys().filter(id => lookup.cast(id)?.named);
  const reasons = unnamed.filter(said => said.some(({ source }) => source?.anonymity?.reason)).length;
  const parts = [
    `${named.toArray().length} named`,
    unnamed.length === 0
      ? 'none unnamed'
      : `${unnamed.length} unnamed (${reasonLabel(reasons, unnamed.length)})`,
  ];
  return line`${account(lookup.numberOf(article.id))}\u00a0${plain(parts.join(', '))}${ownVoice(lookup.story, article.id)}`;
}

const reasonLabel = (given: number, all: number): string =>
  given === 0 ? 'no reason given' : given === all ? 'reason given' : `reason given for ${given}`;

function ownVoice({ claims }: Story, articleId: string): Line {
  const told = claims.filter(({ tellings }) => tellings.some(each => each.articleId === articleId));
  const own = told.filter(({ tellings }) =>
    tellings.every(each => each.articleId !== articleId || each.statementIds.length === 0),
  );
  return told.length === 0
    ? []
    : [quiet(`; ${own.length} of ${counted(told.length, 'claim')} in its own voice`)];
}
