/**
 * A flipped byte, zeroed bytes, or a truncation, in any file of the data folder: the answers are right, or the damage
 * is reported. There is never a wrong answer that `verify` does not detect.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { CollectionError, cases, openCollection } from '../../src/collection/index.ts';
import { loadSettings } from '../../src/settings/index.ts';
import { askCollection, temporaryFolder } from '../collection/sample-collection.ts';
import { full, randomFrom, seed } from './extent.ts';

const rounds = full ? 240 : 12;
const words = [
  'الأسلحة',
  'الصغيرة',
  'الدول',
  'الأعضاء',
  'برنامج',
  'العمل',
  'التنفيذ',
  'الاتجار',
  'غير',
  'المشروع',
];

async function fill(data: string, files: string): Promise<void> {
  mkdirSync(files, { recursive: true });
  const random = randomFrom(7);
  for (let n = 1; n <= 6; n += 1) {
    const lines = Array.from({ length: 30 }, (_, i) => {
      const text = Array.from({ length: 20 }, () => words[Math.floor(random() * words.length)]).join(' ');
      return `${i + 1} - ${text}`;
    });
    writeFileSync(join(files, `A-${n}.txt`), `A/${n}\n${lines.join('\n')}\n`);
  }
  const collection = await openCollection(loadSettings({ SIYAGHA_DATA: data }));
  const { failed } = await collection.intake.files([files], {});
  expect(failed).toEqual([]);
  await collection.close();
}

const questions = [
  [cases.phrases, { q: 'برنامج العمل', limit: '1000' }],
  [cases.phrases, { q: 'الأسلحة * الدول' }],
  [cases.search, { q: 'الاتجار -المشروع', limit: '1000' }],
  [cases.recurring, { id: 'A-3', limit: '1000' }],
  [cases.paragraphs, { id: 'A-2', limit: '1000' }],
  [cases.reports, {}],
] as const;

/** What is said about the intact reports: the answers without time and without the order of the ranking. */
async function answers(collection: Awaited<ReturnType<typeof openCollection>>): Promise<string[]> {
  const all: string[] = [];
  for (const [useCase, parameters] of questions) {
    const body = await askCollection<Record<string, unknown>>(collection, useCase as never, {
      ...parameters,
    });
    const { took_ms: _, degraded: __, engine: ___, hits, ...rest } = body;
    const found = ((hits ?? []) as { paragraph: { id: string } }[])
      .map(({ paragraph }) => paragraph.id)
      .sort();
    all.push(JSON.stringify({ ...rest, found }));
  }
  return all;
}

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

type Spoil = (bytes: Buffer, random: () => number) => Buffer;
const spoils: [string, Spoil][] = [
  [
    'flip',
    (bytes, random) => {
      const at = Math.floor(random() * bytes.length);
      bytes[at] = bytes[at]! ^ (1 << Math.floor(random() * 8));
      return bytes;
    },
  ],
  [
    'zeros',
    (bytes, random) => {
      const at = Math.floor(random() * bytes.length);
      return bytes.fill(0, at, Math.min(at + 512, bytes.length));
    },
  ],
  ['cut', (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length))],
];

test(
  `${rounds} damages of every kind in every file`,
  async () => {
    const { folder, remove } = temporaryFolder();
    const whole = join(folder, 'whole');
    await fill(whole, join(folder, 'files'));
    const settings = (data: string) => loadSettings({ SIYAGHA_DATA: data });
    const sound = await openCollection(settings(whole));
    const expected = await answers(sound);
    await sound.close();
    const files = everyFile(whole).filter((file) => statSync(file).size > 0);
    const random = randomFrom(seed);
    const outcomes = { refused: 0, right: 0, named: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const data = join(folder, `round-${round}`);
      cpSync(whole, data, { recursive: true });
      // Half of them in the store itself; a file gets every kind of damage in turn.
      const file = round % 2 === 0 ? join(whole, 'siyagha.db') : files[Math.floor(random() * files.length)]!;
      const [kind, spoil] = spoils[Math.floor(round / 2) % spoils.length]!;
      const target = join(data, file.slice(whole.length + 1));
      writeFileSync(target, spoil(readFileSync(target), random));
      const what = `seed ${seed}, round ${round}: ${kind} in ${file.slice(whole.length + 1)}`;
      const options = { log: pino({ level: 'silent' }), existing: true };
      try {
        const collection = await openCollection(settings(data), options);
        try {
          const problems = (await collection.verify()).problems;
          const got = await answers(collection);
          const same = got.every((answer, i) => answer === expected[i]);
          if (same) outcomes.right += 1;
          else outcomes.named += 1;
          expect(same || problems.length > 0, what).toBe(true);
        } finally {
          await collection.close();
        }
      } catch (error) {
        if (!(error instanceof CollectionError)) throw new Error(`${what}: ${error}`, { cause: error });
        outcomes.refused += 1;
      }
      rmSync(data, { recursive: true });
    }
    expect(outcomes.refused + outcomes.right + outcomes.named).toBe(rounds);
    if (full) process.stdout.write(`damage: ${JSON.stringify(outcomes)}\n`);
    remove();
  },
  full ? 3_600_000 : 120_000,
);
