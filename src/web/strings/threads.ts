/** Words of threads and of a paragraph's history. Each [Arabic, English]. */
import { counted, number } from '../language.ts';
import { words } from './words.ts';

export const sayThreads = words({
  intro: [
    'كل جملة ترد فيها العبارة، مع تاريخها: ما تغير فيها، ومتى غابت، وما حل محلها.',
    'Every statement that contains the phrase, with its history: what changed, when it was absent, and what replaced it.',
  ],
  stoodIn: [
    (some: number, all: number) =>
      some === all && all > 2
        ? `وردت في كل التقارير، وعددها ${number(all)}`
        : `وردت في ${number(some)} من ${counted(all, 'report', 'after')}`,
    (some: number, all: number) =>
      some === all && all > 2
        ? `In all ${number(all)} reports`
        : `In ${number(some)} of ${counted(all, 'report')}`,
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
  near: ['أقرب الجمل إليها', 'The nearest sentences'],
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
  insteadThere: ['ورد بدلا منها:', 'Instead there is:'],
  same: ['كما هي', 'unchanged'],
  firstVersion: ['أول صيغة', 'first version'],
  alsoAt: ['وأيضا في', 'Also at'],
  template: ['القالب', 'Template'],
  templateHint: [
    'ما تشترك فيه كل الصيغ. وتدل الأرقام على خانات ما يتغير، وفي الجدول ما شغل كل خانة في كل تقرير.',
    'What all versions share. Numbers mark the slots where they differ; the table shows what each report has in each slot.',
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
    'Each version with what changed since the previous one: deletions are struck out, insertions are underlined.',
  ],
  noVersions: ['لا صيغة تشبهها في التقارير.', 'No report has similar wording.'],
  likeness: [(share: string) => `نسبة التشابه ${share}`, (share: string) => `${share} alike`],
  likeThis: [
    (share: string) => `نسبة التشابه مع النص المطلوب ${share}`,
    (share: string) => `${share} like the requested text`,
  ],
  thisOne: ['الفقرة المطلوبة', 'the requested paragraph'],
  askContext: ['في السياقات', 'In context'],
  askParagraph: ['الفقرة في تقريرها', 'The paragraph in its report'],
});
