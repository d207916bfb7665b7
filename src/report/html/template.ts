/** Markup that is safe to send: made by `html` only, so that no text gets there unescaped. */
export type Html = { readonly markup: string };

type Value = string | number | null | Html | readonly Html[];

/**
 * Markup from a template, in which every string is escaped.
 * @example
 * html`<p title="${title}">${words}</p>`
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let markup = parts[0]!;
  for (let at = 0; at < values.length; at++) markup += markupOf(values[at]!) + parts[at + 1]!;
  return { markup };
}

/** Text of this package that is markup or style already. Never for text of the input. */
export const trusted = (markup: string): Html => ({ markup });

function markupOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  let markup = '';
  for (const each of value) markup += each.markup;
  return markup;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in quoted attributes; what HTML does not allow in a text shows as U+FFFD. */
export const escapeHtml = (text: string): string =>
  isHarmless(text)
    ? text
    : text
        .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}]/gu, '\ufffd')
        .replace(/[&<>"']/g, character => entities[character]!);

/** Most text is, and then nothing has to be replaced; what is beyond the first 65 536 characters is looked at closely. */
const isHarmless = (text: string): boolean => !/[&<>"'\0-\x1f\x7f-\x9f\ud800-\udfff]/.test(text);
