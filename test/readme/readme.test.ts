/** The two READMEs: the commands with which everyone begins. Their output is checked by test/docs/commands.test.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandsOf } from '../../scripts/documents/commands.ts';
import { projectRoot } from '../collection/sample-collection.ts';

const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe.each(['README.md', 'README.ar.md'])('%s', (name) => {
  const text = readFileSync(join(projectRoot, name), 'utf8');

  it('names the main job and the tests', () => {
    const { ofCheckout } = commandsOf(text);
    expect(ofCheckout).toEqual(['npm ci && npm run demo', 'npm ci && npm run check']);
    for (const line of ofCheckout) {
      expect(scripts[/npm run (\w+)/.exec(line)![1]!], line).toBeTruthy();
    }
  });

  it('shows five commands to try, all of which are tested', () => {
    const { steps, left } = commandsOf(text);
    expect(steps.filter(({ output }) => output !== null && output !== '').length).toBeGreaterThanOrEqual(5);
    expect(left).toEqual([]);
  });
});
