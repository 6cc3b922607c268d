/** Words of threads and of a paragraph's history. Each [Arabic, English]. */
import { counted, number } from '../language.ts';
import { words } from './words.ts';

export const sayThreads = words({
  intro: [
    'كل جملة ترد فيها العبارة، مع تاريخها: ما تغير فيها، ومتى غابت، وما حل محلها.',
    'Every statement in which the phrase occurs, with its history: what changed, when it was gone, what stood instead.',
  ],
  stoodIn: [
    (some: number, all: number) =>
      some === all && all > 2
        ? `وردت في كل التقارير، وعددها ${number(all)}`
        : `وردت في ${number(some)} من ${counted(all, 'report', 'after')}`,
    (some: number, all: number) =>
      some === all && all > 2
        ? `Stood in all ${number(all)} reports`
        : `Stood in ${number(some)} of ${counted(all, 'report')}`,
  ],
  withWordings: [
    (count: number) => `لها ${counted(count, 'wording')}`,
    (count: number) => counted(count, 'wording'),
  ],
  since: ['ومنذ', 'Since'],
  instead: ['حل محلها:', 'instead:'],
  andGone: ['لم ترد منذ', 'Gone since'],
  inStatements: [
    (count: number) => `في ${counted(count, 'statement', 'after')}`,
    (count: number) => `in ${counted(count, 'statement')}`,
  ],
  near: ['أقرب ما ورد إليها', 'The nearest to it'],
  nearHint: [
    'العبارة لم ترد بنصها، وهذه جمل فيها ألفاظها النادرة.',
    'The phrase does not occur; these sentences have its rarer words.',
  ],
  times: [
    (count: number) => `ورد بهذه الألفاظ في ${counted(count, 'statement', 'after')}`,
    (count: number) => `${counted(count, 'statement')} with these words`,
  ],
  versions: ['الصيغ', 'Versions'],
  gapsFolded: [
    (count: number) => `لم ترد في ${counted(count, 'report', 'after')}`,
    (count: number) => `Not in ${counted(count, 'report')}`,
  ],
  missingFolded: [
    (count: number) => counted(count, 'missingReport'),
    (count: number) => counted(count, 'missingReport'),
  ],
  insteadThere: ['ورد في مكانها:', 'There stood instead:'],
  same: ['كما هي', 'unchanged'],
  firstVersion: ['أول صيغة', 'first version'],
  alsoAt: ['وأيضا في', 'Also at'],
  template: ['القالب', 'Template'],
  templateHint: [
    'ما تشترك فيه كل الصيغ؛ والأرقام مواضع ما يتغير، وفي الجدول ما شغلها في كل تقرير.',
    'What all versions share; the numbers stand where they differ, and the table has what filled them in each report.',
  ],
  slot: ['الخانة', 'Slot'],
  nothingThere: ['لا شيء', 'nothing'],
  strip: ['التقارير، الأقدم أولا', 'The reports, oldest first'],
  wordingNumber: ['الصيغة', 'wording'],
  absent: ['لم ترد', 'absent'],
  missing: ['تقرير غير متاح', 'report missing'],
  history: ['تاريخ الفقرة', 'History of the paragraph'],
  historyOfText: ['تاريخ الصياغة', 'History of the wording'],
  versionsHint: [
    'كل صيغة مع ما تغير عن التي قبلها: المحذوف مشطوب والمضاف تحته خط.',
    'Each version with what changed since the one before: struck out what went, underlined what came.',
  ],
  noVersions: ['لا صيغة تشبهها في التقارير.', 'No report has wording like it.'],
  likeness: [(share: string) => `نسبة التشابه ${share}`, (share: string) => `${share} alike`],
  likeThis: [
    (share: string) => `نسبة التشابه مع النص المطلوب ${share}`,
    (share: string) => `${share} like the text asked for`,
  ],
  thisOne: ['الفقرة المطلوبة', 'the paragraph asked for'],
  askContext: ['في السياقات', 'In context'],
  askParagraph: ['الفقرة في تقريرها', 'The paragraph in its report'],
});
