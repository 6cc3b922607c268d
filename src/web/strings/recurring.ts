/** Words of the recurring phrases. Each [Arabic, English]. */
import { counted } from '../language.ts';
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
  minWords: ['كلمات على الأقل', 'Words at least'],
  minReports: ['تقارير على الأقل', 'Reports at least'],
  order: ['الترتيب', 'Order'],
  longest: ['الأطول أولا', 'Longest first'],
  reports: ['الأكثر تقارير أولا', 'Most reports first'],
  distinctive: ['الأخص بهذه السلسلة أولا', 'Most distinctive first'],
  first: ['الأقدم أولا', 'Oldest first'],
  weight: ['الأوزن أولا', 'Weightiest first'],
  returns: ['ما عاد بعد غياب فقط', 'Only what returned after an absence'],
  none: ['لا عبارة متكررة بهذه الشروط.', 'No phrase recurs so.'],
  noneDropped: ['لم يسقط منه شيء بهذه الشروط.', 'It dropped nothing so.'],
  droppedHint: [
    (count: number) => `عبارات وردت كلها في ${counted(count, 'report', 'after')} قبله ولم ترد فيه.`,
    (count: number) => `Phrases that the ${counted(count, 'report')} before it all have, and it has not.`,
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
    'المربع الملون ورود، والفارغ غياب، والمخطط تقرير غير متاح. اضغط المربع لترى الموضع.',
    'Filled: it stands there; hollow: it does not; hatched: the report is missing. Press a cell for its place.',
  ],
});
