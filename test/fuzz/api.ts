/**
 * The API as tested by schemathesis (on PyPI), from the OpenAPI document: once without a key, once with the admin key,
 * over the sample reports, with every check. `npm run test:api-fuzz [-- --examples 50 --seed 1]`; exit code 1 if it
 * finds anything. SCHEMATHESIS names the program if it is not on PATH.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildProgram } from '../cli/program.ts';
import { cleanSamples } from '../collection/sample-collection.ts';

const { values } = parseArgs({
  options: { examples: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
});
const schemathesis = process.env.SCHEMATHESIS ?? 'schemathesis';
const config = join(dirname(fileURLToPath(import.meta.url)), 'schemathesis.toml');
const key = 'a-key-for-the-fuzz';

/** Starts a server over fresh sample reports and runs schemathesis against it. True if it found nothing. */
async function asked(who: string, headers: readonly string[]): Promise<boolean> {
  const program = await buildProgram();
  await program.json(['ingest', ...cleanSamples]);
  const env = { SIYAGHA_ADMIN_KEY: key, LOG_LEVEL: 'error' };
  const server = program.start(['serve', '--port', '0'], { env });
  server.stderr?.pipe(process.stderr);
  try {
    const [line] = (await once(server.stdout!, 'data')) as [Buffer];
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line.toString())?.[0];
    if (!url) throw new Error(`no address in ${line}`);
    console.log(`${who}: ${url}`);
    const { examples, seed } = values;
    const how = ['--checks', 'all', '--max-examples', examples, '--seed', seed, '--continue-on-failure'];
    const run = spawn(
      schemathesis,
      ['--config-file', config, 'run', `${url}/openapi.json`, ...how, ...headers],
      { stdio: 'inherit', cwd: program.folder },
    );
    const [code] = (await once(run, 'exit')) as [number | null];
    return code === 0;
  } finally {
    server.kill('SIGTERM');
    await once(server, 'close');
    program.remove();
  }
}

const { status, stdout } = spawnSync(schemathesis, ['--version'], { encoding: 'utf8' });
if (status !== 0) {
  console.log('skipped: there is no schemathesis: pip install schemathesis, or set SCHEMATHESIS');
  process.exit(0);
}
console.log(stdout.trim());
const anyone = await asked('anyone', []);
const admin = await asked('with the admin key', ['--header', `Authorization: Bearer ${key}`]);
process.exitCode = anyone && admin ? 0 : 1;
