import type { CastMember, SourceKind, Statement } from '../../domain/index.ts';
import type { AccountView } from '../account.ts';
import { counted, kindLabels } from '../labels.ts';
import type { Item, Line, Piece, Section } from '../page.ts';
import { account, joined, line, plain } from '../page.ts';
import { authorityOf, fullestSource, isUnnamed, sourceParts } from '../source.ts';
import { clean, shorten } from '../words.ts';
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

type Count = { readonly number: number; readonly statements: number; readonly authority: Line };

function statementCounts(lookup: Lookup, member: CastMember): readonly Count[] {
  const byAccount = Map.groupBy(member.entities, ({ articleId }) => articleId);
  return [...byAccount]
    .map(([articleId, entities]) => {
      const view = lookup.account(articleId);
      const statements = entities.flatMap(({ entityId }) => view.statementsBy(entityId));
      return { number: view.number, statements: statements.length, authority: authorityIn(view, statements) };
    })
    .sort((a, b) => a.number - b.number);
}

/** For a source without a name: how it knows, and on what terms it goes unnamed. */
function authorityIn(view: AccountView, statements: readonly Statement[]): Line {
  const source = fullestSource(statements, view);
  return source && isUnnamed(source) ? authorityOf(sourceParts(source, view)) : [];
}

const total = (counts: readonly Count[]): number =>
  counts.reduce((sum, { statements }) => sum + statements, 0);

function memberLine({ id, name, named, kind }: CastMember, counts: readonly Count[]): Line {
  const where = counts.map(({ number, statements, authority }, at) => {
    const count = plain(
      statements === 0 ? 'cited' : at === 0 ? counted(statements, 'statement') : String(statements),
    );
    return line`${count} in\u00a0${account(number)}${authority}`;
  });
  const label = named || saysUnnamed.has(kind) ? kindLabels[kind] : `${kindLabels[kind]}, unnamed`;
  return line`${named ? nameOf(id, name) : plain(`“${shorten(clean(name), 90)}”`)}, ${plain(label)}: ${joined(where, where.some(each => each.length > 3) ? '; ' : ', ')}`;
}

/** Kinds whose label says already that there is no name. */
const saysUnnamed: ReadonlySet<SourceKind> = new Set(['anonymous', 'unnamed-group', 'unknown']);

const nameOf = (castId: string, name: string): Piece => ({ as: 'strong', text: clean(name), castId });
