/**
 * The bundled evidence (`config/lexicon/forms.tsv`, made by `scripts/evidence.ts`): word forms with their clitics, how
 * often they occur in ten million words, and which form follows which.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Joints } from './joints.ts';
import { PairTable } from './pair-table.ts';

export interface Forms {
  /** Form in `folded` spelling → its index. `#` represents any number. */
  index: Map<string, number>;
  /** By index: occurrences in ten million words. */
  frequency: number[];
  /** Where letters meet inside the forms. */
  joints: Joints;
  /** First and second index → occurrences of the pair in ten million words. */
  pairs: PairTable;
  /** By class of the first word, then of the second: how many times more likely than chance. */
  lift: Float32Array[];
}

const HEADER = '# siyagha forms 2';
const CLASSES = '# classes';
const LEVELS = 80;
const SPAN = 5;

/** A ratio between e⁻⁵ and e⁵ as one printable ASCII character. */
export function liftCharacter(ratio: number): string {
  const level = Math.round(((Math.log(ratio) + SPAN) / (2 * SPAN)) * LEVELS);
  return String.fromCharCode(40 + Math.min(LEVELS, Math.max(0, level)));
}

const liftOf = (code: number): number => Math.exp(((code - 40) / LEVELS) * 2 * SPAN - SPAN);

const none = (): Forms => ({
  index: new Map(),
  frequency: [],
  joints: new Joints(),
  pairs: new PairTable(),
  lift: [],
});

/** @throws SyntaxError with the line number if the text is not such a file */
export function parseForms(text: string): Forms {
  const lines = text.split('\n');
  if (lines[0]?.trim() !== HEADER) throw new SyntaxError(`not a forms file: line 1 must be "${HEADER}"`);
  const forms = none();
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (line === '') continue;
    if (line === CLASSES) {
      forms.lift = lines
        .slice(i + 1)
        .filter((row) => row !== '')
        .map(readLift);
      break;
    }
    const [form, count, followers] = line.split('\t');
    const frequency = Number(count);
    if (!form || !(frequency > 0))
      throw new SyntaxError(`forms line ${i + 1}: expected a form, a tab and a count`);
    forms.index.set(form, i - 1);
    forms.frequency.push(frequency);
    forms.joints.add(form);
    if (followers) readFollowers(forms.pairs, i - 1, followers, i + 1);
  }
  return forms;
}

function readLift(row: string): Float32Array {
  const lift = new Float32Array(row.length);
  for (let i = 0; i < row.length; i++) lift[i] = liftOf(row.charCodeAt(i));
  return lift;
}

function readFollowers(pairs: PairTable, first: number, text: string, line: number): void {
  for (const item of text.split(' ')) {
    const colon = item.indexOf(':');
    const second = Number(item.slice(0, colon));
    const count = Number(item.slice(colon + 1));
    if (colon < 1 || !Number.isInteger(second) || !(count > 0)) {
      throw new SyntaxError(`forms line ${line}: "${item}" is not line:count`);
    }
    pairs.add(first, second, count);
  }
}

let shipped: Forms | undefined;

/** The bundled file, read once; empty evidence if it is not installed. */
export function shippedForms(): Forms {
  if (!shipped) {
    const file = findUpwards(join('config', 'lexicon', 'forms.tsv'));
    shipped = file ? parseForms(readFileSync(file, 'utf8')) : none();
  }
  return shipped;
}

/** This module runs from `src/…` in a checkout and from `dist` when installed: finds the folder above both. */
function findUpwards(path: string): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, path);
    if (existsSync(file)) return file;
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
}
