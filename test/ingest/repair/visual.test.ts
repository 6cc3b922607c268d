import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { words } from 'arabic-normalizer';
import { describe, expect, it } from 'vitest';
import { alignWords } from '../../../bench/repair-score.ts';
import { findLayers } from '../../../src/ingest/readers/text/layers.ts';
import { looksVisual, repairVisualText } from '../../../src/ingest/repair/index.ts';

const layer = [
  '  مقدمة  –أولا   ',
  '',
  'اجتماع مفتـوح لمـدة أسـبوع واحـد في موعـد أقـصاه                 ٦٣/٧٢قـررت الجمعيـة العامـة، في قرارهـا   - ١',
  'A/C.9/2011/3',
  '11-12345 7',
  '  .للأمم المتحدة٢٠١١عام  ',
  '  .الوثائق الرسمية  - ٢  ',
].join('\n');

describe('a visual layer', () => {
  const { blocks, furniture, words: changed } = repairVisualText(layer);

  it('is distinguished from a clean text', () => {
    expect(looksVisual(layer)).toBe(true);
    expect(looksVisual(blocks.map((block) => block.text).join('\n'))).toBe(false);
  });

  it('is not detected in clean headings and ranges of numbers', () => {
    const clean = ['المادة ١ - التعاريف', 'المادة ٢ - النطاق', 'الصفحات ٩ - ١٣', 'المرفق - جدول'];
    expect(looksVisual(clean.join('\n'))).toBe(false);
    const stored = ['مقدمة  -أولا', 'الحضور  -باء', 'عقدت اللجنة دورتها   - ١٣'];
    expect(looksVisual(stored.join('\n'))).toBe(true);
  });

  it('becomes paragraphs, label first, with page furniture removed from their middle', () => {
    expect(blocks.map((block) => block.text.slice(0, 8))).toEqual(['أولا – م', '١ - قررت', '٢ - الوث']);
    expect(furniture).toEqual(['A/C.9/2011/3', '11-12345 7']);
  });

  it('keeps cover lines without Arabic, each by itself and as stored', () => {
    const cover = ['Distr.: General', '15 June 2012', 'Original: French', '  الدورة السادسة'];
    expect(repairVisualText(cover.join('\n')).blocks.map(({ text }) => text)).toEqual(
      cover.map((line) => line.trim()),
    );
  });

  it('keeps a line longer than any printed one as it was stored', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => (i % 3 === 0 ? 'وقررت' : 'اللجنة')).join(' ');
    const { blocks } = repairVisualText(`${layer}\n${long}`);
    expect(blocks.at(-1)).toEqual({ text: long });
    expect(blocks).toHaveLength(4);
  });

  it('puts no comma before a closing bracket', () => {
    const stored = '  .ورحب بها الأعضاء كافة ،)A/C.9/2011/3(نظر الاجتماع في الوثيقة   - ٣';
    expect(repairVisualText(stored).blocks[0]!.text).toBe(
      '٣ - نظر الاجتماع في الوثيقة (A/C.9/2011/3)، ورحب بها الأعضاء كافة.',
    );
  });

  it('does not begin a paragraph after a dash and any word', () => {
    const lines = ['وأدلى ببيان ممثل بوليفيا المتعددة القوميات - دولة', '  .باسم الجماعة'];
    expect(repairVisualText(lines.join('\n')).blocks).toHaveLength(1);
  });

  it('lists its repairs by position, raw letters and kind', () => {
    expect(changed).toBeGreaterThan(5);
    for (const { text, repairs } of blocks) {
      for (const repair of repairs ?? []) {
        expect(repair.kinds.length).toBeGreaterThan(0);
        expect(repair.raw).not.toBe('');
        expect(
          repair.kinds.includes('run_order') || repair.raw !== text.slice(repair.start, repair.end),
        ).toBe(true);
        expect(text.slice(repair.start, repair.end).trim()).not.toBe('');
      }
    }
  });
});

const data = new URL('../../../../shared/data/', import.meta.url);
const present = existsSync(data);
if (!present) console.log('skipped: ../shared/data is missing');

describe('raw letters of a word that was joined and cut', () => {
  it('contain each stored word once', () => {
    const stored = '  .ن والمساعدة الدوليانومواضيع خاصة، منها التعاو';
    const repairs = repairVisualText(stored).blocks[0]?.repairs ?? [];
    expect(repairs.some((repair) => repair.raw.includes('التعاو'))).toBe(true);
    for (const { raw } of repairs) {
      const words = raw.split('…');
      expect(new Set(words).size, raw).toBe(words.length);
    }
  });
});

describe.skipIf(!present)('real texts', () => {
  const read = (path: string) => readFileSync(new URL(path, data), 'utf8');

  it('clean ones do not look visual', () => {
    for (const name of readdirSync(new URL('uae-decrees/text/', data))) {
      expect(looksVisual(read(`uae-decrees/text/${name}`)), name).toBe(false);
    }
    expect(looksVisual(read('un-unpc-devset/UNv1.0.devset.ar'))).toBe(false);
  });

  it('the seed report: at most half a percent of errors from paragraph 1 on', () => {
    const lines = read('seed-report/A-CONF.192-MGE-2011-1.ar.txt').split('\n');
    const { visual, logical } = findLayers(lines, looksVisual);
    const from = (lines: string[]) => lines.slice(lines.findIndex((line) => /^\s*[1١]\s*-/u.test(line)));
    const truth = from(logical.filter((line) => line.trim() !== '')).flatMap((line) => words(line));
    const blocks = repairVisualText(visual.join('\n')).blocks.map((block) => block.text);
    const got = from(blocks).flatMap((line) => words(line));
    expect(alignWords(truth, got).errors / truth.length).toBeLessThan(0.005);
  });
});
