import { type Html, html } from '../../report/index.ts';
import type { Store } from '../../store/index.ts';
import { emptiedStory } from '../http/emptied-story.ts';

/** A story that a person names beyond those of a list. `id` is the field’s; its name is `address` in every form. */
export const storyAddressField = (id: string, typed: string): Html =>
  html`<p class="field wide"><label for="${id}">or the story of this address or id, which goes before the choice above</label> <input id="${id}" name="address" value="${typed}" maxlength="2000" autocomplete="off" autocapitalize="none" spellcheck="false"></p>
`;

/** The id of a story whose address or id was typed: the one that it goes on as, where it was merged; null for none. */
export async function storyNamed(store: Store, typed: string): Promise<string | null> {
  const id = idIn(typed);
  const entry = id === null ? null : await store.storyEntry(id);
  if (entry === null) return null;
  const emptied = await emptiedStory(store, entry);
  if (emptied === null) return entry.id;
  return emptied.into === null ? null : storyNamed(store, emptied.into);
}

/** Of a page of a story, or its JSON, on whatever name the server goes by; else the words themselves. */
function idIn(typed: string): string | null {
  const inPath = /\/stories\/([^/?#\s]+)/.exec(typed)?.[1];
  if (inPath === undefined) return /^[^/?#\s]+$/.test(typed) ? typed : null;
  try {
    return decodeURIComponent(inPath);
  } catch {
    return null;
  }
}
