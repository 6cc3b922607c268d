/** Words of the first screen. Each [Arabic, English]. */
import { counted, number } from '../language.ts';
import { words } from './words.ts';

export const sayHome = words({
  timeline: ['الاجتماعات على خط زمني', 'The meetings on a timeline'],
  present: ['تقرير متاح', 'report present'],
  missing: ['تقرير غير متاح', 'report missing'],
  unreadable: ['تقرير غير مقروء', 'report unreadable'],
  newest: ['أحدث تقرير', 'The newest report'],
  seen: [
    (share: string) => `ورد ${share} من كلماته في تقارير أسبق، وهذا أطول ما جدّ فيه:`,
    (share: string) => `${share} of its words occur in earlier reports. The longest new passages:`,
  ],
  allNew: ['كل الجديد فيه', 'Everything new in it'],
  noEarlier: [
    'ليس في المجموعة تقرير أسبق من سلسلته، فلا يُعرف ما الجديد فيه.',
    'The collection has no earlier report of its series to compare it with.',
  ],
  nothingNew: ['كل كلماته وردت في تقارير أسبق.', 'All of its words occur in earlier reports.'],
  questions: ['أسئلة من المجموعة', 'Questions from the collection'],
  trend: ['كم مرة وردت هاتان العبارتان في كل سنة؟', 'How often does each of these occur, year by year?'],
  context: ['في أي سياق ترد هذه العبارة؟', 'In what context does this phrase occur?'],
  gone: [
    (year: number | string) => `ماذا حل محل هذه العبارة التي سقطت من تقرير ${year}؟`,
    (year: number | string) => `What took the place of this phrase, which the report of ${year} dropped?`,
  ],
  back: [
    (year: number | string) => `كيف عادت هذه العبارة في تقرير ${year} بعد غياب؟`,
    (year: number | string) => `How did this phrase come back in ${year} after an absence?`,
  ],
  cites: ['من يحيل إلى هذا النص، ومنذ متى؟', 'Who cites this text, and since when?'],
  changed: [
    (from: number | string, to: number | string) => `ما الذي تغير بين تقريري ${from} و${to}؟`,
    (from: number | string, to: number | string) => `What changed between the reports of ${from} and ${to}?`,
  ],
  counts: [
    (reports: number, missing: number) =>
      counted(reports, 'report') + (missing > 0 ? `، و${counted(missing, 'missingReport')}` : ''),
    (reports: number, missing: number) =>
      counted(reports, 'report') + (missing > 0 ? `, ${number(missing)} missing` : ''),
  ],
  constructed: ['سلسلة مصطنعة للتجربة', 'constructed sample'],
});
