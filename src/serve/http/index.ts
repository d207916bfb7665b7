export { createApp } from './app.ts';
export { isLoopbackHost } from './guards/peer.ts';
export { listen } from './listen.ts';
export { defaultSettings, type ServeSettings } from './settings.ts';
export { makeToken } from './tokens.ts';
