/** The main job in one go: the sample series into the collection, then the API and the dashboard. */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const siyagha = fileURLToPath(new URL('../bin/siyagha', import.meta.url));

const ingest = spawnSync(process.execPath, [siyagha, 'ingest', 'samples/reports'], {
  cwd: root,
  stdio: 'inherit',
});
if (ingest.status !== 0) process.exit(ingest.status ?? 1);

const server = spawn(process.execPath, [siyagha, 'serve', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
