import {
  type CharSpan,
  type Doc,
  type DocEntity,
  type EntityKind,
  entityKinds,
  type Mention,
  textOf,
} from '../domain/index.ts';
import {
  type Item,
  joined,
  type Line,
  line,
  plain,
  quiet,
  type Row,
  strong,
  withoutRepeats,
  wordsOf,
} from './page.ts';
import { clean, quotable, shorten } from './words.ts';

/** Longest wording of a mention that is shown, in UTF-16 units. */
const wordsLimit = 60;

/** A Doc with its entities by id, and the mentions of each. */
export type DocCast = {
  readonly doc: Doc;
  readonly entities: ReadonlyMap<string, DocEntity>;
  readonly mentions: ReadonlyMap<string | null, readonly Mention[]>;
};

export const docCast = (doc: Doc): DocCast => ({
  doc,
  entities: new Map(doc.entities.map(entity => [entity.id, entity])),
  mentions: Map.groupBy(doc.mentions, ({ entityId }) => entityId),
});

/** Who is who: everybody and everything that the article names or comes back to, by kind, named ones first. */
export function entityItems(cast: DocCast): readonly Item[] {
  const rows = entityKinds.flatMap(kind => kindRows(cast, kind));
  return rows.length === 0
    ? []
    : [{ id: null, standing: null, head: [], rows: withoutRepeats(rows), more: 0 }];
}

function kindRows(cast: DocCast, kind: EntityKind): readonly Row[] {
  const entities = cast.doc.entities.filter(entity => entity.kind === kind);
  const named = entities.filter(({ name }) => name !== null);
  return [...named, ...entities.filter(({ name }) => name === null)].map(entity => ({
    label: kind,
    line: entityLine(cast, entity),
  }));
}

/** `Amir Saeid Iravani, “Iran’s ambassador” · Iravani ×2, his` */
function entityLine(cast: DocCast, entity: DocEntity): Line {
  const { doc, entities } = cast;
  const state = entities.get(entity.ofId ?? '');
  const of = state ? quiet(` (${nameOf(doc, state)})`) : [];
  const roles = (entity.name === null ? [] : entity.roles).map(
    role => line`, ${quoted(doc.article.text, role)}`,
  );
  const forms = formsOf(cast, entity);
  const others = forms.length === 0 ? [] : quiet(` · ${forms.join(', ')}`);
  return line`${strong(nameOf(doc, entity))}${of}${roles.flat()}${others}`;
}

const lengthOf = ({ start, end }: CharSpan): number => end - start;

/** The name, else the words that say most of who it is. */
function nameOf({ article }: Doc, { name, roles, mentions }: DocEntity): string {
  const said = roles.reduce(
    (best, role) => (lengthOf(role) > lengthOf(best) ? role : best),
    roles[0] ?? mentions[0]!,
  );
  return shorten(clean(name ?? textOf(article.text, said)), wordsLimit);
}

/** All other wordings of its mentions, with how often each stands there; roles are named before. */
function formsOf({ doc, mentions }: DocCast, entity: DocEntity): readonly string[] {
  const roles = new Set(entity.roles.map(({ start }) => start));
  const counts = new Map<string, number>();
  for (const { kind, start, head, end } of mentions.get(entity.id) ?? []) {
    if (kind === 'nominal' && roles.has(start)) continue;
    const form = clean(textOf(doc.article.text, kind === 'name' ? head : { start, end }));
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const label = comparable(nameOf(doc, entity));
  return [...counts]
    .filter(([form, count]) => count > 1 || comparable(form) !== label)
    .map(([form, count]) => `${shorten(form, wordsLimit)}${count === 1 ? '' : ` ×${count}`}`);
}

const comparable = (words: string): string => words.toLowerCase().replace(/^the /, '');

const quoted = (text: string, span: CharSpan): Line => [
  {
    as: 'words',
    text: quotable(text, [span], wordsLimit),
    place: { account: 1, start: span.start, end: span.end },
  },
];

/** The sentence's names, with what each is: `Ms Rao (person), Lyon (place)`. */
export function nameRow({ doc, entities }: DocCast, mentions: readonly Mention[]): readonly Row[] {
  const names = mentions
    .filter(({ kind }) => kind === 'name' || kind === 'demonym')
    .map(({ head, entityId }) => {
      const kind = entities.get(entityId ?? '')?.kind ?? 'not resolved';
      return line`${quoted(doc.article.text, head)} ${quiet(kind)}`;
    });
  const once = [...new Map(names.map(each => [wordsOf(each), each])).values()];
  return once.length === 0 ? [] : [{ label: 'names', line: joined(once, ', ') }];
}

/** Whom pronouns and nouns mean: `they` two officials. */
export function meaningRows({ doc, entities }: DocCast, mentions: readonly Mention[]): readonly Row[] {
  const lines = mentions.flatMap(mention => {
    const entity = entities.get(mention.entityId ?? '');
    return isAnaphor(mention, entity) && !saysItself(doc, mention, entity)
      ? [meaningLine(doc, mention, entity)]
      : [];
  });
  return withoutRepeats(lines.map(each => ({ label: 'means', line: each })));
}

/** It is a pronoun, or a noun for somebody who was mentioned before. */
const isAnaphor = ({ kind, start }: Mention, entity: DocEntity | undefined): boolean =>
  kind === 'pronoun' || (kind === 'nominal' && entity !== undefined && entity.mentions[0]!.start < start);

const saysItself = (doc: Doc, mention: Mention, entity: DocEntity | undefined): boolean =>
  entity !== undefined &&
  comparable(clean(textOf(doc.article.text, mention))) === comparable(nameOf(doc, entity));

const meaningLine = (doc: Doc, mention: Mention, entity: DocEntity | undefined): Line =>
  line`${quoted(doc.article.text, mention)} ${entity ? plain(nameOf(doc, entity)) : quiet('not resolved')}`;
