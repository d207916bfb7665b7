import { setImmediate } from 'node:timers/promises';
import type { Store } from '../../store/index.ts';
import { storyPageOf } from './story-sheet.ts';

const stories = 24;

/**
 * Makes some pages that nobody has asked for, one at a time between requests: the first that a process makes take five
 * times as long as later ones, and no reader should wait for that. Whatever fails is told to whoever asks for it.
 */
export async function warmUp(store: Store, closing: AbortSignal): Promise<void> {
  try {
    const { items } = await store.stories('moved', { limit: stories, after: null });
    for (const { id } of items) {
      if (closing.aborted) return;
      const stored = await store.story(id);
      if (stored) await storyPageOf(store, stored);
      await setImmediate();
    }
  } catch {
    return;
  }
}
