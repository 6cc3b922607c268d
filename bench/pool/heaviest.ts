/** The heaviest questions about a collection, one of each kind, over its longest reports. */
import type { ReportSummary } from '../../src/report/index.ts';

export interface Asked {
  name: string;
  /** Endless; no two are alike. */
  paths: Iterator<string>;
}

const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

function* numbered(path: (n: number) => string): Generator<string> {
  for (let n = 0; ; n += 1) yield path(n);
}

export function heaviest(reports: readonly ReportSummary[]): Asked[] {
  const longest = [...reports].sort((a, b) => b.words - a.words).map(({ id }) => encodeURIComponent(id));
  const long = (n: number) => longest[n % 40]!;
  const text = encodeURIComponent('لا يجوز لأي شخص مزاولة أي نشاط من الأنشطة دون الحصول على ترخيص');
  const prefixes = (n: number) =>
    Array.from({ length: 200 }, (_, i) => `${letters[(i + n) % letters.length]}*`).join('|');
  const asked: [string, (n: number) => string][] = [
    ['variants, all paragraphs', (n) => `/v1/reports/${long(n)}/variants?limit=1000&offset=${n % 100}`],
    ['compare, the longest', (n) => `/v1/compare?base=${long(n)}&other=${long(n + 1 + (n % 7))}`],
    [
      'collate, eight of the longest',
      (n) => `/v1/collate?${Array.from({ length: 8 }, (_, i) => `report=${long(n + i)}`).join('&')}`,
    ],
    ['wording, in every report', (n) => `/v1/wording?q=${text}+${n}`],
    [
      'threads, a thousand of them',
      (n) => `/v1/threads?q=${encodeURIComponent('لا يجوز')}&limit=${1000 - (n % 500)}`,
    ],
    ['search, 200 beginnings of words', (n) => `/v1/search?q=${encodeURIComponent(prefixes(n))}&offset=${n}`],
    ['references, everywhere', (n) => `/v1/references?limit=${(n % 1000) + 1}`],
    ['phrases under a heading', (n) => `/v1/phrases?q=${encodeURIComponent('من')}&section=${n}`],
  ];
  return asked.map(([name, path]) => ({ name, paths: numbered(path) }));
}
