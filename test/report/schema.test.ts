import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { blockKinds, differenceKinds, sourceKinds, stances, standings } from '../../src/domain/index.ts';
import { createPipeline } from '../../src/pipeline.ts';
import { renderStory } from '../../src/report/index.ts';
import { ferryStory } from './ferry-story.ts';
import { hostileStory } from './hostile-story.ts';

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../docs/${name}.schema.json`, import.meta.url), 'utf8'));
const [storySchema, readingSchema] = [schemaOf('story'), schemaOf('reading')];
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
ajv.addSchema(readingSchema, 'reading.schema.json');
const isStory = ajv.compile(storySchema);

const options = { width: 80, colour: false };

/** The story of the example accounts, made by the whole pipeline. */
function exampleStory() {
  const folder = new URL('../../examples/iran-musk-meeting/', import.meta.url);
  const { read, story } = createPipeline();
  const names = readdirSync(folder).filter(name => /^\d.*\.md$/.test(name));
  const results = names.sort().map(name => read({ name, bytes: readFileSync(new URL(name, folder)) }));
  return story(results.flatMap(result => (result.ok ? [result.article] : [])));
}

for (const [name, story] of [
  ['invented', ferryStory],
  ['hostile', hostileStory],
  ['example', exampleStory()],
] as const)
  test(`schema: the ${name} story in JSON keeps to it`, () => {
    assert.ok(story.accounts.length > 2);
    const valid = isStory(JSON.parse(renderStory(story, 'json', options)));
    assert.deepEqual(valid ? [] : isStory.errors, []);
  });

test('schema: a story with a part missing, or one too many, does not keep to it', () => {
  const { cast, ...without } = ferryStory;
  assert.equal(isStory(without), false);
  assert.equal(isStory({ ...ferryStory, castList: cast }), false);
});

test('schema: JSON is the story itself', () => {
  assert.deepEqual(JSON.parse(renderStory(hostileStory, 'json', options)), hostileStory);
});

test('schema: it lists the kinds that the types list', () => {
  const { $defs: reading } = readingSchema;
  const { $defs: story } = storySchema;
  assert.deepEqual(reading.sourceKind.enum, sourceKinds);
  assert.deepEqual(reading.stance.enum, stances);
  assert.deepEqual(reading.block.properties.kind.enum, blockKinds);
  assert.deepEqual(story.difference.properties.kind.enum, differenceKinds);
  assert.deepEqual(story.standing.properties.kind.enum, standings);
});
