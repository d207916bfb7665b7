export { createApp } from './app.ts';
export { type Listening, listen } from './listen.ts';
export { defaultSettings, type ServeSettings } from './settings.ts';
export type { Visitor, VisitorEnv } from './visitor.ts';
