/** The real report end to end: its 39 paragraphs once, and its metadata. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { cases } from '../../src/collection/index.ts';
import { askCollection, cleanSamples, type Opened, openTemporary, projectRoot } from './sample-collection.ts';

const file = join(projectRoot, '../shared/data/seed-report/A-CONF.192-MGE-2011-1.ar.txt');
const present = existsSync(file);
if (!present) console.log('skipped: the seed report is not at ../shared/data/seed-report');

const id = 'A-CONF.192-MGE-2011-1';

describe.skipIf(!present)('the seed report', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openTemporary();
  });
  afterAll(() => opened?.close());

  it('has its 39 numbered paragraphs once, in order, in a dry run, which stores nothing', async () => {
    const { reports, failed } = await opened.collection.intake.dryRun([file], {});
    expect(failed).toEqual([]);
    expect(reports.length).toBe(1);
    const report = reports[0]!;
    expect(report).toMatchObject({
      id,
      symbol: 'A/CONF.192/MGE/2011/1',
      year: 2011,
      date: { from: '2011-05-09', to: '2011-05-13' },
      series: 'small-arms',
      language: 'ar',
      source: { layer: 'logical', format: 'txt' },
    });
    const numbers = report.paragraphs.flatMap((item) =>
      item.kind === 'paragraph' ? (item.number ?? []) : [],
    );
    expect(numbers).toEqual(Array.from({ length: 39 }, (_, i) => i + 1));
    expect((await opened.collection.state()).reports).toBe(0);
  });

  it('is unchanged the second time, and forms its own series next to the samples', async () => {
    const { intake } = opened.collection;
    expect((await intake.files([file], {})).added).toEqual([id]);
    expect((await intake.files([file], {})).unchanged).toEqual([id]);
    await intake.files(cleanSamples, {});
    const series = await askCollection<z.output<typeof cases.series.body>>(
      opened.collection,
      cases.series,
      {},
    );
    const mine = series.items.find((item) => item.id === 'small-arms')!;
    expect(mine.reports).toBe(1);
    expect(mine.meetings.filter((meeting) => meeting.status === 'ingested').map((m) => m.report)).toEqual([
      id,
    ]);
    expect(mine.missing).toBe(mine.meetings.length - 1);
    const samples = series.items.find((item) => item.id === 'shared-rivers')!;
    expect(samples).toMatchObject({ reports: 8, missing: 2, constructed: true, uncatalogued: [] });
    const recurring = await askCollection<z.output<typeof cases.recurring.body>>(
      opened.collection,
      cases.recurring,
      { id, with: cleanSamples.map((each) => each.replace(/^.*\/|\.[a-z]+$/g, '')), min_words: '3' },
    );
    expect(recurring.total).toBeGreaterThan(0);
    for (const phrase of recurring.phrases) {
      expect(phrase.report_count).toBeGreaterThanOrEqual(2);
      expect(phrase.reports.some((report) => report.report === id)).toBe(true);
    }
  });
});
