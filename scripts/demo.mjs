/** The demo: ingests the sample series, then serves the API and the dashboard. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const siyagha = fileURLToPath(new URL('../bin/siyagha', import.meta.url));

let child;
let stopped = false;

/** Runs a command of the program to its end; returns its exit code, or null if a signal ended it. */
async function run(...args) {
  child = spawn(process.execPath, [siyagha, ...args], { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code;
}

function stop(signal) {
  stopped = true;
  child?.kill(signal);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
// A shell between npm and this process may end without passing the signal on.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) stop('SIGTERM');
}, 500).unref();

const ingested = await run('ingest', 'samples/reports');
if (ingested !== 0 || stopped) process.exit(ingested ?? 1);
process.exit((await run('serve', ...process.argv.slice(2))) ?? 1);
