/** Words of the trends. Each [Arabic, English]. */
import { words } from './words.ts';

export const sayTrends = words({
  rate: ['لكل 10,000 كلمة', 'per 10,000 words'],
  count: ['عدد المرات', 'Occurrences'],
  measure: ['المقياس', 'Measure'],
  addLabel: ['قارن بعبارة أخرى', 'Compare with another phrase'],
  add: ['إضافة', 'Add'],
  remove: ['إزالة', 'Remove'],
  atMost: ['عشر عبارات على الأكثر', 'At most ten phrases'],
  compared: ['العبارات', 'Phrases'],
  hint: [
    'النقطة سنة فيها تقرير، والعمود المظلل سنة بلا تقرير يُقرأ، والخط الرأسي فترة الثقة 95% حيث الأعداد قليلة. اضغط على نقطة لترى مواضعها.',
    'Each point is a year with a report, each shaded column a year without a readable report. Vertical lines show the 95% interval where counts are small. Click a point to see its occurrences.',
  ],
  unreadable: ['غير مقروء', 'unreadable'],
  table: ['الأرقام', 'The figures'],
  words: ['كلمات التقارير', 'Words in the reports'],
  undated: ['وفي تقارير بلا سنة:', 'And in reports without a year:'],
  interval: ['فترة الثقة 95%', '95% interval'],
  chart: ['العبارات عبر السنين', 'Phrases through the years'],
});
