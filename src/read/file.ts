import { decode } from './decode.ts';
import { type Draft, emptyText, finish, type ReadOptions, type ReadResult } from './draft.ts';
import { type Format, formatOf } from './format.ts';
import { readPage } from './html/index.ts';
import { readMarkdown } from './markdown.ts';
import { readPlain } from './plain.ts';
import { type Failure, failure } from './problems.ts';
import { readArticleRecord } from './record.ts';
import { isTooLarge, tooLarge } from './size.ts';

/** `name` is the file's, with or without folders; empty or `-` where there is none. */
export type ReadInput = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Reads one account from the bytes of a file: plain text, Markdown, a web page or one JSON object, told apart by content
 * and, where that does not settle it, by the name's ending. Never throws on odd bytes.
 */
export function readArticle({ name, bytes }: ReadInput, options: ReadOptions = {}): ReadResult {
  if (isTooLarge(bytes.length)) return tooLarge();
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded;
  if (text.trim() === '') return emptyText();
  const format = formatOf(text, name);
  if (format === 'json') return readJson(text, options);
  const drafted = readFormat(format, text);
  return drafted.ok ? finish(withOutlet(drafted.draft, name), null, options) : drafted;
}

function readFormat(format: Exclude<Format, 'json'>, text: string): { ok: true; draft: Draft } | Failure {
  switch (format) {
    case 'plain':
      return { ok: true, draft: readPlain(text) };
    case 'markdown':
      return { ok: true, draft: readMarkdown(text) };
    case 'html':
      return readPage(text);
    case 'xml':
      return failure('wrong-format', 'XML, not an article: a feed perhaps', 'give the article’s own page');
    case 'web-archive':
      return failure('wrong-format', 'a web archive (MHTML)', 'save the page as HTML only');
  }
}

function readJson(text: string, options: ReadOptions): ReadResult {
  try {
    return readArticleRecord(JSON.parse(text), options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure('broken-json', `broken JSON: ${reason}`, 'check that the file is whole');
  }
}

/** A reader calls an account without an outlet by its file's name. */
function withOutlet(draft: Draft, name: string): Draft {
  const outlet = draft.facts.outlet ?? nameWithoutEnding(name);
  return { ...draft, facts: { ...draft.facts, outlet } };
}

function nameWithoutEnding(name: string): string | null {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last === '-' ? null : last.replace(/(?<=.)\.[^.\s]{1,8}$/, '') || null;
}
