import type { Claim, Debt, Story } from '../../domain/index.ts';
import { debtLabels } from '../labels.ts';
import type { Lookup } from '../story/lookup.ts';
import { clean, shorten } from '../words.ts';

/** Who speaks, an account of the story, or an outlet without an account in it. */
export type LineageNode = {
  readonly id: string;
  readonly kind: 'named' | 'unnamed' | 'account' | 'outlet';
  /** The account's number; null for all others. */
  readonly number: number | null;
  readonly label: string;
};

/** What goes from one to the other: what a source says, what is credited, or what is copied. */
export type LineageEdge = {
  readonly from: string;
  readonly to: string;
  readonly kind: 'says' | 'credit' | 'copy' | 'rewrite';
  readonly label: string;
  /** Whether it is known which of the two had it first. */
  readonly isDirected: boolean;
};

export type LineageGraph = {
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly LineageEdge[];
  /** How many sources are left out. */
  readonly more: number;
};

/** As many sources as can be told apart; those on whom most claims rest. */
const mostSources = 16;

/** From the sources on whom claims rest, through the accounts that have it from them, to those that credit or copy these. */
export function lineageGraph(lookup: Lookup): LineageGraph {
  const { story } = lookup;
  const sources = sourcesOf(lookup);
  const shown = sources.slice(0, Math.max(mostSources, story.accounts.length));
  const debts = debtEdges(lookup);
  const edges = [...shown.flatMap(source => source.edges), ...debts];
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const accounts = story.accounts.map(
    ({ article }, at): LineageNode => ({
      id: accountNode(article.id),
      kind: 'account',
      number: at + 1,
      label: lookup.account(article.id).name,
    }),
  );
  const nodes = [...outletNodes(story), ...shown.map(({ node }) => node), ...accounts];
  const once = new Map(nodes.map(node => [node.id, node]));
  return {
    nodes: [...once.values()].filter(({ id }) => linked.has(id)),
    edges,
    more: sources.length - shown.length,
  };
}

const accountNode = (articleId: string): string => `account ${articleId}`;
const outletNode = (outlet: string): string => `outlet ${clean(outlet).toLowerCase().replace(/^the /, '')}`;
const debtor = ({ toArticleId, toOutlet }: Debt): string =>
  toArticleId === null ? outletNode(toOutlet) : accountNode(toArticleId);

const outletNodes = ({ lineage }: Story): readonly LineageNode[] => [
  ...new Map(
    lineage.debts
      .filter(({ toArticleId }) => toArticleId === null)
      .map(({ toOutlet }) => {
        const id = outletNode(toOutlet);
        return [id, { id, kind: 'outlet', number: null, label: shorten(clean(toOutlet), 60) } as const];
      }),
  ).values(),
];

type SourceLinks = {
  readonly node: LineageNode;
  readonly weight: number;
  readonly edges: readonly LineageEdge[];
};

/** The members of the cast on whom claims rest, those with most claims first, and the accounts that have it from them. */
function sourcesOf(lookup: Lookup): readonly SourceLinks[] {
  const given = new Map<string, Map<string, number>>();
  for (const claim of lookup.story.claims)
    for (const { kind, castId, articleIds } of claim.origins) {
      if (kind !== 'source' || castId === null) continue;
      const accounts = given.get(castId) ?? new Map<string, number>();
      given.set(castId, accounts);
      for (const articleId of firstHand(lookup.story, claim, articleIds))
        accounts.set(articleId, (accounts.get(articleId) ?? 0) + 1);
    }
  return [...given]
    .map(([castId, accounts]) => sourceLinks(lookup, castId, accounts))
    .sort((a, b) => b.weight - a.weight);
}

function sourceLinks(lookup: Lookup, castId: string, accounts: ReadonlyMap<string, number>): SourceLinks {
  const member = lookup.cast(castId)!;
  const name = shorten(clean(member.name), 70);
  const isOutlet = member.kind === 'press';
  const id = isOutlet ? outletNode(member.name) : `source ${castId}`;
  const counts = [...accounts];
  return {
    node: {
      id,
      kind: isOutlet ? 'outlet' : member.named ? 'named' : 'unnamed',
      number: null,
      label: member.named ? name : `“${name}”`,
    },
    weight: counts.reduce((sum, [, count]) => sum + count, 0),
    edges: counts.map(([articleId, count]) => ({
      from: id,
      to: accountNode(articleId),
      kind: 'says',
      label: count > 1 ? `${count} claims` : '',
      isDirected: true,
    })),
  };
}

/** Of the accounts that rest on a source, those that do not have it through another one of them. */
function firstHand({ lineage }: Story, { merges }: Claim, articleIds: readonly string[]): readonly string[] {
  const among = new Set(articleIds);
  const throughOther = new Set([
    ...merges
      .filter(
        ({ because, into }) => (because === 'copy' || because === 'credit') && among.has(into.articleId),
      )
      .map(({ from }) => from.articleId),
    ...lineage.debts
      .filter(({ toArticleId, directedBy }) => directedBy !== 'unknown' && among.has(toArticleId ?? ''))
      .filter(({ articleId, toArticleId }) => articleId !== toArticleId)
      .map(({ articleId }) => articleId),
  ]);
  const own = articleIds.filter(articleId => !throughOther.has(articleId));
  return own.length > 0 ? own : articleIds.slice(0, 1);
}

/** What accounts owe; of several debts to one outlet, a copy before a credit. */
function debtEdges({ story }: Lookup): readonly LineageEdge[] {
  const edges = new Map<string, LineageEdge>();
  for (const debt of story.lineage.debts.toSorted((a, b) => rank(a) - rank(b))) {
    const [from, to] = [debtor(debt), accountNode(debt.articleId)];
    const key = JSON.stringify([from, to]);
    const known = edges.get(key);
    const label = debt.because === 'credit' ? debtLabels[debt.kind] : edgeLabel(story, debt);
    if (from === to || known?.label.includes(label)) continue;
    edges.set(key, {
      from,
      to,
      kind: known?.kind ?? (debt.kind === 'copy' || debt.kind === 'rewrite' ? debt.kind : 'credit'),
      label: known ? `${known.label}, ${label}` : label,
      isDirected: debt.directedBy !== 'unknown',
    });
  }
  return [...edges.values()];
}

const rank = ({ because }: Debt): number => Number(because === 'credit');

/** "copy, 68%": how much of the account's own wording is the other's. */
function edgeLabel({ lineage }: Story, { articleId, toArticleId, kind }: Debt): string {
  const overlap = lineage.overlaps.find(each => each.articleId === articleId && each.foundIn === toArticleId);
  const share = Math.round((overlap?.share ?? 0) * 100);
  return share > 0 ? `${debtLabels[kind]}, ${share}%` : debtLabels[kind];
}
