import type { CharSpan, Statement } from '../../domain/index.ts';
import { covers, overlaps } from '../../domain/index.ts';
import { type Account, spanOf } from '../accounts.ts';
import { isResponse, partsOf, tells } from './statements.ts';
import { hull } from './unit.ts';

/** A content in pieces is told from its first to its last, the cue between them included, unless they stand far apart. */
const farApart = 400;

export function contentSpan({ content }: Statement): CharSpan {
  const near: CharSpan[] = [];
  for (const piece of content)
    if (near.length === 0 || piece.start - near.at(-1)!.end < farApart) near.push(piece);
  return hull(near);
}

/** A piece that is so long tells something of its own. */
const longPiece = 40;

/**
 * What a content in pieces tells: "(the ferry sank), the mayor said, (in what may be the worst accident in years)" tells two
 * things, a quotation with "she said" in it one.
 */
export function contentSpans(statement: Statement): readonly CharSpan[] {
  const { kind, content, cue } = statement;
  const isApart = (piece: CharSpan, index: number) =>
    index === 0 || cue.some(({ start }) => start > content[index - 1]!.end && start < piece.start);
  const tellsMuch = content.every(({ start, end }) => end - start >= longPiece);
  return kind === 'indirect' && content.every(isApart) && tellsMuch ? content : [contentSpan(statement)];
}

/** "that the ferry sank" tells from "the" on. */
export function withoutThat(text: string, { start, end }: CharSpan): CharSpan {
  const that = /^that\s+(?=\S)/i.exec(text.slice(start, end));
  return { start: start + (that?.[0].length ?? 0), end };
}

/** A content that cannot stand by itself is told by its sentence, if nothing else in it is said by somebody. */
export function sayingSpan({ doc, reading, text }: Account, statement: Statement): CharSpan {
  const content = contentSpan(statement);
  const whole = doc.sentences.find(each =>
    statement.content.every(piece => covers(spanOf(doc, each), piece)),
  );
  if (!whole) return content;
  const sentence = afterMainClause(
    text,
    clauseAround(text, spanOf(doc, whole), hull([...statement.cue, content])),
    statement,
  );
  const isOther = (other: Statement) =>
    other !== statement &&
    (isResponse(other) || tells(other)) &&
    partsOf(other).some(part => overlaps(part, sentence)) &&
    !other.content.every(piece => covers(content, piece));
  const others = reading.statements.filter(isOther);
  if (others.length === 0) return { start: sentence.start, end: endWithoutStop(text, sentence) };
  const saying = hull([...statement.cue, content]);
  const isFree = saying.end - saying.start < content.end - content.start + farApart / 4;
  return isFree && !others.some(other => partsOf(other).some(part => overlaps(part, saying)))
    ? withSource(saying, statement)
    : content;
}

/** "(They) described the talks as long" */
function withSource(saying: CharSpan, { source }: Statement): CharSpan {
  const [who] = source?.spans ?? [];
  return who && who.end < saying.start && saying.start - who.end <= 2
    ? { ...saying, start: who.start }
    : saying;
}

/** The part of a sentence between semicolons that holds the words. */
function clauseAround(text: string, { start, end }: CharSpan, words: CharSpan): CharSpan {
  const before = text.slice(start, words.start).lastIndexOf('; ');
  const after = text.slice(words.end, end).indexOf('; ');
  return { start: before < 0 ? start : start + before + 2, end: after < 0 ? end : words.end + after };
}

/** What stands before a comma and one of these is told by itself. */
const joining = /\S{3}.{20,},\s+(?:as|while|after|before|when|and|but|although|though|since|because)\s+$/su;

/** "The summit ends on Friday, as (the mayor praised the deal)": from the source on. */
function afterMainClause(text: string, span: CharSpan, { source, cue, content }: Statement): CharSpan {
  const start = Math.min(...[...(source?.spans ?? []), ...cue, ...content].map(part => part.start));
  return start > span.start && joining.test(text.slice(span.start, start)) ? { ...span, start } : span;
}

const endWithoutStop = (text: string, { end }: CharSpan): number => (text[end - 1] === '.' ? end - 1 : end);
