/** The tables that explain normalisation: every row is what `arabic-normalizer` does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Profile, profiles, words } from 'arabic-normalizer';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/settings/index.ts';
import { projectRoot } from '../collection/sample-collection.ts';

const text = readFileSync(join(projectRoot, 'docs', 'explanation', 'normalisation.md'), 'utf8');
const lexicon = loadLexicon();
const tokens = (given: string, profile: Profile) => words(given, profile, { lexicon }).join(' ');

/** Rows of every table after a comment that says how it is checked. */
const rowsOf = (kind: string): string[][] =>
  [...text.matchAll(new RegExp(`<!-- checked: ${kind} -->\\n+\\|.*\\n\\|.*\\n((?:\\|.*\\n)+)`, 'g'))].flatMap(
    ([, rows]) =>
      rows!
        .trim()
        .split('\n')
        .map((row) =>
          row
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
  );

describe('what a text becomes', () => {
  const rows = rowsOf('text, exact, folded, stem');
  it('is shown', () => expect(rows.length).toBeGreaterThan(10));
  it.each(rows)('%s', (given, ...forms) => {
    expect(profiles.map((profile) => tokens(given!, profile))).toEqual(forms);
  });
});

describe('which words meet', () => {
  const rows = rowsOf('equal under');
  it('is shown', () => expect(rows.length).toBeGreaterThan(20));
  it.each(rows)('%s and %s', (one, other, ...meet) => {
    const equal = profiles.map((profile) => tokens(one!, profile) === tokens(other!, profile));
    expect(equal).toEqual(meet.map((cell) => cell === 'yes'));
  });
});
