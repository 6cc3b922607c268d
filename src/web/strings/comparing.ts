/** Words of the comparison's own screen. Each [Arabic, English]. */
import { words } from './words.ts';

export const sayComparing = words({
  shown: ['المعروض', 'Shown'],
  all: ['كل شيء', 'Everything'],
  changes: ['ما تغير', 'What changed'],
  substance: ['الجوهر فقط', 'Substance only'],
  substanceHint: [
    'دون صفحة الغلاف والتفاصيل (الأرقام والتواريخ والمراجع) والإملاء وما قراءته غير مؤكدة.',
    'Without the cover, details (numbers, dates, references), spelling and uncertain readings.',
  ],
  alike: [(share: string) => `نسبة التشابه ${share}`, (share: string) => `${share} alike`],
  layout: ['طريقة العرض', 'Layout'],
  sides: ['جنبا إلى جنب', 'Side by side'],
  inline: ['في نص واحد', 'In line'],
  next: ['التغيير التالي', 'Next change'],
  previous: ['التغيير السابق', 'Previous change'],
  strip: ['كل التغييرات على امتداد النص', 'All changes along the text'],
  tracked: ['بتعقب التغييرات', 'with tracked changes'],
  third: ['أضف تقريرا إلى المقارنة', 'Add a report to the comparison'],
  remove: ['إزالة', 'Remove'],
  collated: ['التقارير جنبا إلى جنب', 'The reports side by side'],
  collatedHint: [
    'في كل صف فقرة واحدة كما وردت في التقارير، والمعلَّم فيها ما تغير عن التقرير الذي قبله في الصف.',
    'Each row is one paragraph across the reports; marks show what changed since the previous report in the row.',
  ],
  notThere: ['لم ترد فيه', 'not there'],
});
