import type { Context } from 'hono';
import { type Html, html } from '../../report/index.ts';
import type { PageEnv } from './index.ts';

/** What a form sent: one trimmed string a field, with the line ends that were typed: browsers send others. */
export type Filled = Readonly<Record<string, string>>;

export async function filledIn(c: Context<PageEnv>): Promise<Filled> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replace(/\r\n/g, '\n').trim()]] : [],
    ),
  );
}

/** Who corrects: the token’s name, else the name that the person gives. */
export function whoCorrects(c: Context<PageEnv>, { by }: Filled): string {
  const { name, tokenId } = c.get('visitor');
  return (tokenId === null ? by?.slice(0, 100) : name) || name;
}

/** Why somebody corrects, and who it is where no token says it. `id` keeps the fields of several forms apart. */
export const reasonFields = (id: string, asksName: boolean): Html =>
  html`<p class="field wide"><label for="${id}-note">Why (optional)</label> <input id="${id}-note" name="note" maxlength="500"></p>
${asksName ? html`<p class="field"><label for="${id}-by">Your name (optional)</label> <input id="${id}-by" name="by" maxlength="100" autocomplete="name"></p>\n` : null}`;

export type Choice = { readonly value: string; readonly label: string };

/** A field to choose from; its id is its name. `must`: nothing is sent as long as the empty choice stands. */
export const selectField = (field: {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
  readonly must: boolean;
}): Html =>
  html`<p class="field wide"><label for="${field.name}">${field.label}</label> <select id="${field.name}" name="${field.name}"${field.must ? html` required` : null}>${field.choices.map(
    ({ value, label }) =>
      html`<option value="${value}"${value === (field.chosen ?? '') ? html` selected` : null}>${label}</option>\n`,
  )}</select></p>
`;

export const problemNotice = (problem: string | null): Html | null =>
  problem === null ? null : html`<p class="problem" role="alert">${problem}</p>\n`;
