/** `npm run demo` ends with the process that started it, and its server with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot, temporaryFolder } from '../collection/sample-collection.ts';

const isBuilt = existsSync(join(projectRoot, 'dist', 'siyagha.js'));
if (!isBuilt) console.log('skipped: npm run build makes the program that the demo runs');

let temporary: ReturnType<typeof temporaryFolder>;
let started: ChildProcess | undefined;
beforeEach(() => {
  temporary = temporaryFolder();
});
afterEach(() => {
  // The entire group, in case the demo does not end.
  if (started?.pid !== undefined) {
    try {
      process.kill(-started.pid, 'SIGKILL');
    } catch {
      // It has ended, as it should.
    }
  }
  temporary.remove();
});

/** @returns the process, its output so far, and the address at which the server answers */
async function start(command: string, ...args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const env = { ...process.env, SIYAGHA_DATA: join(temporary.folder, 'data') };
  const child = spawn(command, args, { cwd: projectRoot, env, detached: true });
  started = child;
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the demo ended: ${said}`)));
  });
  return { child, url };
}

const answers = (url: string) =>
  fetch(`${url}/healthz`).then(
    ({ status }) => status === 200,
    () => false,
  );

/** Until the server no longer answers; if it does not stop, the test times out. */
async function gone(url: string): Promise<void> {
  while (await answers(url)) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe.skipIf(!isBuilt || process.platform === 'win32')('the demo', () => {
  it.each([
    ['npm gets SIGTERM', 'SIGTERM', (pid: number) => pid],
    ['somebody presses Ctrl-C, which the entire group gets', 'SIGINT', (pid: number) => -pid],
  ] as const)('ends when %s', async (_, signal, receiver) => {
    const { child, url } = await start('npm', 'run', 'demo', '--', '--port', '0');
    expect(await answers(url)).toBe(true);
    process.kill(receiver(child.pid!), signal);
    await once(child, 'exit');
    await gone(url);
  });

  it('ends when the shell that started it is killed', async () => {
    // The second command prevents the shell from replacing itself with the first.
    const { child, url } = await start('sh', '-c', 'node scripts/demo.mjs --port 0; exit 0');
    expect(await answers(url)).toBe(true);
    child.kill('SIGKILL');
    await gone(url);
  });
});
