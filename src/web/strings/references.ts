/** Words of the references. Each [Arabic, English]. */
import { counted } from '../language.ts';
import { words } from './words.ts';

export const sayReferences = words({
  title: ['المراجع', 'References'],
  intro: [
    'النصوص التي تحيل إليها التقارير: أي التقارير تحيل إليها، وكم مرة، ومنذ متى.',
    'The texts that the reports cite: which reports cite them, how often, and since when.',
  ],
  type: ['النوع', 'Type'],
  any: ['كل الأنواع', 'Any type'],
  resolution: ['قرار', 'Resolution'],
  decision: ['مقرر', 'Decision'],
  document: ['وثيقة', 'Document'],
  treaty: ['معاهدة', 'Treaty'],
  agenda_item: ['بند في جدول الأعمال', 'Agenda item'],
  paragraph: ['فقرة', 'Paragraph'],
  find: ['الرمز', 'Symbol'],
  symbol: ['المرجع', 'Cited text'],
  count: ['الإحالات', 'Citations'],
  reports: ['التقارير', 'Reports'],
  years: ['السنوات', 'Years'],
  none: ['لا توجد مراجع بهذه الشروط.', 'No reference matches.'],
  citedIn: [
    (times: number, reports: number) =>
      `${counted(times, 'citation')} في ${counted(reports, 'report', 'after')}`,
    (times: number, reports: number) => `${counted(times, 'citation')} in ${counted(reports, 'report')}`,
  ],
  back: ['كل المراجع', 'All references'],
  asPrinted: ['كما ورد', 'As printed'],
});
