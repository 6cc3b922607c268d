/** Words of the recurring phrases. Each [Arabic, English]. */
import { counted, number } from '../language.ts';
import { words } from './words.ts';

export const sayRecurring = words({
  title: ['العبارات المتكررة', 'Recurring phrases'],
  report: ['التقرير', 'Report'],
  list: ['قائمة', 'List'],
  matrix: ['جدول العبارات والتقارير', 'Phrases by report'],
  dropped: ['ما سقط منه', 'What it dropped'],
  views: ['طرق العرض', 'Views'],
  coverage: [
    (share: string) => `يتكرر ${share} من كلماته في تقارير أخرى`,
    (share: string) => `${share} of its words recur in other reports`,
  ],
  minWords: ['الحد الأدنى للكلمات', 'Minimum words'],
  minReports: ['الحد الأدنى للتقارير', 'Minimum reports'],
  order: ['الترتيب', 'Order'],
  longest: ['الأطول أولا', 'Longest first'],
  reports: ['الأكثر ورودا في التقارير أولا', 'Most reports first'],
  distinctive: ['الأكثر تمييزا للسلسلة أولا', 'Most distinctive first'],
  first: ['الأقدم أولا', 'Oldest first'],
  weight: ['الأثقل وزنا أولا', 'Weightiest first'],
  returns: ['ما عاد بعد غياب فقط', 'Only what returned after an absence'],
  none: ['لا توجد عبارة متكررة بهذه الشروط.', 'No recurring phrase matches.'],
  noneDropped: ['لم يسقط منه شيء بهذه الشروط.', 'It dropped nothing that matches.'],
  droppedHint: [
    (count: number) => `عبارات تشترك فيها التقارير السابقة له مباشرة (وعددها ${number(count)}) ولم ترد فيه.`,
    (count: number) =>
      `Phrases that each of the ${counted(count, 'report')} before it has and this one does not.`,
  ],
  phrase: ['العبارة', 'Phrase'],
  words: ['كلماتها', 'Words'],
  inReports: [
    (count: number) => `في ${counted(count, 'report', 'after')}`,
    (count: number) => `in ${counted(count, 'report')}`,
  ],
  absent: ['لم ترد', 'absent'],
  missing: ['تقرير غير متاح', 'report missing'],
  legend: [
    'المربع الملون ورود، والفارغ غياب، والمخطط تقرير غير متاح. اضغط على المربع لترى الموضع.',
    'Filled: it occurs; hollow: it does not; hatched: the report is missing. Click a cell to see the place.',
  ],
});
