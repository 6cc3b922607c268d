/** Renews the command output shown in documents: `npm run build && npx tsx scripts/shown.ts docs/tutorial.md …` */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Checkout, commandsOf, withOutput } from './documents/commands.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin', 'siyagha');
const data = mkdtempSync(join(tmpdir(), 'siyagha-shown-'));
spawnSync(process.execPath, [program, 'ingest', join(root, 'samples', 'reports')], {
  env: { ...process.env, SIYAGHA_DATA: data },
});
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8');
  const checkout = new Checkout({ program, root, data: commandsOf(text).startsEmpty ? undefined : data });
  const run = async (step: Parameters<Checkout['run']>[0]) => {
    const outcome = await checkout.run(step);
    if (outcome.code !== 0)
      console.warn(`${file}: exit code ${outcome.code}: ${step.command}\n${outcome.stderr}`);
    return outcome;
  };
  writeFileSync(file, await withOutput(text, run));
  await checkout.close();
}
rmSync(data, { recursive: true });
