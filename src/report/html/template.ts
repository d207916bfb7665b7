/** Markup that is safe to send: made by `html` only, so that no text gets there unescaped. */
export type Html = { readonly markup: string };

type Value = string | number | null | Html | readonly Html[];

/**
 * Markup from a template, in which every string is escaped.
 * @example
 * html`<p title="${title}">${words}</p>`
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: parts.map((part, at) => part + markupOf(values[at] ?? null)).join(''),
});

/** Text of this package that is markup or style already. Never for text of the input. */
export const trusted = (markup: string): Html => ({ markup });

function markupOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
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
  text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}]/gu, '\ufffd')
    .replace(/[&<>"']/g, character => entities[character]!);
