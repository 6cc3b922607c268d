import { describe, expect, it } from 'vitest';
import { inOrderSet, type Placed } from '../../src/compare/align/order.ts';
import { compareReports } from '../../src/compare/index.ts';
import { type Line, reportOf } from './texts.ts';

/** Tries every order-preserving set: greatest weight, then earliest in `other`. */
function heaviestByTrying(pairs: readonly Placed[]): boolean[] {
  let best: number[] = [];
  let most = -1;
  for (let set = 0; set < 1 << pairs.length; set++) {
    const chosen = pairs.map((_, p) => p).filter((p) => (set >> p) & 1);
    if (chosen.some((p, n) => n > 0 && pairs[p]!.base < pairs[chosen[n - 1]!]!.base)) continue;
    const weight = chosen.reduce((sum, p) => sum + pairs[p]!.weight, 0);
    const differ = chosen.findIndex((p, n) => p !== best[n]);
    const earlier = differ >= 0 && (best[differ] === undefined || chosen[differ]! < best[differ]!);
    if (weight < most || (weight === most && !earlier)) continue;
    most = weight;
    best = chosen;
  }
  return pairs.map((_, p) => best.includes(p));
}

const compared = (base: readonly Line[], other: readonly Line[]) =>
  compareReports(reportOf('A', base), reportOf('B', other)).changes;
const moved = (base: readonly Line[], other: readonly Line[]) =>
  compared(base, other)
    .filter((change) => change.moved)
    .map(({ base, other }) => `${base.join('+')} ${other.join('+')}`);

describe('what moved', () => {
  it('is what the best of all order-preserving sets leaves out', () => {
    let state = 5;
    const below = (limit: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return (state >>> 8) % limit;
    };
    for (let round = 0; round < 300; round++) {
      const size = 1 + below(9);
      const bases = Array.from({ length: size }, (_, n) => n * 2).sort(() => below(3) - 1);
      const pairs = bases.map((base, other) => ({ base, other, weight: 1 + below(4) }));
      expect(inOrderSet(pairs), JSON.stringify(pairs)).toEqual(heaviestByTrying(pairs));
    }
  });

  const formula = 'نشر النص في الجريدة الرسمية بالرقم الصحيح';
  const others = [
    'تقدم الحكومة تقريرا سنويا إلى المجلس عن أعمال الرقابة',
    'تحدد اللائحة التنفيذية رسوم الترخيص ومدته وشروط تجديده',
    'تلتزم المنشأة بحفظ السجلات خمس سنوات من تاريخ القيد',
    'لا يجوز التنازل عن الرخصة إلا بموافقة الوزارة',
  ];

  it('does not include equal paragraphs of which one was reworded and one removed', () => {
    const reworded = 'نشر النص في الجريدة بالرقم الصحيح كاملا';
    const base = others.flatMap((line) => [line, formula]);
    for (let at = 1; at < base.length; at += 2) {
      const other = base.map((line, n) => (n === at ? reworded : line)).filter((_, n) => n !== 5 || at === 5);
      expect(moved(base, other), `reworded at ${at}`).toEqual([]);
      expect(moved(other, base), `reworded at ${at}, swapped`).toEqual([]);
    }
  });

  it('includes an item that took the number of its new place, not a formula that cites another law', () => {
    const item = (number: number) => `${number}- إدارة الطرق والجسور`;
    const [a, b, c, d] = others as [string, string, string, string];
    expect(moved([item(4), a, b, c, d], [a, b, c, item(9), d])).toEqual(['A:1 B:4']);
    const cited = (number: number, year: number, what: string) =>
      `وعلى القانون الاتحادي رقم ${number} لسنة ${year} في شأن ${what}`;
    const before = cited(14, 2014, 'مكافحة الأمراض السارية');
    const after = cited(8, 1995, 'المواد المخدرة');
    const preamble = [cited(1, 1972, 'اختصاصات الوزارات'), cited(5, 1985, 'المعاملات المدنية')];
    const changes = compared([...preamble, before, a, b, c, d], [...preamble, a, b, c, after, d]);
    expect(changes.filter(({ change }) => change !== 'identical').map(({ change }) => change)).toEqual([
      'removed',
      'added',
    ]);
  });
});
