/** A process that cannot stop by itself, because its work never returns, is ended from another thread. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

test('a process that exceeds its memory outside the heap, in one go', async () => {
  const watchdog = new URL('../../src/ingest/watchdog.ts', import.meta.url).href;
  const script = `
    import { startWatchdog } from '${watchdog}';
    startWatchdog(400, 'too much\\n');
    const kept = [];
    const until = Date.now() + 60_000;
    while (Date.now() < until) if (kept.length < 100) kept.push(Buffer.alloc(16 * 1024 * 1024, 1));`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', script];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
  expect(said).toBe('too much\n');
});
