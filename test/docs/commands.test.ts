/** The documents are true: every command in them is run, and the output they show is the complete output. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages } from '../../docs/.vitepress/pages.ts';
import { Checkout, commandsOf, steady } from '../../scripts/documents/commands.ts';
import { buildProgram, type Program } from '../cli/program.ts';
import { projectRoot } from '../collection/sample-collection.ts';

const hasTools = ['bash', 'curl'].every((tool) => spawnSync(tool, ['--version']).status === 0);
if (!hasTools) console.log('bash or curl is not installed: the commands of the documents are not run');

/** Recipes need tools of their own and have their own tests; figures are written by what measures them. */
const elsewhere = /^docs\/(recipes|figures)\/|^docs\/other-tools\.md$/;

const documents = pages()
  .filter((page) => !elsewhere.test(page))
  .map((page) => ({ page, ...commandsOf(readFileSync(join(projectRoot, page), 'utf8')) }));

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
  const { code, stderr } = await program.run(['ingest', join(projectRoot, 'samples', 'reports')]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
afterAll(() => program?.remove());

describe.skipIf(!hasTools)('commands of', () => {
  it.each(documents.filter(({ steps }) => steps.length > 0))(
    '$page',
    async ({ page, steps, startsEmpty }) => {
      const data = startsEmpty ? undefined : program.data;
      const checkout = new Checkout({ program: program.file, root: projectRoot, data });
      try {
        for (const step of steps) {
          const { code, stdout, stderr } = await checkout.run(step);
          const where = `${page}: ${step.command}\n${stderr}`;
          expect(code, where).toBe(0);
          // The document has it as `npx tsx scripts/shown.ts PAGE` writes it.
          if (step.output !== null) expect(steady(stdout + stderr), where).toBe(step.output);
        }
      } finally {
        await checkout.close();
      }
    },
    240_000,
  );
});

it('names existing scripts and files', () => {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const { page, ofCheckout } of documents) {
    for (const line of ofCheckout) {
      for (const [, name] of line.matchAll(/npm run ([\w:-]+)/g))
        expect(scripts, `${page}: ${line}`).toHaveProperty([name!]);
      for (const [, file] of line.matchAll(/npx tsx (\S+)/g)) {
        expect(existsSync(join(projectRoot, file!)), `${page}: ${line}`).toBe(true);
      }
    }
  }
});

it('leaves out few commands, each with a reason', () => {
  const left = documents.flatMap(({ page, left }) => left.map(({ why }) => `${page}: ${why}`));
  const run = documents.flatMap(({ steps }) => steps);
  expect(left.length).toBeLessThan(run.length / 3);
  for (const why of left) expect(why).toMatch(/ needs |another|of your own/);
});
