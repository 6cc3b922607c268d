/** Mutated files are given to the parser as by an ingest; records the result for each. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IngestError, IsolatedParser } from '../../src/ingest/index.ts';
import { anywhere, type Mutate } from './bytes.ts';
import { type Input, inputs } from './inputs.ts';
import { inMarkup, inText } from './markup.ts';
import { inPdf } from './pdf.ts';
import { type Random, randomFrom } from './random.ts';
import { inZip } from './zip.ts';

const own: Record<string, Record<string, Mutate>> = {
  '.pdf': inPdf,
  '.docx': inZip,
  '.odt': inZip,
  '.html': inMarkup,
  '.txt': inText,
  '.doc': {},
};

export interface Outcome {
  /** The same number and seed give the same file. */
  number: number;
  extension: string;
  mutation: string;
  /** `read`, or the code of the failure; null for a failure without one. */
  code: string | null;
  message: string;
  ms: number;
}

export interface RoundOptions {
  seed: number;
  /** Numbers of the files to make, from 0. */
  numbers: readonly number[];
  wide: boolean;
  /** Maximum milliseconds for one file. */
  time: number;
  /** Megabytes. */
  memory: number;
  onOutcome?: (outcome: Outcome) => void;
}

/** Half of the damage is general, half specific to the format. */
function mutated(byExtension: Map<string, Input[]>, random: Random) {
  const extension = random.pick([...byExtension.keys()]);
  const { bytes } = random.pick(byExtension.get(extension)!);
  const known = own[extension]!;
  const kinds = Object.keys(known).length > 0 && random.int(2) === 0 ? known : anywhere;
  const mutation = random.pick(Object.keys(kinds));
  return { extension, mutation, bytes: kinds[mutation]!(bytes, random) };
}

export async function round(options: RoundOptions): Promise<Outcome[]> {
  const { seed, numbers, time, memory, onOutcome } = options;
  const byExtension = inputs(options.wide);
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const parser = new IsolatedParser({ catalogue: [], lexicon: new Map() }, { time: () => time, memory });
  const outcomes: Outcome[] = [];
  const one = async (number: number) => {
    const { extension, mutation, bytes } = mutated(byExtension, randomFrom(seed * 1_000_003 + number));
    const file = `f${number}${extension}`;
    const path = join(folder, file);
    writeFileSync(path, bytes);
    const began = performance.now();
    const found = await parser.parse(path, { file }).then(
      () => ({ code: 'read', message: '' }),
      (error: unknown) => ({
        code: error instanceof IngestError ? error.code : null,
        message: String((error as Error).message),
      }),
    );
    rmSync(path);
    const outcome = { number, extension, mutation, ...found, ms: performance.now() - began };
    outcomes.push(outcome);
    onOutcome?.(outcome);
  };
  try {
    // Two at a time, as many as there are processes: waiting does not count as reading.
    const waiting = [...numbers];
    const lane = async () => {
      for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) await one(n);
    };
    await Promise.all([lane(), lane()]);
  } finally {
    await parser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return outcomes.sort((a, b) => a.number - b.number);
}
