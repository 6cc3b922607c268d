/** Starts a pool thread. */
import { Worker } from 'node:worker_threads';
import type { ThreadData } from './messages.ts';

/** Maximum heap of a thread, in MB, not counting indexes and finished answers. */
const memory = 1024;

/**
 * In the bundle, the worker is a file next to this one; run from source it is TypeScript, which its thread must first
 * learn to load.
 */
export function startThread(workerData: ThreadData): Worker {
  const options = {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 16 },
  };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./answers-worker.js', import.meta.url), options);
  const tsx = import.meta.resolve('tsx/esm/api');
  const worker = new URL('./worker.ts', import.meta.url).href;
  const start = `import('${tsx}').then((tsx) => { tsx.register(); return import('${worker}'); })`;
  return new Worker(start, { ...options, eval: true });
}
