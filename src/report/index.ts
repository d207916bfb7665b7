import type { Story } from '../domain/index.ts';
import { printHtml } from './html/print.ts';
import { type StoryLinks, type StoryView, storyView } from './html/story-view.ts';
import { printJson } from './json.ts';
import { printMarkdown } from './markdown.ts';
import { type Limits, storyPage } from './story/page.ts';
import { printText, type TextOptions } from './text/print.ts';

export { accountName } from './account.ts';
export { writtenDate } from './dates.ts';
export { renderDoc } from './doc.ts';
export { type FindingFormat, type FindingOptions, findingFormats, renderFindings } from './findings/index.ts';
export { findingAnchor, viewArticle, wordsAnchor } from './html/article-view.ts';
export type { StoryLinks, StoryView } from './html/story-view.ts';
export { style } from './html/style.ts';
export { type Html, html } from './html/template.ts';
export {
  counted,
  kindLabels,
  stanceLabels,
  standingLabels,
} from './labels.ts';
export { renderReading, statementAnchor } from './reading.ts';
export type { TextOptions } from './text/print.ts';
export { clean, quotable, shorten } from './words.ts';

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

/** The story as the parts of a web page; see `StoryView`. */
export const viewStory = (story: Story, links: StoryLinks): StoryView =>
  storyView(storyPage(story, whole), story, links);
