import type { Story } from '../domain/index.ts';
import { printHtml } from './html/print.ts';
import { printJson } from './json.ts';
import { printMarkdown } from './markdown.ts';
import { type Limits, storyPage } from './story/page.ts';
import { printText, type TextOptions } from './text/print.ts';

export { renderDoc } from './doc.ts';
export { type FindingFormat, type FindingOptions, findingFormats, renderFindings } from './findings/index.ts';
export { renderReading } from './reading.ts';
export type { TextOptions } from './text/print.ts';

/** Every form in which a story is printed. */
export const storyFormats = ['text', 'markdown', 'html', 'json'] as const;
export type StoryFormat = (typeof storyFormats)[number];

/** A person reads a list of a dozen or two; HTML has room for all, and JSON is complete in any case. */
const brief: Limits = { items: 15, rows: 20 };
const whole: Limits = { items: Number.POSITIVE_INFINITY, rows: Number.POSITIVE_INFINITY };

/**
 * The story as a person or a program reads it; ends with a line break.
 * `width` and `colour` matter to `text` only.
 */
export function renderStory(story: Story, format: StoryFormat, options: TextOptions): string {
  switch (format) {
    case 'text':
      return printText(storyPage(story, brief), options);
    case 'markdown':
      return printMarkdown(storyPage(story, brief));
    case 'html':
      return printHtml(storyPage(story, whole), story);
    case 'json':
      return printJson(story);
  }
}
