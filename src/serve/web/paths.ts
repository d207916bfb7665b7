/** Where the pages of things are whose ids come from outside: they may hold anything. */

export const articlePath = (id: string): string => `/articles/${encodeURIComponent(id)}`;

export const sourcePath = (key: string): string => `/sources/${encodeURIComponent(key)}`;
