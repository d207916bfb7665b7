import type { Story } from '../domain/index.ts';
import { storyPage } from './story/page.ts';
import { printText, type TextOptions } from './text/print.ts';

export { renderDoc } from './doc.ts';
export { renderReading } from './reading.ts';
export type { TextOptions } from './text/print.ts';

/** Every form in which a story is printed. */
export const storyFormats = ['text', 'markdown', 'html', 'json'] as const;
export type StoryFormat = (typeof storyFormats)[number];

const brief = { items: 15, rows: 12 };

/**
 * The story as a person or a program reads it; ends with a line break.
 * `width` and `colour` matter to `text` only.
 */
export function renderStory(story: Story, format: StoryFormat, options: TextOptions): string {
  switch (format) {
    case 'text':
    case 'markdown':
    case 'html':
      return printText(storyPage(story, brief), options);
    case 'json':
      return `${JSON.stringify(story, null, 2)}\n`;
  }
}
