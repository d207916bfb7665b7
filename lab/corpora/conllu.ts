import type { CharSpan } from '../../src/domain/index.ts';
import { readText } from './files.ts';

/**
 * A syntactic word of a treebank, with its place in the paragraph's text. The words of a multiword token ("cannot")
 * share out its letters; where a word is not written out there ("its" for "it 's"), they do so as well as can be.
 */
export type ConlluWord = CharSpan & {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head in `ConlluSentence.words`; -1 for the root. */
  readonly head: number;
  /** With its subtype: `nsubj:pass`. */
  readonly relation: string;
};

/** A sentence's words, and where it lies in the paragraph's text. */
export type ConlluSentence = CharSpan & { readonly id: string; readonly words: readonly ConlluWord[] };

/** A paragraph as it was written, as far as `SpaceAfter` tells. */
export type ConlluParagraph = { readonly text: string; readonly sentences: readonly ConlluSentence[] };

export type ConlluDocument = { readonly id: string; readonly paragraphs: readonly ConlluParagraph[] };

/** The documents of a CoNLL-U file. Empty nodes and enhanced dependencies are left out. */
export function readConllu(file: string): ConlluDocument[] {
  const documents: { id: string; paragraphs: { text: string; sentences: ConlluSentence[] }[] }[] = [];
  for (const chunk of readText(file).split(/\n\s*\n/)) {
    const lines = chunk.split('\n');
    const comments = lines.filter(line => line.startsWith('#'));
    const rows = lines.filter(line => /^\d/.test(line)).map(line => line.split('\t'));
    if (rows.length === 0) continue;
    const newDocument = commentValue(comments, 'newdoc id');
    if (newDocument !== undefined || documents.length === 0)
      documents.push({ id: newDocument ?? '', paragraphs: [] });
    const { paragraphs } = documents.at(-1)!;
    if (paragraphs.length === 0 || comments.some(line => /^# newpar( |$)/.test(line)))
      paragraphs.push({ text: '', sentences: [] });
    const paragraph = paragraphs.at(-1)!;
    const { text, words } = layOut(rows, paragraph.text.length);
    const trimmed = text.trimEnd();
    const start = paragraph.text.length;
    paragraph.sentences.push({
      id: commentValue(comments, 'sent_id') ?? '',
      start,
      end: start + trimmed.length,
      words,
    });
    paragraph.text += text;
  }
  return documents;
}

const commentValue = (comments: readonly string[], key: string): string | undefined =>
  comments.find(line => line.startsWith(`# ${key} = `))?.slice(key.length + 5);

/** The text of a sentence's rows, with the white space that follows it, and its words from `start` on. */
function layOut(rows: readonly (readonly string[])[], start: number): { text: string; words: ConlluWord[] } {
  const words: ConlluWord[] = [];
  let text = '';
  for (let at = 0; at < rows.length; ) {
    const row = rows[at]!;
    const id = row[0]!;
    if (id.includes('.')) {
      at++;
      continue;
    }
    const [first, last] = id.split('-').map(Number) as [number, number?];
    const parts = last === undefined ? [row] : rows.slice(at + 1, at + 2 + last - first);
    const written = row[1]!;
    const forms = parts.map(part => part[1]!);
    const spans = shareOut(written, forms);
    for (const [index, part] of parts.entries()) words.push(wordOf(part, start + text.length, spans[index]!));
    text += written + (row[9]!.split('|').includes('SpaceAfter=No') ? '' : ' ');
    at += last === undefined ? 1 : parts.length + 1;
  }
  return { text, words };
}

const wordOf = (row: readonly string[], offset: number, span: CharSpan): ConlluWord => ({
  start: offset + span.start,
  end: offset + span.end,
  form: row[1]!,
  lemma: row[2]!,
  upos: row[3]!,
  xpos: row[4]!,
  head: Number(row[6]) - 1,
  relation: row[7]!,
});

/** The part of `written` that each form has, none of them empty as long as there are letters enough. */
function shareOut(written: string, forms: readonly string[]): CharSpan[] {
  const spans: CharSpan[] = [];
  let start = 0;
  for (const [index, form] of forms.entries()) {
    const room = written.length - (forms.length - 1 - index);
    const end = index === forms.length - 1 ? written.length : Math.min(start + form.length, room);
    spans.push({ start, end });
    start = end;
  }
  return spans;
}
