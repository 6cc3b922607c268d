/** The reference pages match what the program says about itself today. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeReference } from '../../scripts/reference/make.ts';
import { describeSettings } from '../../src/settings/index.ts';
import { projectRoot } from '../collection/sample-collection.ts';

it('every setting says what it is', () => {
  const settings = describeSettings();
  for (const { name, description } of settings) expect(description, name).toMatch(/^[A-Z`].{10,}[^.]$/);
});

describe('the reference is up to date (npx tsx scripts/generate.ts writes it)', async () => {
  it.each(Object.entries(await makeReference()))('%s', (name, text) => {
    expect(readFileSync(join(projectRoot, 'docs', 'reference', name), 'utf8')).toBe(text);
  });
});
