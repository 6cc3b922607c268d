/** Doubt in diffs, changes, versions and exports, compared with a word-by-word definition. */
import { tokenize } from 'arabic-normalizer';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareToDocx } from '../../src/compare/export/docx.ts';
import {
  type Change,
  collateReports,
  compareReports,
  compareToHtml,
  type DiffPart,
  type ReportText,
  wordingHistory,
} from '../../src/compare/index.ts';
import type { Paragraph, Span } from '../../src/report/index.ts';
import { amount } from '../amount.ts';
import { type Line, reportOf, variantsBetween } from './texts.ts';

/** `~word~` is in doubt. */
function line(marked: string): { text: string; doubts: Span[] } {
  let text = '';
  const doubts: Span[] = [];
  marked.split('~').forEach((piece, n) => {
    if (n % 2 === 1) doubts.push([text.length, text.length + piece.length]);
    text += piece;
  });
  return { text, doubts };
}

const reportFrom = (id: string, lines: readonly string[]) => reportOf(id, lines.map(line));

/** Differing parts as `was>now`, with a `?` after the doubtful ones. */
function told(base: string, other: string): { parts: string[]; doubtful: boolean } {
  const [a, b] = [reportFrom('A', [base]), reportFrom('B', [other])];
  const change = compareReports(a, b).changes[0]!;
  const cut = (range: DiffPart['base'], of: ReportText) =>
    range ? of.paragraphs[0]!.text.slice(range.start, range.end) : '';
  return {
    parts: change.diff
      .filter(({ op }) => op !== 'equal')
      .map((part) => `${cut(part.base, a)}>${cut(part.other, b)}${part.doubtful ? '?' : ''}`),
    doubtful: change.doubtful,
  };
}

describe('a part of a diff', () => {
  const cases: [string, string, string, string[], boolean][] = [
    [
      'is doubtful when its words on one side are',
      'وأكد ~أهميه~ التعاون الدولي',
      'وأكد ضرورة التعاون الدولي',
      ['أهميه>ضرورة?'],
      true,
    ],
    ['on either side', 'وأكد أهمية التعاون الدولي', 'وأكد ~ضروره~ التعاون الدولي', ['أهمية>ضروره?'], true],
    [
      'not when only some of them are',
      'عقدت في بيروت ~الكيرى~ أول دورة',
      'عقدت في جنيف العاصمة أول دورة',
      ['بيروت الكيرى>جنيف العاصمة'],
      false,
    ],
    [
      'an insertion next to a doubtful word',
      'تدعو الدول ~الأعصاء~ إلى التنفيذ الكامل',
      'تدعو الدول الأعضاء إلى التنفيذ الكامل الفوري',
      ['الأعصاء>الأعضاء?', '>الفوري'],
      false,
    ],
    [
      'a deletion next to a doubtful word',
      'تدعو الدول جميعا إلى التنفيذ',
      'تدعو الدول ~إلى~ التنفيذ',
      ['جميعا>?'],
      true,
    ],
    ['a doubtful insertion', 'تدعو الدول إلى التنفيذ', 'تدعو الدول ~كلها~ إلى التنفيذ', ['>كلها?'], true],
    ['nothing that is certain', 'وأكد أهمية التعاون', 'وأكد ضرورة التعاون', ['أهمية>ضرورة'], false],
    ['nothing in equal texts', 'وأكد ~أهمية~ التعاون', 'وأكد ~أهمية~ التعاون', [], false],
  ];
  it.each(cases)('%s', (_, base, other, parts, doubtful) => {
    expect(told(base, other)).toEqual({ parts, doubtful });
  });
});

const word = fc.constantFrom(
  'الدول',
  'الأسلحة',
  'في',
  'على',
  'وقرر',
  'فقرر',
  'شؤون',
  'شئون',
  '12',
  'ﷺ',
  'التعاون',
);
const doubtedLine = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', '، '), fc.boolean(), fc.boolean()), { maxLength: 12 })
  .map((pieces): Line => {
    let text = '';
    const doubts: Span[] = [];
    for (const [word, gap, doubted, joined] of pieces) {
      const start = text.length;
      text += word;
      const last = doubts.at(-1);
      // Adjacent doubts may be one range.
      if (doubted && joined && last && text.slice(last[1], start).trim() === '') last[1] = text.length;
      else if (doubted) doubts.push([start, text.length]);
      text += gap;
    }
    return { text, doubts };
  });
const twoReports = fc
  .tuple(
    fc.array(doubtedLine, { maxLength: 6 }),
    fc.array(doubtedLine, { maxLength: 6 }),
    fc.array(fc.nat(5), { maxLength: 5 }),
  )
  .map(([a, b, kept]) => {
    const mixed = [...b];
    for (const k of kept) if (a[k]) mixed.splice(k, 0, a[k]);
    return [reportOf('A', a), reportOf('B', mixed)] as const;
  });

interface Word {
  paragraph: string;
  start: number;
  end: number;
  doubted: boolean;
}

function wordsOf(paragraphs: readonly Paragraph[]): Word[] {
  return paragraphs.flatMap(({ id, text, doubts }) =>
    tokenize(text, 'exact').map(({ start, end }) => ({
      paragraph: id,
      start,
      end,
      doubted: doubts.some(([from, to]) => from <= start && end <= to),
    })),
  );
}

/** Whether a part is doubtful, by the definition; `gap` is how many words of the empty side came before. */
function isDoubtful(part: DiffPart, base: Word[], other: Word[], gap: number): boolean {
  const inside = (words: Word[], range: NonNullable<DiffPart['base']>) =>
    words.filter(
      ({ paragraph, start, end }) =>
        paragraph === range.paragraph && range.start <= start && end <= range.end,
    );
  const sides = [part.base && inside(base, part.base), part.other && inside(other, part.other)];
  if (sides.some((words) => words?.every(({ doubted }) => doubted))) return true;
  const across = part.base === null ? base : part.other === null ? other : null;
  return across !== null && [across[gap - 1], across[gap]].some((word) => word?.doubted === true);
}

function check(change: Pick<Change, 'diff' | 'doubtful'>, base: Word[], other: Word[]): void {
  const seen = { base: 0, other: 0 };
  const count = (words: Word[], range: DiffPart['base']) =>
    range
      ? words.filter((w) => w.paragraph === range.paragraph && range.start <= w.start && w.end <= range.end)
          .length
      : 0;
  for (const part of change.diff) {
    const gap = part.base === null ? seen.base : seen.other;
    expect(part.doubtful, JSON.stringify(part)).toBe(isDoubtful(part, base, other, gap));
    seen.base += count(base, part.base);
    seen.other += count(other, part.other);
  }
}

const differing = (diff: readonly DiffPart[]) => diff.filter(({ op }) => op !== 'equal');

describe('doubt', () => {
  it('follows the definition, in every part and change of two reports', () => {
    fc.assert(
      fc.property(twoReports, ([base, other]) => {
        const { changes, summary } = compareReports(base, other);
        const named = (report: ReportText, ids: readonly string[]) =>
          ids.map((id) => report.paragraphs.find((p) => p.id === id)!);
        for (const change of changes) {
          const [was, now] = [wordsOf(named(base, change.base)), wordsOf(named(other, change.other))];
          check(change, was, now);
          if (change.base.length > 0 && change.other.length > 0) {
            const parts = differing(change.diff);
            expect(change.doubtful).toBe(parts.length > 0 && parts.every(({ doubtful }) => doubtful));
          } else {
            const all = [...was, ...now];
            const doubted = all.filter((w) => w.doubted).length;
            expect(change.doubtful).toBe(all.length > 0 && doubted >= all.length / 2);
          }
        }
        expect(summary.doubtful).toBe(changes.filter(({ doubtful }) => doubtful).length);
      }),
      { numRuns: amount(50, 400) },
    );
  });

  it('is the same in variants, versions and collations', () => {
    fc.assert(
      fc.property(twoReports, ([base, other]) => {
        const texts = new Map([...base.paragraphs, ...other.paragraphs].map((p) => [p.id, p]));
        const rule = (diff: readonly DiffPart[]) => {
          const parts = differing(diff);
          return parts.length > 0 && parts.every(({ doubtful }) => doubtful);
        };
        for (const { paragraph, nearest } of variantsBetween(base, [other]))
          for (const variant of nearest) {
            check(variant, wordsOf([texts.get(paragraph)!]), wordsOf([texts.get(variant.paragraph)!]));
            expect(variant.doubtful).toBe(rule(variant.diff));
          }
        for (const { cells } of collateReports([base, other]).rows)
          for (const cell of cells) {
            if (cell === null) continue;
            expect(cell.doubtful).toBe(cell.change === null ? null : rule(cell.diff));
          }
        const anchor = base.paragraphs.find(
          ({ text }) => wordsOf([{ ...base.paragraphs[0]!, text }]).length > 0,
        );
        if (!anchor) return;
        for (const version of wordingHistory({ paragraph: anchor }, [base, other]).versions)
          expect(version.doubtful).toBe(version.change === null ? null : rule(version.diff));
      }),
      { numRuns: amount(25, 150) },
    );
  });
});

describe('exports', () => {
  const [a, b] = [
    reportFrom('A', [
      'وأكد ~أهميه~ التعاون الدولي في المنطقة',
      'فقرة ~حذفت كلها~',
      'عقدت الدورة الأولى في بيروت',
    ]),
    reportFrom('B', ['وأكد ضرورة التعاون الدولي في المنطقة', 'عقدت الدورة الأولى في جنيف']),
  ];
  const body = compareReports(a, b);

  it('counts the doubtful ones separately', () => {
    expect(body.changes.map(({ change, doubtful }) => [change, doubtful])).toEqual([
      ['reworded', true],
      ['removed', true],
      ['reworded', false],
    ]);
    expect(body.summary).toMatchObject({ reworded: 2, removed: 1, doubtful: 2 });
  });

  it('highlights them in the Word document, under a name of their own', async () => {
    const xml = strFromU8(unzipSync(await compareToDocx(body, a, b, { author: 'م' }))['word/document.xml']!);
    const runs = [
      ...xml.matchAll(/<w:(?:ins|del) [^>]*w:author="([^"]*)"[^>]*>(<w:r>.*?<\/w:r>)<\/w:(?:ins|del)>/gs),
    ];
    const marked = runs
      .filter(([, , run]) => run!.includes('<w:highlight w:val="yellow"/>'))
      .map(([, author, run]) => [author, /<w:(?:t|delText)[^>]*>([^<]*)</.exec(run!)![1]]);
    expect(marked).toEqual([
      ['م (قراءة غير مؤكدة)', 'أهميه'],
      ['م (قراءة غير مؤكدة)', 'ضرورة'],
      ['م (قراءة غير مؤكدة)', 'فقرة حذفت كلها'],
    ]);
    expect(runs.filter(([, author]) => author === 'م')).toHaveLength(2);
  });

  it('marks them on the page, and says how many', () => {
    const html = compareToHtml(body, a, b);
    expect(
      [...html.matchAll(/<(?:del|ins) class="doubtful">(.*?)<\/(?:del|ins)>/g)].map((m) => m[1]),
    ).toEqual(['أهميه', 'ضرورة', 'فقرة حذفت كلها']);
    expect(html).toContain('<dt>قراءة غير مؤكدة:</dt> <dd>2</dd>');
    expect(html).toContain('إعادة صياغة، قراءة غير مؤكدة');
  });
});
