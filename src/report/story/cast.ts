import type { CastMember } from '../../domain/index.ts';
import { counted, kindLabels } from '../labels.ts';
import type { Item, Line, Section } from '../page.ts';
import { account, joined, line, plain, strong } from '../page.ts';
import { clean } from '../words.ts';
import type { Lookup } from './lookup.ts';
import type { Limits } from './page.ts';

/** Everyone who speaks, with how often in which account: the named first, then by number of statements. */
export function castSection(lookup: Lookup, { items }: Limits): Section {
  const members = lookup.story.cast
    .map(member => ({ member, counts: statementCounts(lookup, member) }))
    .sort((a, b) => Number(b.member.named) - Number(a.member.named) || total(b.counts) - total(a.counts));
  const rows = members.map(({ member, counts }) => ({ label: '', line: memberLine(member, counts) }));
  const item: Item = {
    id: null,
    standing: null,
    head: [],
    rows: rows.slice(0, items),
    more: Math.max(0, rows.length - items),
  };
  return { id: 'cast', title: 'Cast', items: rows.length > 0 ? [item] : [], more: 0 };
}

type Count = { readonly number: number; readonly statements: number };

function statementCounts(lookup: Lookup, member: CastMember): readonly Count[] {
  const byAccount = Map.groupBy(member.entities, ({ articleId }) => articleId);
  return [...byAccount]
    .map(([articleId, entities]) => {
      const { number, statementsBy } = lookup.account(articleId);
      const statements = entities.reduce((sum, { entityId }) => sum + statementsBy(entityId).length, 0);
      return { number, statements };
    })
    .sort((a, b) => a.number - b.number);
}

const total = (counts: readonly Count[]): number =>
  counts.reduce((sum, { statements }) => sum + statements, 0);

function memberLine({ name, named, kind }: CastMember, counts: readonly Count[]): Line {
  const where = counts.map(
    ({ number, statements }, at) =>
      line`${plain(at === 0 ? counted(statements, 'statement') : String(statements))}\u00a0in\u00a0${account(number)}`,
  );
  const who = named ? strong(clean(name)) : plain(clean(name));
  const label = named || kind === 'anonymous' ? kindLabels[kind] : `${kindLabels[kind]}, unnamed`;
  return line`${who}, ${plain(label)}: ${joined(where, ', ')}`;
}
