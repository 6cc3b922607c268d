/**
 * A process killed at any moment of building and merging segments, and two of them on one folder: answers stay right.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { words } from 'arabic-normalizer';
import { expect, test } from 'vitest';
import { openIndexes, phraseAnswer } from '../../src/phrases/index.ts';
import { openStore } from '../../src/store/index.ts';
import { temporaryFolder } from '../store/make.ts';
import { full, randomFrom, seed } from './extent.ts';

const kills = full ? 120 : 5;
const writer = fileURLToPath(new URL('./segment-writer.ts', import.meta.url));
const limit = full ? 3_600_000 : 240_000;

interface Writer {
  child: ChildProcess;
  said(): number[];
  ended: Promise<void>;
}

function start(folder: string, from: number): Writer {
  // A file, not a pipe: a write to it is complete and never waits.
  const log = join(temporaryFolder(), 'said');
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, ['--import', 'tsx', writer, folder, String(from)], {
    stdio: ['ignore', output, 'inherit'],
  });
  closeSync(output);
  return {
    child,
    said: () => readFileSync(log, 'utf8').split('\n').slice(0, -1).map(Number),
    ended: new Promise((done) => child.once('exit', () => done())),
  };
}

async function hasBegun({ child, said }: Writer): Promise<void> {
  while (said().length === 0 && child.exitCode === null) await wait(5);
}

/** Every count equals that from reading all paragraphs, and the folder contains the set and nothing else. */
async function expectRight(folder: string): Promise<void> {
  const store = openStore(folder);
  const notices: string[] = [];
  const indexes = await openIndexes(store, {
    lexicon: new Set<string>(),
    notice: (message) => notices.push(message),
  });
  const { reader } = indexes.current();
  const texts = reader
    .countedReports()
    .flatMap(({ id }) => reader.paragraphs(id).map(({ text }) => words(text)));
  const questions = [
    'في الفقرة 3',
    'من التقرير 7 بشان البند',
    'البند 5',
    ...texts.slice(0, 40).map(([first]) => first!),
  ];
  for (const q of questions) {
    const phrase = words(q).join(' ');
    const expected = texts.reduce(
      (sum, text) => sum + ` ${text.join(' ')} `.split(` ${phrase} `).length - 1,
      0,
    );
    expect(phraseAnswer(indexes.current(), { q }).occurrences, q).toBe(expected);
  }
  await indexes.settled();
  const set = JSON.parse(readFileSync(join(folder, 'phrases', 'set.json'), 'utf8')) as {
    set: { segments: { name: string }[] };
  };
  const named = set.set.segments.map(({ name }) => `${name}.segment`);
  expect(readdirSync(join(folder, 'phrases')).sort()).toEqual([...named, 'set.json'].sort());
  expect(named.length).toBeLessThanOrEqual(10);
  await indexes.close();
  store.close();
  expect(notices).toEqual([]);
}

test(
  `${kills} kills while segments are built and merged: no wrong answer, nothing left behind`,
  async () => {
    const folder = temporaryFolder();
    const random = randomFrom(seed);
    let next = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const running = start(folder, next);
      await hasBegun(running);
      await wait(Math.floor(random() * 300));
      running.child.kill('SIGKILL');
      await running.ended;
      next = Math.max(next, ...running.said()) + 1;
      await expectRight(folder);
    }
  },
  limit,
);

test(
  'two processes that write at once, and one that reads',
  async () => {
    const folder = temporaryFolder();
    openStore(folder).close();
    const both = [start(folder, 0), start(folder, 5000)];
    await Promise.all(both.map(hasBegun));
    const store = openStore(folder, { readOnly: true });
    const indexes = await openIndexes(store, { lexicon: new Set<string>() });
    for (let round = 0; round < (full ? 60 : 6); round += 1) {
      await indexes.refresh();
      const { reader, table } = indexes.current();
      expect(table.reports.map(({ id }) => id)).toEqual(reader.countedReports().map(({ id }) => id));
      const paragraphs = table.reports.reduce((sum, report) => sum + report.paragraphs, 0);
      expect(phraseAnswer(indexes.current(), { q: 'في الفقرة' }).occurrences).toBe(paragraphs);
      await wait(50);
    }
    await indexes.close();
    store.close();
    for (const { child, ended } of both) {
      expect(child.exitCode).toBeNull();
      child.kill('SIGKILL');
      await ended;
    }
    await expectRight(folder);
  },
  limit,
);
