import assert from 'node:assert/strict';
import test from 'node:test';
import { type CharSpan, type Doc, type DocEntity, textOf } from '../../src/domain/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { readCases } from '../cases.ts';
import { articleOfLines } from './article.ts';

const parse = createParser();

/** What a case line may say of an entity before its mentions, each part only if the line does: `name (kind) [roles] of state: `. */
const lineForm =
  /^(?:(?<name>[^[(:|]*?)\s*(?:\((?<kind>\w+)\))?\s*(?:\[(?<roles>[^\]]*)\])?\s*(?:of (?<state>[^:|]+))?: )?(?<mentions>.*)$/;

const written = (doc: Doc, span: CharSpan): string => textOf(doc.article.text, span);

const mentionsOf = (doc: Doc, { mentions }: DocEntity): string =>
  mentions.map(span => written(doc, span)).join(' | ');

const nobodysPronouns = (doc: Doc): string =>
  doc.mentions
    .filter(({ entityId }) => entityId === null)
    .map(mention => written(doc, mention))
    .join(' | ');

function check(doc: Doc, line: string): void {
  if (line.startsWith('nobody: ')) {
    assert.equal(nobodysPronouns(doc), line.slice('nobody: '.length));
    return;
  }
  const { name, kind, roles, state, mentions } = lineForm.exec(line)!.groups!;
  const lists = doc.entities.map(entity => mentionsOf(doc, entity));
  assert.ok(
    lists.includes(mentions!),
    `no entity with the mentions "${mentions}" among\n${lists.join('\n')}`,
  );
  const entity = doc.entities[lists.indexOf(mentions!)]!;
  if (name) assert.equal(entity.name, name);
  if (kind) assert.equal(entity.kind, kind);
  if (roles) assert.equal(entity.roles.map(role => written(doc, role)).join('; '), roles);
  if (state) assert.equal(doc.entities.find(({ id }) => id === entity.ofId)?.name, state);
}

for (const { name, input, expected } of readCases('coreference'))
  test(`who is who in ${name}`, () => {
    const doc = parse(articleOfLines(input));
    for (const line of expected.split('\n')) check(doc, line);
  });
