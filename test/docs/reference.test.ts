/** The pages of the reference are what the program says of itself today. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeReference } from '../../scripts/reference/make.ts';
import { projectRoot } from '../collection/sample-collection.ts';

describe('the reference is up to date (npx tsx scripts/generate.ts writes it)', async () => {
  it.each(Object.entries(await makeReference()))('%s', (name, text) => {
    expect(readFileSync(join(projectRoot, 'docs', 'reference', name), 'utf8')).toBe(text);
  });
});
