import assert from 'node:assert/strict';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import { renderStory } from '../../src/report/index.ts';
import { escapeMarkdown } from '../../src/report/markdown.ts';
import { expectedFile } from './expected.ts';
import { ferryStory } from './ferry-story.ts';
import { hostileStory } from './hostile-story.ts';

const options = { width: 80, colour: false };

test('markdown report: a story is as expected', () => {
  const printed = renderStory(ferryStory, 'markdown', options);
  assert.equal(printed, expectedFile('story.md', printed));
});

test('markdown report: words of the accounts are never marks', () => {
  const printed = renderStory(hostileStory, 'markdown', options);
  const read = new MarkdownIt({ html: true, linkify: true }).render(printed);
  assert.doesNotMatch(read, /<(?:script|img|b|i|a|code|table|del)\b/);
  assert.match(read, /“&lt;script&gt;&amp;/);
  assert.match(read, /<strong>- &lt;i&gt;�\[1m\*Coast\*<\/strong>/);
});

const escapes = [
  ['*bold* _it_', '\\*bold\\* \\_it\\_'],
  ['[a](b) ![c](d)', '\\[a\\](b) !\\[c\\](d)'],
  ['<b>&amp;', '\\<b\\>\\&amp;'],
  ['a | b ~ c # d', 'a \\| b \\~ c \\# d'],
  ['https://a.example www.a.example x@a.example', 'https\\://a.example www\\.a.example x\\@a.example'],
  ['C:\\new `x`', 'C:\\\\new \\`x\\`'],
] as const;

for (const [text, escaped] of escapes)
  test(`markdown report: ${text} is escaped`, () => assert.equal(escapeMarkdown(text), escaped));
