export type { Alert } from './alerts/alert.ts';
export type { AlertSink } from './alerts/alerter.ts';
export { atomFolderSink } from './alerts/atom-folder.ts';
export { printSink } from './alerts/print.ts';
export { storyAtom } from './alerts/story-atom.ts';
export { webhookSink } from './alerts/webhook.ts';
export { feedAddress, newFeed } from './feed/new-feed.ts';
export { feedsInOpml } from './feed/opml.ts';
export { createWatcher, type WatchEvent, type Watcher, type WatcherOptions } from './watcher.ts';
