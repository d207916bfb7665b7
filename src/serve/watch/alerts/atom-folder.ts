import { join } from 'node:path';
import type { Store } from '../../../store/index.ts';
import type { AlertSink } from './alerter.ts';
import { storyAtom } from './story-atom.ts';

const mostEntries = 100;

/** Keeps an Atom feed of each story whose claims change standing in a folder. `write` puts a whole file in place at once. */
export const atomFolderSink = (
  store: Store,
  folder: string,
  write: (file: string, text: string) => void,
): AlertSink => ({
  name: `atom ${folder}`,
  async send({ storyId }) {
    const story = await store.story(storyId);
    if (story === null) return { ok: true }; // merged into another, whose feed goes on
    const changes = await store.latestChanges({ storyId, kind: 'standing', limit: mostEntries });
    try {
      write(join(folder, `${encodeURIComponent(storyId)}.atom`), storyAtom(story, changes, null));
      return { ok: true };
    } catch (error) {
      return { ok: false, reason: error instanceof Error ? error.message : String(error), isLasting: false };
    }
  },
});
