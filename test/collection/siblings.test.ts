/** Which texts are evidence for a damaged report, and what they do for the sample's. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { words } from 'arabic-normalizer';
import { expect, it } from 'vitest';
import { damage } from '../../bench/repair-damage.ts';
import { alignWords } from '../../bench/repair-score.ts';
import { siblingTexts } from '../../src/collection/siblings.ts';
import { parseReport } from '../../src/ingest/parse.ts';
import { repairVisualText } from '../../src/ingest/repair/index.ts';
import type { Report } from '../../src/report/index.ts';
import { openStore } from '../../src/store/index.ts';
import { amount } from '../amount.ts';
import { makeReport, temporaryFolder } from '../store/make.ts';

const sample = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../samples/${path}`, import.meta.url)), 'utf8');

it('are undamaged reports of its series and language, nearest in years first; without a series, those that have none either', () => {
  const store = openStore(temporaryFolder());
  const put = (symbol: string, series: string | null, year: number | null, more: Partial<Report> = {}) =>
    store.put(makeReport(symbol, [symbol], { series, year, ...more }));
  put('A/2000', 'a', 2000);
  put('A/2010', 'a', 2010);
  put('A/2012', 'a', 2012);
  put('A/none', 'a', null);
  put('A/2011/en', 'a', 2011, { language: 'en' });
  put('A/2009', 'a', 2009, {
    source: { file: 'x.txt', format: 'txt', sha256: '', layer: 'visual', reader: 0 },
  });
  put('B/2011', 'b', 2011);
  put('C/2011', null, 2011);
  const of = (series: string | null) =>
    siblingTexts(makeReport('A/2011', [], { series, year: 2011 }).report, store);
  expect(of('a')).toEqual(['A/2010', 'A/2012', 'A/2000', 'A/none']);
  expect(of('b')).toEqual(['B/2011']);
  expect(of('z')).toEqual([]);
  expect(of(null)).toEqual(['C/2011']);
  store.close();
});

const folder = fileURLToPath(new URL('../../samples/reports', import.meta.url));
const damaged = 'SRO-C.7-2012-9.txt';

/** The texts of the other reports of the series. */
async function theOthers(): Promise<string[]> {
  const texts: string[] = [];
  for (const file of readdirSync(folder).filter((name) => name !== damaged)) {
    const { paragraphs } = await parseReport(readFileSync(`${folder}/${file}`), { file });
    texts.push(...paragraphs.map(({ text }) => text));
  }
  return texts;
}

it('leave at most eight wrong words in the damaged sample', async () => {
  // Its symbol is printed in the page header, its footnote at the foot of the page.
  const placed = (text: string) => /^SRO|أثر ضار ذو شأن/u.test(text);
  const truth = sample(`clean/${damaged}`)
    .split('\n')
    .filter((line) => !placed(line))
    .flatMap((line) => words(line));
  const { blocks } = repairVisualText(sample(`reports/${damaged}`), { siblings: await theOthers() });
  const read = blocks.map(({ text }) => text).filter((text) => !placed(text));
  const { errors, edits } = alignWords(
    truth,
    read.flatMap((text) => words(text)),
  );
  expect(errors, edits.join('\n')).toBeLessThanOrEqual(8);
});

/** What the report says instead of its siblings' agreed wording. */
const differences = [
  { kind: 'another word', said: 'مرة كل شهر على الأقل', instead: 'مرة كل أسبوع على الأقل' },
  {
    kind: 'another verb',
    said: 'وتشجع الدول المشاطئة على أن تتبادل',
    instead: 'وتلزم الدول المشاطئة بأن تتبادل',
  },
  { kind: 'a negation', said: 'أن ترفق بالإخطار', instead: 'ألا ترفق بالإخطار' },
  { kind: 'a negation', said: 'ما يقتضيه اختلاف الحال', instead: 'ما لا يقتضيه اختلاف الحال' },
  {
    kind: 'a number in words',
    said: 'قبل الشروع في التنفيذ بستة أشهر',
    instead: 'قبل الشروع في التنفيذ بتسعة أشهر',
  },
  { kind: 'a number', said: 'في غضون ٦ ساعات', instead: 'في غضون ٤٨ ساعات' },
  {
    kind: 'an extra word',
    said: 'وأن تخطر الأمانة بأسماء جهات',
    instead: 'وأن تخطر الأمانة كتابة بأسماء جهات',
  },
  { kind: 'a missing word', said: 'انتفاعا منصفا ومعقولا حق', instead: 'انتفاعا منصفا حق' },
  {
    kind: 'another order',
    said: 'مناسيب المياه والتصريف وتشغيل الخزانات',
    instead: 'تشغيل الخزانات ومناسيب المياه والتصريف',
  },
];

it('never replace what the report says instead', async () => {
  let text = sample(`clean/${damaged}`);
  for (const { said, instead } of differences) {
    expect(text, said).toContain(said);
    text = text.replace(said, instead);
  }
  const siblings = await theOthers();
  const folded = (part: string) => words(part).join(' ');
  let found = 0;
  const seeds = Array.from({ length: amount(1, 3) }, (_, i) => i + 1);
  for (const seed of seeds) {
    const layer = damage(text.split('\n'), { seed });
    const read = (options: { siblings?: string[] }) =>
      repairVisualText(layer, options)
        .blocks.map((block) => folded(block.text))
        .join(' ');
    const [beside, alone] = [read({ siblings }), read({})];
    for (const { kind, said, instead } of differences) {
      const label = `${kind}, seed ${seed}`;
      expect(beside, label).not.toContain(folded(said));
      if (alone.includes(folded(instead))) expect(beside, label).toContain(folded(instead));
      if (beside.includes(folded(instead))) found++;
    }
  }
  expect(found).toBeGreaterThanOrEqual(seeds.length * differences.length - 1);
});
