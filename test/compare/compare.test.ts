/** Two reports side by side: kinds of change, moves, splits, order, and what must hold for any two reports. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Change,
  type CompareBody,
  compareReports,
  type DiffPart,
  type ReportText,
} from '../../src/compare/index.ts';
import { amount } from '../amount.ts';
import { type Line, reportOf } from './texts.ts';

const common = 'وأكد المشاركون أهمية التعاون الدولي في مجال مراقبة الأسلحة الصغيرة';

function compareLines(base: readonly Line[], other: readonly Line[]): CompareBody {
  return compareReports(reportOf('A', base), reportOf('B', other));
}

/** `A1>B1 identical`, one line per change. */
function shape(body: CompareBody): string[] {
  const short = (ids: string[]) => ids.map((id) => id.replace(':', '')).join('+');
  return body.changes.map(
    (c) =>
      `${short(c.base)}>${short(c.other)} ${c.change}${c.moved ? ' moved' : ''}${c.punctuation ? ' marks' : ''}`,
  );
}

function rebuild(
  text: string,
  parts: readonly DiffPart[],
  side: 'base' | 'other',
  paragraph: string,
): string {
  let out = '';
  let at = 0;
  for (const part of parts) {
    const range = part[side];
    if (!range || range.paragraph !== paragraph) continue;
    expect(range.start).toBeGreaterThanOrEqual(at);
    expect(range.end).toBeGreaterThan(range.start);
    out += text.slice(at, range.start) + text.slice(range.start, range.end);
    at = range.end;
  }
  return out + text.slice(at);
}

describe('kinds of change', () => {
  const cases: [string, string, string][] = [
    [common, common, 'identical'],
    ['مسؤولية الدول عن شؤون الأمن', 'مسئولية الدول عن شئون الأمن', 'orthographic'],
    [
      'الدورة الثالثة المعقودة في 12 أيار/مايو 2008',
      'الدورة السابعة المعقودة في 14 حزيران/يونيه 2010',
      'details',
    ],
    ['وعملا بالقرار 63/72 المتعلق بالاجتماع', 'وعملا بالقرار 65/64 المتعلق بالاجتماع', 'details'],
    [
      'عقدت اللجنة دورتها الثالثة والستين في نيويورك',
      'عقدت اللجنة دورتها الخامسة والسبعين في نيويورك',
      'details',
    ],
    ['الموافق 17 ذو الحجة 1393 هـ', 'الموافق 3 جمادى الآخرة 1394 هـ', 'details'],
    ['اتفاق ذو أثر في الطرف الآخر', 'اتفاق أثر في الطرف', 'reworded'],
    ['وأشار المجلس إلى الدورة الأولى وبالثالثة', 'وأشار المجلس إلى الدورة الأولى وللرابعة', 'details'],
    ['يوم الاثنين تعقد اللجنة اجتماعها المقبل', 'يوم الخميس تعقد اللجنة اجتماعها المقبل', 'details'],
    [common, common.replace('أهمية', 'ضرورة'), 'reworded'],
    [`${common} في 2008`, `${common.replace('أهمية', 'ضرورة')} في 2010`, 'reworded'],
  ];
  it.each(cases)('%s → %s is %s', (base, other, kind) => {
    expect(compareLines([base], [other]).changes.map((c) => c.change)).toEqual([kind]);
  });

  it('treats changes inside a reference as details', () => {
    const line = (symbol: string): Line => {
      const text = `وعرض الرئيس ورقته (${symbol}) على الاجتماع`;
      const start = text.indexOf(symbol);
      return { text, references: [{ type: 'document', symbol, start, end: start + symbol.length }] };
    };
    const [base, other] = [line('A/CONF.192/L.1'), line('A/CONF.193/CRP.2/Rev.1')];
    expect(shape(compareLines([base], [other]))).toEqual(['A1>B1 details']);
    expect(shape(compareLines([base], [{ text: other instanceof Object ? other.text : other }]))).toEqual([
      'A1>B1 reworded',
    ]);
  });

  it('says if only punctuation changed, and ignores changed spacing', () => {
    expect(shape(compareLines([`${common}.`], [`${common}؛`]))).toEqual(['A1>B1 identical marks']);
    expect(shape(compareLines(['الدول (الأعضاء) كلها'], ['الدول الأعضاء كلها']))).toEqual([
      'A1>B1 identical marks',
    ]);
    expect(shape(compareLines(['الدول الأعضاء كلها'], ['الدول  الأعضاء\u200f كلها']))).toEqual([
      'A1>B1 identical',
    ]);
  });

  it('finds one paragraph that became two, and two that became one', () => {
    const first = 'ورحب المشاركون بالمساعدة التقنية المقدمة إلى الدول النامية';
    const second = 'وشددوا على أهمية تبادل المعلومات بين الأجهزة المختصة';
    expect(
      shape(compareLines([common, `${first}. ${second}.`], [common, `${first}.`, `${second}.`])),
    ).toEqual(['A1>B1 identical', 'A2>B2+B3 split']);
    expect(
      shape(compareLines([`${first}.`, `${second}.`, common], [`${first}، ${second}.`, common])),
    ).toEqual(['A1+A2>B1 merged marks', 'A3>B2 identical']);
  });

  it('puts removed paragraphs at their place in the base, before those added there', () => {
    const lines = ['الفقرة الأولى عن التعقب', 'مسألة التمويل والموارد', 'خلاصة الرئيس عن المناقشة'];
    expect(shape(compareLines(lines, [lines[0]!, 'بند جديد يتناول السواحل', lines[2]!]))).toEqual([
      'A1>B1 identical',
      'A2> removed',
      '>B2 added',
      'A3>B3 identical',
    ]);
  });

  it('marks as moved what is outside the heaviest order; of equals, the earlier stays in place', () => {
    const [a, b, c] = [common, 'وسم الأسلحة عند الاستيراد', 'حفظ السجلات إلى أجل غير مسمى لدى الدول'];
    expect(shape(compareLines([a, b, c], [b, c, a]))).toEqual([
      'A2>B1 identical',
      'A3>B2 identical',
      'A1>B3 identical moved',
    ]);
    expect(
      shape(compareLines(['الوسم والتعقب معا', 'حفظ السجلات هنا'], ['حفظ السجلات هنا', 'الوسم والتعقب معا'])),
    ).toEqual(['A2>B1 identical', 'A1>B2 identical moved']);
  });

  it('aligns headings with headings and items with items when both say the same', () => {
    const body = compareLines(
      [
        { text: 'التعاون والمساعدة', kind: 'heading' },
        { text: 'التعاون والمساعدة', kind: 'item' },
      ],
      [
        { text: 'التعاون والمساعدة', kind: 'item' },
        { text: 'التعاون والمساعدة', kind: 'heading' },
      ],
    );
    expect(body.changes.map((c) => [...c.base, ...c.other])).toEqual([
      ['A:2', 'B:1'],
      ['A:1', 'B:2'],
    ]);
  });
});

describe('strength and qualifiers', () => {
  it('says which listed verb was replaced by which', () => {
    const [change] = compareLines(
      ['ويشجع الاجتماع الدول على تبادل المعلومات ذات الصلة'],
      ['ويحث الاجتماع الدول على تبادل المعلومات ذات الصلة'],
    ).changes;
    expect(change?.strength).toEqual({ from: 'يشجع', to: 'يحث', direction: 'stronger' });
    expect(change?.qualifiers).toBeUndefined();
  });

  it('says which qualifiers were added and removed', () => {
    const text = 'تتبادل الدول المعلومات عن الأسلحة غير المشروعة';
    const [change] = compareLines([`${text} على أساس طوعي`], [`${text}، حسب الاقتضاء`]).changes;
    expect(change?.qualifiers).toEqual({ added: ['حسب الاقتضاء'], removed: ['على أساس طوعي'] });
  });

  it('says nothing if no listed word differs', () => {
    const [change] = compareLines([common], [common.replace('أهمية', 'ضرورة')]).changes;
    expect(change?.strength).toBeUndefined();
    expect(change?.qualifiers).toBeUndefined();
  });
});

describe('any input', () => {
  it('compares empty reports', () => {
    expect(compareLines([], []).summary.similarity).toBe(1);
    expect(shape(compareLines([], [common]))).toEqual(['>B1 added']);
    expect(shape(compareLines([common], []))).toEqual(['A1> removed']);
    expect(compareLines([common], []).summary.similarity).toBe(0);
    expect(shape(compareLines(['***'], ['***']))).toEqual(['A1>B1 identical']);
  });

  it('compares two languages', () => {
    const body = compareLines([common], ['Participants underlined international cooperation']);
    expect(shape(body)).toEqual(['A1> removed', '>B1 added']);
  });
});

const word = fc.constantFrom(
  ...'الدول الأسلحة الصغيرة في من على وقرر فقرر شؤون شئون 12 13 مايو الأولى التعاون ﷺ صلى الله عليه وسلم حق الـمجلس'.split(
    ' ',
  ),
);
const line = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '، ', '. ', ' (')), { maxLength: 14 })
  .map((pieces) => pieces.map((piece) => piece.join('')).join(''));
const kind = fc.constantFrom('heading', 'paragraph', 'item', 'footnote') as fc.Arbitrary<'heading'>;
const lines = fc.array(fc.record({ text: line, kind }), { maxLength: 9 });
/** The second report keeps some of the first's lines, as real ones do. */
const twoReports = fc
  .tuple(lines, lines, fc.array(fc.nat(8), { maxLength: 6 }))
  .map(([a, b, kept]): [Line[], Line[]] => {
    const mixed: Line[] = [...b];
    for (const k of kept) if (a[k]) mixed.splice(k, 0, a[k]);
    return [a, mixed];
  });

it('equal paragraphs, some of them parts of a split one, are each in one change', () => {
  const item = (text: string) => ({ text, kind: 'item' as const });
  const heading = { text: '', kind: 'heading' as const };
  const base = reportOf('A', [item('الدول الدول الدول الدول '), item('الدول ')]);
  const one = item('الدول ');
  const { changes } = compareReports(base, reportOf('B', [heading, one, one, one, heading]));
  expect(changes.flatMap(({ other }) => other)).toEqual(['B:1', 'B:2', 'B:3', 'B:4', 'B:5']);
});

describe('properties', () => {
  it('the diff rebuilds both sides, and every paragraph is in one change', () => {
    fc.assert(
      fc.property(twoReports, ([a, b]) => {
        const [base, other] = [reportOf('A', a), reportOf('B', b)];
        const body = compareReports(base, other);
        const texts = (report: ReportText) => new Map(report.paragraphs.map((p) => [p.id, p.text]));
        const [left, right] = [texts(base), texts(other)];
        expect(body.changes.flatMap((c) => c.base).sort()).toEqual([...left.keys()].sort());
        expect(body.changes.flatMap((c) => c.other).sort()).toEqual([...right.keys()].sort());
        for (const change of body.changes) {
          for (const id of change.base)
            expect(rebuild(left.get(id)!, change.diff, 'base', id)).toBe(left.get(id));
          for (const id of change.other)
            expect(rebuild(right.get(id)!, change.diff, 'other', id)).toBe(right.get(id));
          checkParts(change, left, right);
        }
        const first = body.changes.filter((c) => c.other.length > 0).map((c) => Number(c.other[0]!.slice(2)));
        expect(first).toEqual([...first].sort((x, y) => x - y));
      }),
      { numRuns: amount(40, 300) },
    );
  });

  it('a report compared with itself is identical throughout', () => {
    fc.assert(
      fc.property(lines, (a) => {
        const report = reportOf('A', a);
        const body = compareReports(report, report);
        expect(body.summary.identical).toBe(a.length);
        expect(body.changes.every((c) => c.base[0] === c.other[0] && !c.moved && !c.punctuation)).toBe(true);
        expect(body.summary.similarity).toBe(1);
      }),
    );
  });

  it('swapping the sides mirrors the answer', () => {
    const swapped: Record<string, string> = {
      added: 'removed',
      removed: 'added',
      split: 'merged',
      merged: 'split',
    };
    fc.assert(
      fc.property(twoReports, ([a, b]) => {
        const there = compareLines(a, b);
        const back = compareReports(reportOf('B', b), reportOf('A', a));
        const parts = (diff: DiffPart[], turn: boolean) =>
          diff.map((p) => {
            const op = turn && p.op === 'insert' ? 'delete' : turn && p.op === 'delete' ? 'insert' : p.op;
            const inner = p.inner && (turn ? { base: p.inner.other, other: p.inner.base } : p.inner);
            return { op, base: turn ? p.other : p.base, other: turn ? p.base : p.other, inner };
          });
        const plain = (body: CompareBody, turn: boolean) =>
          body.changes
            .map((c) => ({
              change: turn ? (swapped[c.change] ?? c.change) : c.change,
              punctuation: c.punctuation,
              similarity: c.similarity,
              base: turn ? c.other : c.base,
              other: turn ? c.base : c.other,
              diff: parts(c.diff, turn),
            }))
            .sort((x, y) => (JSON.stringify([x.base, x.other]) < JSON.stringify([y.base, y.other]) ? -1 : 1));
        expect(plain(back, true)).toEqual(plain(there, false));
      }),
      { numRuns: amount(40, 300) },
    );
  });

  it('the summary adds up', () => {
    fc.assert(
      fc.property(twoReports, ([a, b]) => {
        const { summary, changes } = compareLines(a, b);
        const { moved, similarity, ...kinds } = summary;
        expect(Object.values(kinds).reduce((x, y) => x + y, 0)).toBe(changes.length);
        expect(moved).toBe(changes.filter((c) => c.moved).length);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
      }),
    );
  });
});

function checkParts(change: Change, left: Map<string, string>, right: Map<string, string>): void {
  for (const part of change.diff) {
    expect(part.base !== null || part.other !== null).toBe(true);
    expect(part.op).toBe(
      part.base === null
        ? 'insert'
        : part.other === null
          ? 'delete'
          : part.op === 'equal'
            ? 'equal'
            : 'replace',
    );
    for (const [range, texts, inner] of [
      [part.base, left, part.inner?.base],
      [part.other, right, part.inner?.other],
    ] as const)
      for (const [start, end] of inner ?? []) {
        expect(start).toBeGreaterThanOrEqual(range!.start);
        expect(end).toBeLessThanOrEqual(range!.end);
        expect(texts.get(range!.paragraph)!.slice(start, end)).not.toBe('');
      }
  }
}

describe('hostile input ends', () => {
  it('identical paragraphs', () => {
    const same = (count: number) => Array.from({ length: count }, () => common);
    const count = amount(1000, 5000);
    const { summary } = compareLines(same(count), same(count - 100));
    expect(summary).toMatchObject({ identical: count - 100, removed: 100, moved: 0 });
    const similar = amount(500, 1500);
    const near = (turn: number) =>
      Array.from({ length: similar }, (_, i) => `${common} رقم ${(i * turn) % 40}`);
    expect(compareLines(near(7), near(11)).changes.length).toBeGreaterThanOrEqual(similar);
  });

  it('one paragraph of a megabyte', () => {
    const long = (word: string) => `${'كلمة '.repeat(amount(40_000, 170_000))}${word}`;
    expect(compareLines([long('أولى')], [long('غيرها')]).summary.reworded).toBe(1);
    expect(compareLines(['ا'.repeat(1e6)], ['ا'.repeat(1e6 - 1)]).changes).toHaveLength(2);
  });
});
