/** The HTTP API: `serve` starts it, `createApp` gives the Hono app for tests. */
export { type AppOptions, createApp } from './app.ts';
export { type Server, serve } from './serve.ts';
