import assert from 'node:assert/strict';
import { type CharSpan, type Doc, type DocEntity, textOf } from '../../src/domain/index.ts';

/** What a case line may say of an entity before its mentions, each part only if the line does: `name (kind) [roles] of state: `. */
const lineForm =
  /^(?:(?<name>[^[(:|]*?)\s*(?:\((?<kind>\w+)\))?\s*(?:\[(?<roles>[^\]]*)\])?\s*(?:of (?<state>[^:|]+))?: )?(?<mentions>.*)$/;

export const written = (doc: Doc, span: CharSpan): string => textOf(doc.article.text, span);

const mentionsOf = (doc: Doc, { mentions }: DocEntity): string =>
  mentions.map(span => written(doc, span)).join(' | ');

const nobodysPronouns = (doc: Doc): string =>
  doc.mentions
    .filter(({ entityId }) => entityId === null)
    .map(mention => written(doc, mention))
    .join(' | ');

/** Holds a Doc to a line of a case: an entity, with all of its mentions, or the pronouns of nobody. */
export function checkLine(doc: Doc, line: string): void {
  if (line.startsWith('nobody: ')) {
    assert.equal(nobodysPronouns(doc), line.slice('nobody: '.length));
    return;
  }
  const { name, kind, roles, state, mentions } = lineForm.exec(line)!.groups!;
  const lists = doc.entities.map(entity => mentionsOf(doc, entity));
  const found = doc.entities.filter((_, index) => lists[index] === mentions);
  const entity = found.find(each => each.kind === kind) ?? found[0];
  assert.ok(entity, `no entity with the mentions "${mentions}" among\n${lists.join('\n')}`);
  if (name) assert.equal(entity.name, name);
  if (kind) assert.equal(entity.kind, kind);
  if (roles) assert.equal(entity.roles.map(role => written(doc, role)).join('; '), roles);
  if (state) assert.equal(doc.entities.find(({ id }) => id === entity.ofId)?.name, state);
}
