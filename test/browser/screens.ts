/**
 * Every screen of the dashboard by name, over the sample reports: for the tests, and for the pictures in docs/screens.
 */
import { deflateRawSync } from 'node:zlib';

const report = (year: number) => `SRO-C.7-${year}-9`;
const quoted = (text: string) => encodeURIComponent(`"${text}"`);

/** A draft as the draft check keeps it in the address. */
export const draftAddress = (draft: string): string =>
  `#draft=${deflateRawSync(Buffer.from(draft)).toString('base64url')}`;

/** Agreed wording, a changed sentence, and one without a precedent. */
const draft = [
  'وافتتحت الدورة السيدة هناء الدباس (الأردن)، رئيسة اللجنة في دورتها التاسعة، عملا بالمادة 12 من النظام الداخلي للهيئات الفرعية التابعة للجمعية العامة.',
  'وينبغي للدول المشاطئة أن تتبادل البيانات',
  'ويحث المجلس مصنعي الأقمار الصناعية على نشر صور يومية مجانية للبحيرات.',
].join('\n\n');

/** Addresses without the series, which each of them detects. */
export const screens: Readonly<Record<string, string>> = {
  home: '/',
  search: `/?page=search&q=${encodeURIComponent('المياه الجوفية')}`,
  phrase: `/?page=phrase&q=${quoted('الدول المشاطئة')}`,
  trends: `/?page=trends&q=${quoted('الدول المشاطئة')}&also=${encodeURIComponent('المياه الجوفية\nالإنذار المبكر')}`,
  threads: `/?page=threads&q=${quoted('وينبغي للدول المشاطئة')}`,
  history: `/?page=wording&paragraph=${report(2016)}:57`,
  report: `/?page=report&id=${report(2012)}`,
  novelty: `/?page=novelty&id=${report(2022)}`,
  compare: `/?page=compare&base=${report(2014)}&other=${report(2016)}`,
  'compare-inline': `/?page=compare&base=${report(2014)}&other=${report(2016)}&layout=inline&show=changes`,
  'compare-three': `/?page=compare&base=${report(2014)}&other=${report(2016)}&more=${report(2018)}&show=substance`,
  recurring: `/?page=recurring&id=${report(2022)}&min_reports=3`,
  matrix: `/?page=recurring&id=${report(2022)}&view=matrix&order=first`,
  dropped: `/?page=recurring&id=${report(2022)}&view=dropped`,
  check: `/?page=check${draftAddress(draft)}`,
  'check-empty': '/?page=check',
  references: '/?page=references',
  reports: '/?page=reports',
  repairs: `/?page=reports&repairs=${report(2012)}`,
};

/** States that every screen may be in; checked on one screen. */
export const states: Readonly<Record<string, string>> = {
  'nothing found': `/?page=search&q=${encodeURIComponent('المياة الجوفيةة')}`,
  'no such phrase': `/?page=phrase&q=${encodeURIComponent('زرافة')}`,
  'no such thread': `/?page=threads&q=${encodeURIComponent('"زرافة المياه"')}`,
  'no such report': '/?page=report&id=no-such-report',
  'no such page': '/?page=nowhere',
  'all series': '/?series=*',
};
