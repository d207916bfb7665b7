/** What a command works on that is not told otherwise. */
export const defaultStore = 'hearsay.db';
