import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { test } from 'node:test';
import { ferryStory } from './ferry-story.ts';

const asked = new Set<string>();
registerHooks({
  resolve(specifier, context, next) {
    asked.add(specifier);
    return next(specifier, context);
  },
});

test('report: what draws is loaded for HTML alone, since that takes longer than all else', async () => {
  const { renderStory } = await import('../../src/report/index.ts');
  const drawers = ['@dagrejs/dagre'];
  const loaded = () => drawers.filter(name => asked.has(name));
  for (const format of ['text', 'markdown', 'json'] as const)
    renderStory(ferryStory, format, { width: 80, colour: false });
  assert.deepEqual(loaded(), []);
  renderStory(ferryStory, 'html', { width: 80, colour: false });
  assert.deepEqual(loaded(), drawers);
});
