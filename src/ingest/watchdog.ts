/**
 * Watches a process from a separate thread, which keeps running while the process is busy with a file that never ends:
 * the process is ended if it uses too much memory, or if its parent has exited.
 */
import { Worker } from 'node:worker_threads';

/** Milliseconds between two checks. */
const interval = 200;

/** Plain JavaScript, because a thread has no loader for anything else. */
const code = `
const { writeSync } = require('node:fs');
const { workerData: { memory, parent, words, interval } } = require('node:worker_threads');
const end = () => {
  // The whole group, if the process leads one, including what it has started.
  try { process.kill(-process.pid, 'SIGKILL'); } catch {}
  process.kill(process.pid, 'SIGKILL');
};
setInterval(() => {
  if (process.ppid !== parent) end();
  if (process.memoryUsage.rss() <= memory * 1024 * 1024) return;
  try { writeSync(2, words); } finally { end(); }
}, interval);
`;

/**
 * `memory`: maximum total memory of the process in megabytes; `words` are written to stderr before it ends for that
 * reason.
 */
export function startWatchdog(memory: number, words: string): void {
  const workerData = { memory, parent: process.ppid, words, interval };
  const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 };
  new Worker(code, { eval: true, workerData, resourceLimits, execArgv: [] }).unref();
}
