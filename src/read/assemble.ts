import type { Block, BlockKind } from '../domain/index.ts';
import { isLabel } from './block-kinds.ts';
import type { Draft } from './draft.ts';
import type { Facts } from './facts.ts';
import { sameWords } from './title.ts';

/** A block of a marked-up article, as clean text. */
export type Part = {
  readonly kind: BlockKind;
  readonly text: string;
  /** Wholly bold: where it is short, it is a heading. */
  readonly isBold: boolean;
};

/**
 * Makes the text of a marked-up article: its title first, if it has one, then the parts, with a blank line between two,
 * and list items on lines of their own. Parts that say the title again at the top are left out.
 */
export function assemble(parts: readonly Part[], facts: Facts): Draft {
  const body = facts.title === null ? parts : withoutTitle(parts, facts.title);
  const title: readonly Part[] =
    facts.title === null ? [] : [{ kind: 'title', text: facts.title, isBold: false }];
  let text = '';
  const blocks: Block[] = [];
  for (const [index, part] of [...title, ...body.map(asHeading)].entries()) {
    const isNextItem = part.kind === 'list-item' && blocks[index - 1]?.kind === 'list-item';
    if (index > 0) text += isNextItem ? '\n' : '\n\n';
    blocks.push({ start: text.length, end: text.length + part.text.length, kind: part.kind });
    text += part.text;
  }
  return { text, blocks, facts };
}

const withoutTitle = (parts: readonly Part[], title: string): readonly Part[] =>
  parts.filter((part, index) => index > 2 || !sameWords(part.text, title));

/** A short bold line is a heading where something follows. */
function asHeading(part: Part, index: number, parts: readonly Part[]): Part {
  const headsBody = part.isBold && index + 1 < parts.length && isLabel(part.text);
  return part.kind === 'paragraph' && headsBody ? { ...part, kind: 'heading' } : part;
}
