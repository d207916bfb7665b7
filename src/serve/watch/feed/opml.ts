import { type Opml, parseOpml } from 'feedsmith';

/** The addresses of the feeds in an OPML file, folders and all; null for what is no OPML. */
export function feedsInOpml(text: string): readonly string[] | null {
  try {
    const { body } = parseOpml(text);
    return [...new Set(outlinesIn(body?.outlines ?? []).flatMap(({ xmlUrl }) => xmlUrl?.trim() || []))];
  } catch {
    return null;
  }
}

type Outline = Opml.Outline<string>;

const outlinesIn = (outlines: readonly Outline[]): readonly Outline[] =>
  outlines.flatMap(outline => [outline, ...outlinesIn(outline.outlines ?? [])]);
