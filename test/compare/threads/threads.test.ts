/** Threads: exactly the result of the slow reference, made lineages found again, sums that add up. */
import { type Profile, tokenize } from 'arabic-normalizer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generator } from '../../../bench/phrases/timing.ts';
import { phraseThreads, type ThreadsBody } from '../../../src/compare/index.ts';
import { Counters } from '../../../src/compare/threads/counters.ts';
import { sentencesOf } from '../../../src/compare/threads/sentences.ts';
import { scopeOf, wholeCollection } from '../../../src/phrases/index.ts';
import { amount } from '../../amount.ts';
import { memoryReader } from '../../phrases/memory-reader.ts';
import { viewOf } from '../../phrases/view.ts';
import { denseReports, madeLineages } from './made.ts';
import { type SlowReport, type SlowThread, slowThreads } from './reference.ts';

function collection(reports: readonly SlowReport[]) {
  const reader = memoryReader(
    reports.map(({ id, date, series, paragraphs }) => ({
      id,
      date: date !== null && date.length > 4 ? date : null,
      year: date === null ? null : Number(date.slice(0, 4)),
      series,
      paragraphs: paragraphs.map((sentences) => sentences.join(' ')),
    })),
  );
  return { ...viewOf(reader), reader };
}

type Params = Omit<Parameters<typeof phraseThreads>[1], 'q'>;
const whole: Params = { match: 'folded', limit: 1000, offset: 0, gaps: true };

function threadsOf(reports: readonly SlowReport[], q: string, params: Partial<Params> = {}): ThreadsBody {
  const view = collection(reports);
  return phraseThreads(view, { q, ...whole, ...params }, wholeCollection(view.table));
}

/** A passage as the reference names it. */
function placeOf(reports: readonly SlowReport[], passage: { paragraph: string; start: number; end: number }) {
  const [report, ordinal] = passage.paragraph.split(':') as [string, string];
  const sentences = reports.find(({ id }) => id === report)!.paragraphs[Number(ordinal) - 1]!;
  const starts = sentences.map((_, s) => sentences.slice(0, s).join(' ').length + (s > 0 ? 1 : 0));
  const from = starts.indexOf(passage.start);
  const to = starts.findIndex((start, s) => start + sentences[s]!.length === passage.end);
  return `${passage.paragraph}/${from}-${to}`;
}

function asReference(reports: readonly SlowReport[], { threads }: ThreadsBody): SlowThread[] {
  return threads.map(({ occurrences, wordings, versions, gaps }) => ({
    occurrences,
    wordings,
    versions: versions.map((version) => ({
      place: placeOf(reports, version),
      similarity: version.similarity,
      also: version.also.map((other) => placeOf(reports, other)),
    })),
    gaps: gaps.map(({ report, instead }) => ({
      report,
      instead: instead && { place: placeOf(reports, instead), similarity: instead.similarity },
    })),
  }));
}

describe('threads', () => {
  it('are exactly those of the definition, including gaps and what they have instead', () => {
    fc.assert(
      fc.property(
        denseReports,
        fc.constantFrom('المجلس', 'في شؤون', 'البند 63', 'قرر المجلس', 'علما'),
        fc.constantFrom<Profile>('folded', 'exact'),
        (reports, q, match) => {
          const body = threadsOf(reports, q, { match });
          const slow = slowThreads(reports, q, match);
          expect(asReference(reports, body)).toEqual(slow);
          expect(body.total).toBe(slow.length);
          expect(body.occurrences).toBe(slow.reduce((sum, thread) => sum + thread.occurrences, 0));
        },
      ),
      { numRuns: amount(40, 400) },
    );
  });

  it('follow made lineages: F1 of the pairs that belong together is at least 0.95', () => {
    const random = generator(11);
    let [common, found, made] = [0, 0, 0];
    for (let round = 0; round < 30; round++) {
      const { reports, phrase, lineages } = madeLineages(random);
      const body = threadsOf(reports, phrase);
      expect(asReference(reports, body)).toEqual(slowThreads(reports, phrase));
      expect(body.threads.reduce((sum, thread) => sum + thread.occurrences, 0)).toBe(body.occurrences);
      const pairs = (groups: string[][]) =>
        new Set(
          groups.flatMap((group) => group.flatMap((a, i) => group.slice(i + 1).map((b) => `${a} ${b}`))),
        );
      const theirs = pairs(body.threads.map(({ versions }) => versions.map(({ paragraph }) => paragraph)));
      const ours = pairs(lineages);
      made += ours.size;
      found += theirs.size;
      common += [...theirs].filter((pair) => ours.has(pair)).length;
    }
    expect((2 * common) / (made + found)).toBeGreaterThanOrEqual(0.95);
  });

  const year = (y: number, ...paragraphs: string[]): SlowReport => ({
    id: `R${y}`,
    date: String(y),
    series: 'S',
    paragraphs: paragraphs.map((text) => [text]),
  });

  it('show what replaced a phrase that is gone, compared with the previous version', () => {
    const reports = [
      year(2008, 'وينبغي للدول أن تتبادل مرة كل ثلاثة أشهر ما لديها من بيانات. ولا شيء غير ذلك.'),
      year(2010, 'وينبغي للدول أن تتبادل مرة كل ثلاثة أشهر ما لديها من بيانات.'),
      year(2012, 'وأحاطت اللجنة علما بذلك.', 'وتشجع الدول على أن تتبادل مرة كل شهر ما لديها من بيانات.'),
      year(2014, 'وأحاطت اللجنة علما بذلك.'),
    ];
    const { threads, total } = threadsOf(reports, 'مرة كل ثلاثة أشهر');
    expect(total).toBe(1);
    const [thread] = threads;
    expect(thread).toMatchObject({ reports: 2, wordings: 1, occurrences: 2, first: { year: 2008 } });
    expect(thread!.versions.map(({ change }) => change)).toEqual([null, 'identical']);
    expect(thread!.gaps.map(({ report, instead }) => [report, instead?.paragraph ?? null])).toEqual([
      ['R2012', 'R2012:2'],
      ['R2014', null],
    ]);
    const { instead } = thread!.gaps[0]!;
    expect(instead!.diff.find(({ op }) => op !== 'equal')!.base!.paragraph).toBe('R2010:1');
  });

  it('have a template up to 50 wordings, none beyond', () => {
    const reports = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        year(1950 + i, `عقدت اللجنة دورتها رقم ${i} في مقرها الدائم بالمدينة.`),
      );
    const [fifty] = threadsOf(reports(50), 'عقدت اللجنة').threads;
    expect(fifty!.wordings).toBe(50);
    expect(fifty!.template!.filter(({ type }) => type === 'slot')).toHaveLength(1);
    expect(threadsOf(reports(51), 'عقدت اللجنة').threads[0]!.template).toBeNull();
  });

  it('page by thread; gaps can be left out', () => {
    const reports = [
      year(2001, 'قرر المجلس أمرا أول.', 'قرر المجلس شيئا ثانيا آخر غيره.'),
      year(2002, 'لا شيء.'),
    ];
    const all = threadsOf(reports, 'قرر المجلس', { gaps: false });
    expect(all.threads.every(({ gaps }) => gaps.length === 0)).toBe(true);
    const second = threadsOf(reports, 'قرر المجلس', { limit: 1, offset: 1 } as unknown as Partial<
      typeof whole
    >);
    expect(second).toMatchObject({ total: 2, limit: 1, offset: 1 });
    expect(second.threads[0]!.text).toBe(all.threads[1]!.text);
    const past = threadsOf(reports, 'قرر المجلس', { offset: 5 });
    expect(past).toMatchObject({ total: 2, threads: [], near: [] });
  });

  it('find what gaps have instead, for more threads than are processed at once', () => {
    const words = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => `كلمة${from + i}`).join(' ');
    const statements = Array.from({ length: 70 }, (_, n) => words(100 * n, 6 + n * 2));
    const reports = [
      year(2001, ...statements.map((text) => `قرر المجلس ${text}.`)),
      year(2002, ...statements.map((text) => `أوصى المجلس ${text}.`).reverse()),
      year(2003, statements.join(' '), 'قرر غيره.'),
    ];
    const body = threadsOf(reports, 'قرر المجلس');
    expect(asReference(reports, body)).toEqual(slowThreads(reports, 'قرر المجلس'));
    expect(body.threads.filter(({ gaps }) => gaps[0]!.instead)).toHaveLength(70);
  });

  it('give the same counts for 32 at once as one by one, up to 63', () => {
    const token = fc.nat(9);
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 10, maxLength: 10 }),
        fc.array(token, { maxLength: 200 }),
        fc.array(fc.nat(90), { minLength: 32, maxLength: 32 }),
        (bits, tokens, needed) => {
          const counters = new Counters();
          for (const [t, least] of needed.entries()) counters.need(t, least);
          const enough = counters.enough(Int32Array.from(tokens), 0, tokens.length, Int32Array.from(bits));
          needed.forEach((least, t) => {
            const count = tokens.filter((id) => ((bits[id]! >>> t) & 1) === 1).length;
            expect((enough >>> t) & 1, `${t}`).toBe(count >= Math.min(63, least) ? 1 : 0);
          });
        },
      ),
    );
  });

  it('keep to the scope', () => {
    const view = collection([
      year(2001, 'قرر المجلس أمرا.'),
      year(2002, 'قرر المجلس أمرا.'),
      year(2003, 'غيره.'),
    ]);
    const { threads } = phraseThreads(view, { q: 'قرر المجلس', ...whole }, scopeOf(view.table, [0, 2]));
    expect(threads.map(({ versions, gaps }) => [versions.length, gaps.map(({ report }) => report)])).toEqual([
      [1, ['R2003']],
    ]);
  });

  it('refuse a phrase with too many occurrences, and give the count', () => {
    const reports = [year(2001, ...Array.from({ length: 5001 }, () => 'قرر المجلس.'))];
    expect(() => threadsOf(reports, 'المجلس')).toThrow(/5001/);
  });
});

describe('sentences', () => {
  const sentences = (text: string) => {
    const tokens = tokenize(text);
    return sentencesOf(text, tokens).map(({ from, to }) =>
      text.slice(tokens[from]!.start, tokens[to - 1]!.end),
    );
  };
  it.each([
    ['قرر المجلس. وأحاط علما؛ فهل يكفي؟ نعم! تم', ['قرر المجلس', 'وأحاط علما', 'فهل يكفي', 'نعم', 'تم']],
    ['سطر أول\nسطر ثان', ['سطر أول', 'سطر ثان']],
    ['first; second? third', ['first', 'second', 'third']],
    ['بلغت 3.5 في المائة و٣.٥ ألف', ['بلغت 3.5 في المائة و٣.٥ ألف']],
    ['بلغت و3.5 في المائة', ['بلغت و3.5 في المائة']],
    [
      'الوثيقة A/CONF.192/L.1 والقرار S/RES/1540 (2004). انتهى',
      ['الوثيقة A/CONF.192/L.1 والقرار S/RES/1540 (2004', 'انتهى'],
    ],
    ['انظر ص. 5 من التقرير', ['انظر ص. 5 من التقرير']],
    ['قال د. أحمد وأ.د. علي من ج.م.ع. أمس', ['قال د. أحمد وأ.د. علي من ج.م.ع. أمس']],
    ['التعليم والصحة إلخ. في البلد', ['التعليم والصحة إلخ. في البلد']],
    ['في عام 1990 م. وفي عام 1411 هـ. وقرر', ['في عام 1990 م', 'وفي عام 1411 ه', 'وقرر']],
    ['في عام 2010. وقرر المجلس', ['في عام 2010', 'وقرر المجلس']],
    ['انظر الفقرة ٥. وقرر في الفقرة 5. ثم', ['انظر الفقرة ٥', 'وقرر في الفقرة 5', 'ثم']],
    ['انظر الفقرة ٥.وقرر', ['انظر الفقرة ٥', 'وقرر']],
    ['قرر المجلس.وأحاط علما', ['قرر المجلس', 'وأحاط علما']],
    ['1. قرر المجلس', ['1', 'قرر المجلس']],
    ['2.1 قرر المجلس\n3- أحاط', ['2.1 قرر المجلس', '3- أحاط']],
    [
      'See No. 4 of Mr. Smith, e.g. the U.N. report. It ends',
      ['See No. 4 of Mr. Smith, e.g. the U.N. report', 'It ends'],
    ],
    ['«قرر المجلس.» ثم انتهى', ['قرر المجلس', 'ثم انتهى']],
    ['قرر ... ثم انتهى', ['قرر', 'ثم انتهى']],
    ['...', []],
    ['', []],
  ])('%s', (text, wanted) => {
    expect(sentences(text)).toEqual(wanted);
  });
});
