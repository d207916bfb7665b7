/** Elements whose content is no text of an article. */
const dropped = new Set(['style', 'svg', 'noscript', 'iframe', 'template', 'object', 'canvas', 'math']);

/** Elements without an end, or whose end tag is often left out: how many are open says nothing of depth. */
const shallow = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'],
  ...['html', 'head', 'body', 'p', 'li', 'dt', 'dd', 'option'],
  ...['tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'colgroup'],
]);

/** Deeper than pages of news are (about 30). Finding the article costs depth times length: 4,000 levels took 5 s. */
const deepest = 100;

/** A page that is ready to be parsed, and about how many nodes it then has. */
export type Markup = { readonly html: string; readonly nodes: number };

type Tag = {
  readonly name: string;
  readonly isEnd: boolean;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly attributes: string;
};

/**
 * Takes out of a page what is never article text (scripts other than JSON-LD, styles, comments), and the tags, not the
 * text, that are nested deeper than any article. One pass, linear in the page's length, whatever its markup.
 */
export function lightenMarkup(page: string): Markup {
  const kept: string[] = [];
  const endOfElement = elementEnds(page);
  let [from, depth] = [0, 0];
  const drop = (start: number, end: number): void => {
    kept.push(page.slice(from, start));
    from = end;
  };
  for (let tag = nextTag(page, 0), end = 0; tag; tag = nextTag(page, end)) {
    const isRaw = !tag.isEnd && (tag.name === 'script' || tag.name === '!--' || dropped.has(tag.name));
    end = isRaw ? endOfElement(tag) : tag.end;
    const isNested = !shallow.has(tag.name) && !isRaw;
    if (isNested && tag.isEnd) depth = Math.max(0, depth - 1);
    if (isRaw ? !isJsonLd(tag) : isNested && depth >= deepest) drop(tag.start, end);
    if (isNested && !tag.isEnd) depth++;
  }
  const html = kept.join('') + page.slice(from);
  return { html, nodes: html.match(/<(?!\/)|&/g)?.length ?? 0 };
}

const isJsonLd = ({ name, attributes }: Tag): boolean => name === 'script' && /ld\+json/i.test(attributes);

function nextTag(page: string, from: number): Tag | null {
  const opening = /<(?:(!--)|(\/?)([a-zA-Z][^\s/>]*))/g;
  opening.lastIndex = from;
  const match = opening.exec(page);
  if (!match) return null;
  const [whole, comment, slash, name = ''] = match;
  const rest = match.index + whole.length;
  const end = comment ? rest : endOfTag(page, rest);
  const attributes = comment ? '' : page.slice(rest, end - 1);
  return {
    name: comment ?? name.toLowerCase(),
    isEnd: slash === '/',
    start: match.index,
    end,
    attributes,
  };
}

/** After the `>` that is in no quotation marks; after any `>` where the marks are not closed. */
function endOfTag(page: string, from: number): number {
  let quote = '';
  for (let at = from; at < page.length; at++) {
    const unit = page.charAt(at);
    if (quote === unit) quote = '';
    else if (quote === '' && (unit === '"' || unit === "'")) quote = unit;
    else if (quote === '' && unit === '>') return at + 1;
  }
  const any = page.indexOf('>', from);
  return any < 0 ? page.length : any + 1;
}

/** Where an element ends whose content is not looked at; where its end tag is missing, it is the tag alone. */
function elementEnds(page: string): (tag: Tag) => number {
  const withoutEnd = new Set<string>();
  return ({ name, end }) => {
    if (withoutEnd.has(name)) return end;
    const closing = name === '!--' ? /-->/g : new RegExp(`</${name}\\s*>`, 'gi');
    closing.lastIndex = name === '!--' ? end - 2 : end;
    if (closing.exec(page)) return closing.lastIndex;
    withoutEnd.add(name);
    return end;
  };
}
