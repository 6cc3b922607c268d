/** More than two texts: variants, wording history, templates, collation. */

import { words } from 'arabic-normalizer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompareError, collateReports, wordingHistory } from '../../src/compare/index.ts';
import { bestWindow, sayingWindow } from '../../src/compare/passage.ts';
import { amount } from '../amount.ts';
import { type Line, reportOf, sampleReports, variantsBetween } from './texts.ts';

const lcs = (a: readonly (string | number)[], b: readonly (string | number)[]): number => {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++) next.push(x === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row[b.length]!;
};

describe('variants', () => {
  it('gives the nearest of every other report, like an exhaustive search', () => {
    const reports = sampleReports().map(({ text }) => text);
    const [target, ...others] = [reports[3]!, reports[0]!, reports[6]!];
    const paragraphs = variantsBetween(target!, others);
    expect(paragraphs.map((p) => p.paragraph)).toEqual(target!.paragraphs.map((p) => p.id));
    paragraphs.forEach(({ nearest }, i) => {
      const own = words(target!.paragraphs[i]!.text);
      others.forEach((other) => {
        const best = Math.max(
          ...other.paragraphs.map((p) => {
            const theirs = words(p.text);
            return (2 * lcs(own, theirs)) / (own.length + theirs.length);
          }),
        );
        const found = nearest.find((n) => n.report === other.report.id);
        expect(found?.similarity ?? 0).toBeCloseTo(best, 10);
      });
    });
  });

  it('among equals, prefers the same text, then the same kind', () => {
    const target = reportOf('A', [{ text: 'شؤون الدول', kind: 'item' }]);
    const other = reportOf('B', ['شئون الدول', 'شؤون الدول']);
    expect(variantsBetween(target, [other])[0]!.nearest[0]!.paragraph).toBe('B:2');
    const kinds = reportOf('B', ['شؤون الدول', { text: 'شؤون الدول', kind: 'item' }]);
    expect(variantsBetween(target, [kinds])[0]!.nearest[0]!.paragraph).toBe('B:2');
  });

  it('is the one found by an exhaustive search in order of preference, and none below the minimum', () => {
    const word = fc.constantFrom('الدول', 'شؤون', 'شئون', 'في', 'سلاح', 'السلاح', '12');
    const line = fc.record({
      text: fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
      kind: fc.constantFrom('paragraph' as const, 'item' as const),
    });
    const lines = fc.array(line, { maxLength: 9 });
    fc.assert(
      fc.property(lines, lines, lines, fc.constantFrom(0, 0.4, 0.8, 1), (a, b, c, least) => {
        const [target, ...others] = [a, b, c].map((given: Line[], n) => reportOf('ABC'[n]!, given));
        const answer = variantsBetween(target!, others, { minSimilarity: least });
        target!.paragraphs.forEach((own, at) => {
          const wanted = others.flatMap(({ paragraphs }) => {
            const ranked = paragraphs
              .map((p, n) => {
                const [x, y] = [words(own.text), words(p.text)];
                const similarity = x.length + y.length === 0 ? 0 : (2 * lcs(x, y)) / (x.length + y.length);
                const apart = Math.abs(n / paragraphs.length - at / a.length);
                return {
                  p,
                  similarity,
                  order: [-similarity, +(p.text !== own.text), +(p.kind !== own.kind), apart],
                };
              })
              .filter(({ similarity }) => similarity > 0 && similarity >= least);
            ranked.sort((x, y) => {
              const k = x.order.findIndex((value, n) => value !== y.order[n]);
              return k < 0 ? 0 : x.order[k]! - y.order[k]!;
            });
            return ranked.slice(0, 1).map(({ p, similarity }) => ({ paragraph: p.id, similarity }));
          });
          expect(answer[at]!.nearest.map(({ paragraph, similarity }) => ({ paragraph, similarity }))).toEqual(
            wanted,
          );
        });
      }),
      { numRuns: amount(40, 300) },
    );
  });

  it('compares each with its own references, whatever else has the same text', () => {
    const text = 'وعرض الرئيس ورقته الوثيقة الأولى هنا';
    const cited: Line = { text, references: [{ type: 'document', symbol: 'x', start: 18, end: 25 }] };
    const [answer] = variantsBetween(
      reportOf('A', [
        {
          text: text.replace('الوثيقة', 'النشرة'),
          references: [{ type: 'document', symbol: 'y', start: 18, end: 24 }],
        },
      ]),
      [reportOf('B', [text]), reportOf('C', [cited]), reportOf('D', [text])],
    );
    const { nearest } = answer!;
    expect(nearest.map(({ change }) => change)).toEqual(['reworded', 'details', 'reworded']);
    expect(nearest.map(({ diff }) => new Set(diff.flatMap(({ other }) => other?.paragraph ?? [])))).toEqual(
      ['B:1', 'C:1', 'D:1'].map((id) => new Set([id])),
    );
  });
});

describe('passages', () => {
  it('are the best of all windows', () => {
    const ids = (most: number) => fc.array(fc.nat(6), { minLength: 1, maxLength: most });
    fc.assert(
      fc.property(ids(8), ids(18), (anchor, text) => {
        let best = 0;
        for (let from = 0; from < text.length; from++)
          for (let to = from + 1; to <= text.length; to++)
            best = Math.max(best, (2 * lcs(anchor, text.slice(from, to))) / (anchor.length + to - from));
        const found = bestWindow(Int32Array.from(anchor), Int32Array.from(text));
        expect(found?.similarity ?? 0).toBeCloseTo(best, 10);
        if (found) {
          const inside = text.slice(found.from, found.to);
          expect(lcs(anchor, inside)).toBe(found.common);
        }
      }),
      { numRuns: amount(50, 400) },
    );
  });
});

describe('passages on the same subject', () => {
  it('are the best window of those that share enough of the anchor’s rarer words', () => {
    const ids = (most: number) => fc.array(fc.nat(6), { minLength: 1, maxLength: most });
    const worth = [0, 0.3, 1, 2, 4, 7, 9];
    fc.assert(
      fc.property(ids(7), ids(16), fc.constantFrom(5, 12, Infinity), (anchor, text, enough) => {
        const says = new Map(anchor.map((id) => [id, worth[id]!]));
        const sum = (list: readonly number[]) => list.reduce((all, id) => all + worth[id]!, 0);
        const shared = (window: readonly number[]) => {
          const left = [...window];
          return anchor.filter((id) => {
            const at = left.indexOf(id);
            if (at >= 0) left.splice(at, 1);
            return at >= 0;
          });
        };
        let best = 0;
        for (let from = 0; from < text.length; from++)
          for (let to = from + 1; to <= text.length; to++) {
            const window = text.slice(from, to);
            const both = shared(window);
            if (sum(both) < Math.min(sum(anchor) / 2, enough)) continue;
            const saying = (list: readonly number[]) => list.filter((id) => worth[id]! > 0).length;
            if (saying(both) < Math.max(1, Math.min(2, saying(anchor)))) continue;
            best = Math.max(best, (2 * lcs(anchor, window)) / (anchor.length + window.length));
          }
        const found = sayingWindow(Int32Array.from(anchor), Int32Array.from(text), { says, enough });
        // Windows with a similarity of less than a half are never versions and are not looked for.
        if (best >= 0.5) expect(found?.similarity).toBeCloseTo(best, 10);
        else expect(found?.similarity ?? 0).toBeLessThan(0.5);
      }),
      { numRuns: amount(75, 600) },
    );
  });
});

describe('wording history', () => {
  const opening = (session: string, place: string, days: string, year: number) =>
    `عقدت اللجنة دورتها ${session} في ${place} في الفترة من ${days} أيار/مايو ${year}.`;
  const reports = [
    reportOf('R08', ['مقدمة', opening('الرابعة', 'عمان', '12 إلى 16', 2008)], 2008),
    reportOf('R10', ['مقدمة', 'لم تنعقد دورة في هذه السنة'], 2010),
    reportOf('R12', [`وبدعوة من الحكومة ${opening('السادسة', 'تونس', '21 إلى 25', 2012)}`], 2012),
  ];

  it('gives a version or a gap per report, each compared with the one before', () => {
    const body = wordingHistory({ paragraph: reports[0]!.paragraphs[1]! }, reports);
    expect(body.versions.map((v) => [v.report, v.paragraph, v.change])).toEqual([
      ['R08', 'R08:2', null],
      ['R10', null, null],
      ['R12', 'R12:1', 'reworded'],
    ]);
    expect(body.gaps).toEqual([{ report: 'R10', year: 2010 }]);
    expect(body.versions[0]!.similarity).toBe(1);
  });

  it('gives only the passage for a phrase, with its own offsets', () => {
    const body = wordingHistory({ text: 'دورتها الرابعة في عمان في الفترة من 12 إلى 16' }, reports);
    expect(body.versions.map((v) => v.text)).toEqual([
      'دورتها الرابعة في عمان في الفترة من 12 إلى 16',
      null,
      'دورتها السادسة في تونس في الفترة من 21 إلى 25',
    ]);
    expect(body.versions[2]!.change).toBe('reworded');
    expect(
      body.template.map((part) =>
        part.type === 'word' ? part.text : `[${part.values.map(({ text }) => text).join('|')}]`,
      ),
    ).toEqual([
      'دورتها',
      '[الرابعة|السادسة]',
      'في',
      '[عمان|تونس]',
      'في',
      'الفترة',
      'من',
      '[12|21]',
      'إلى',
      '[16|25]',
    ]);
  });

  it('has no version that shares only particles: a passage must share rarer words', () => {
    const texts = [
      reportOf('R08', ['الاتجار غير المشروع بالأسلحة', 'في غير أوقات الجلسات'], 2008),
      reportOf('R10', ['مراقبون عن دول غير أعضاء', 'وممثلو منظمات غير حكومية'], 2010),
    ];
    const says = (word: string) => (word === 'غير' ? 0.2 : 3);
    const body = wordingHistory({ text: 'الاتجار غير المشروع' }, texts, { rarity: { says, enough: 10 } });
    expect(body.versions.map(({ text }) => text)).toEqual(['الاتجار غير المشروع', null]);
    expect(body.wordings).toBe(1);
  });

  it('says what is wrong with an anchor that cannot be searched for', () => {
    expect(() => wordingHistory({ text: ' ؛ ' }, reports)).toThrow(CompareError);
    expect(() => wordingHistory({ text: 'كلمة '.repeat(200_000) }, reports)).toThrow(/5000/);
  });

  it('follows the changing wording through the sample series', () => {
    const series = sampleReports();
    const at = series[2]!.keys.indexOf('data.exchange');
    const body = wordingHistory(
      { paragraph: series[2]!.text.paragraphs[at]! },
      series.map(({ text }) => text),
    );
    expect(body.versions.map((v) => v.paragraph)).toEqual(
      series.map(({ text, keys }) => text.paragraphs[keys.indexOf('data.exchange')]!.id),
    );
    const slots = body.template.filter((part) => part.type === 'slot');
    expect(slots.every((slot) => slot.values.length === series.length)).toBe(true);
  });
});

describe('templates', () => {
  it('are words that every version has in order, and together with the slots reproduce every version', () => {
    const vocabulary = ['قرر', 'المجلس', 'في', 'دورته', 'أن', 'يحيط', 'علما', 'بالتقرير'];
    const version = fc.array(fc.constantFrom(...vocabulary), { minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        const all = [a, b, c].map((text, n) => reportOf(`R${n}`, [text.join(' ')], 2000 + n));
        const { versions, template } = wordingHistory({ paragraph: all[0]!.paragraphs[0]! }, all);
        for (const { report, text } of versions) {
          if (text === null) continue;
          const told = template.map((part) =>
            part.type === 'word' ? part.text : part.values.find((value) => value.report === report)!.text,
          );
          expect(told.filter((piece) => piece !== '').join(' ')).toBe(text);
        }
      }),
    );
  });
});

describe('template words', () => {
  it('are printed as most versions print them', () => {
    const texts = ['شئون الدولة', 'شؤون الدولة', 'شؤون الدولة'];
    const all = texts.map((text, n) => reportOf(`R${n}`, [text], 2000 + n));
    const { template, wordings } = wordingHistory({ paragraph: all[0]!.paragraphs[0]! }, all);
    expect(template).toEqual([
      { type: 'word', text: 'شؤون' },
      { type: 'word', text: 'الدولة' },
    ]);
    expect(wordings).toBe(1);
  });
});

describe('collation', () => {
  it('has a row per paragraph and a column per report', () => {
    const body = collateReports([
      reportOf('A', ['وسم الأسلحة عند الصنع', 'حفظ السجلات لدى الدول']),
      reportOf('B', [
        'وسم الأسلحة عند الصنع والاستيراد',
        'التعاون الدولي والمساعدة',
        'حفظ السجلات لدى الدول',
      ]),
      reportOf('C', ['التعاون الدولي والمساعدة', 'حفظ السجلات لدى الدول كلها']),
    ]);
    expect(body.rows.map(({ cells }) => cells.map((cell) => cell?.paragraphs.join('+') ?? null))).toEqual([
      ['A:1', 'B:1', null],
      [null, 'B:2', 'C:1'],
      ['A:2', 'B:3', 'C:2'],
    ]);
    expect(body.rows[2]!.cells.map((cell) => cell!.change)).toEqual([null, 'identical', 'reworded']);
  });

  it('has every paragraph once', () => {
    const reports = sampleReports().map(({ text }) => text);
    const body = collateReports(reports);
    reports.forEach((report, column) => {
      const ids = body.rows.flatMap(({ cells }) => cells[column]?.paragraphs ?? []);
      expect([...ids].sort()).toEqual(report.paragraphs.map((p) => p.id).sort());
    });
  });

  it('takes 200 reports and refuses more', () => {
    const report = reportOf('A', ['وسم الأسلحة عند الصنع']);
    expect(collateReports(Array.from({ length: 200 }, () => report)).rows).toHaveLength(1);
    expect(() => collateReports(Array.from({ length: 201 }, () => report))).toThrow(/200/);
  });
});
