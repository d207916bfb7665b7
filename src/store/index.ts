export { backupStore } from './backup.ts';
export { CursorProblem } from './cursor.ts';
export { demandStore, openStore } from './open.ts';
export { StoreProblem } from './problem.ts';
export { shownAddress } from './shown-address.ts';
export { sourceKey } from './sources.ts';
export type * from './store.ts';
export { roles } from './store.ts';
