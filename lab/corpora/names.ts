import { type CharSpan, overlaps, textOf } from '../../src/domain/index.ts';
import type { Name, NameKind } from '../../src/parse/names/finder.ts';
import { createSegmenter } from '../../src/parse/segments.ts';
import { readText } from './files.ts';
import { articleOf } from './plain-article.ts';
import { readSilver, type SilverToken } from './silver.ts';

/** A sentence's words and the names among them. */
export type NamedSentence = { readonly words: readonly string[]; readonly names: readonly Name[] };

/** Sentences that may be read together, because they are of one text. */
export type NamedDocument = { readonly id: string; readonly sentences: readonly NamedSentence[] };

const kindOfTag: Readonly<Record<string, NameKind>> = {
  PER: 'person',
  PERSON: 'person',
  ORG: 'organisation',
  ORGANIZATION: 'organisation',
  LOC: 'place',
  LOCATION: 'place',
  MISC: 'other',
};

/** Reads a file of names by its ending: tables of words (`.tsv`, `.iob2`) or the silver articles (`.jsonl`). */
export const readNames = (file: string): NamedDocument[] =>
  /\.jsonl(\.gz)?$/.test(file) ? readSilverNames(file) : readIob(file);

/** Sentences are separated by blank lines; a row is number, word, tag. A file without documents is one of each sentence. */
function readIob(file: string): NamedDocument[] {
  const documents: { id: string; sentences: NamedSentence[] }[] = [];
  const whole = readText(file);
  const hasDocuments = whole.includes('# newdoc');
  for (const [index, chunk] of whole.split(/\n\s*\n/).entries()) {
    const lines = chunk.split('\n');
    const rows = lines.filter(line => line !== '' && !line.startsWith('# ')).map(line => line.split('\t'));
    if (rows.length === 0) continue;
    if (!hasDocuments || documents.length === 0 || lines.some(line => line.startsWith('# newdoc'))) {
      documents.push({ id: String(index), sentences: [] });
    }
    const tags = rows.map(row => row[2] ?? 'O');
    documents.at(-1)!.sentences.push({ words: rows.map(row => row[1] ?? ''), names: namesOfTags(tags) });
  }
  return documents;
}

/** Names from tags with or without `B-` and `I-`; a run of one tag without them is one name. */
function namesOfTags(tags: readonly string[]): Name[] {
  const names: Name[] = [];
  for (let at = 0; at < tags.length; at++) {
    const kind = kindOfTag[tags[at]!.replace(/^[BI]-/, '')];
    if (!kind) continue;
    const from = at;
    const inside = tags[at]!.replace(/^B-/, 'I-');
    while (tags[at + 1] === inside) at++;
    names.push({ from, to: at + 1, kind });
  }
  return names;
}

/** The silver articles, their names laid over our own tokens; a name that cuts through a token takes all of it. */
function readSilverNames(file: string): NamedDocument[] {
  const segment = createSegmenter();
  return readSilver(file).map(({ file: id, text, sentences }) => {
    const doc = segment(articleOf(id, text));
    const names = sentences.flatMap(silverNames);
    return {
      id,
      sentences: doc.sentences.map(({ from, to }) => {
        const tokens = doc.tokens.slice(from, to);
        return {
          words: tokens.map(token => textOf(text, token)),
          names: names.flatMap(name => layOver(name, tokens)),
        };
      }),
    };
  });
}

function silverNames(sentence: readonly SilverToken[]): (CharSpan & { readonly kind: NameKind })[] {
  return namesOfTags(sentence.map(token => token.nameClass)).map(({ from, to, kind }) => ({
    start: sentence[from]!.start,
    end: sentence[to - 1]!.end,
    kind,
  }));
}

function layOver(name: CharSpan & { readonly kind: NameKind }, tokens: readonly CharSpan[]): Name[] {
  const from = tokens.findIndex(token => overlaps(token, name));
  const to = tokens.findLastIndex(token => overlaps(token, name)) + 1;
  return from < 0 ? [] : [{ from, to, kind: name.kind }];
}

/** Whether a silver article is of the tenth that is never trained on. */
export function isHeldBack(id: string): boolean {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 1_000_003;
  return sum % 10 === 0;
}
