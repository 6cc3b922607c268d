/**
 * Watches a process from a thread of its own, which goes on while the process is at a file that never ends: it is ended
 * when it holds too much memory, and when the one that started it has gone.
 */
import { Worker } from 'node:worker_threads';

/** Milliseconds between two looks. */
const interval = 200;

/** Plain JavaScript, because a thread has no loader for anything else. */
const code = `
const { writeSync } = require('node:fs');
const { workerData: { memory, parent, words, interval } } = require('node:worker_threads');
const end = () => {
  // The whole group, where the process leads one: with what it has started.
  try { process.kill(-process.pid, 'SIGKILL'); } catch {}
  process.kill(process.pid, 'SIGKILL');
};
setInterval(() => {
  if (process.ppid !== parent) end();
  if (process.memoryUsage.rss() <= memory * 1024 * 1024) return;
  try { writeSync(2, words); } finally { end(); }
}, interval);
`;

/** `memory` in megabytes, all that the process holds; `words` go to stderr before it ends for that. */
export function startWatchdog(memory: number, words: string): void {
  const workerData = { memory, parent: process.ppid, words, interval };
  const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 };
  new Worker(code, { eval: true, workerData, resourceLimits, execArgv: [] }).unref();
}
