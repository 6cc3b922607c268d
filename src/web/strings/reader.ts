/** Words of the reader. Each [Arabic, English]. */
import { counted } from '../language.ts';
import { words } from './words.ts';

export const sayReader = words({
  show: ['العرض', 'Show'],
  age: ['عمر الصياغة', 'Age of the wording'],
  reading: ['المُصلَح وغير المؤكد', 'Repaired and uncertain words'],
  onlyNew: ['الجديد فقط', 'Only what is new'],
  since: ['أول ورود', 'First said in'],
  isNew: ['جديد', 'new'],
  newShare: [
    (share: string) => `${share} من كلماته جديدة`,
    (share: string) => `${share} of its words are new`,
  ],
  ageHint: [
    'لون كل مقطع بحسب أول تقرير سابق ورد فيه، ضمن أربع كلمات متتالية أو أكثر. اضغط على أي مقطع لترى تاريخه.',
    'Each passage has the colour of the first earlier report that contains it, in runs of four or more words. Click any passage for its history.',
  ],
  noAge: ['لا يُعرف عمر صياغته:', 'The age of its wording is not known:'],
  ageLoading: ['تُحسب أعمار الصياغة…', 'Working out the age of the wording…'],
  strip: ['عمر الصياغة على امتداد النص', 'Age of the wording along the text'],
  nothingNew: [
    (count: number) => `لا جديد في ${counted(count, 'paragraph', 'after')}`,
    (count: number) => `${counted(count, 'paragraph')} with nothing new`,
  ],
  allOld: ['لا جديد في هذا التقرير: كل ما فيه ورد من قبل.', 'Nothing in this report is new.'],
  nextNew: ['الجديد التالي', 'Next new passage'],
  previousNew: ['الجديد السابق', 'Previous new passage'],
  passage: ['المقطع وتاريخه', 'The passage and its history'],
  nextPassage: ['المقطع التالي من الفقرة', 'Next passage of the paragraph'],
  previousPassage: ['المقطع السابق من الفقرة', 'Previous passage of the paragraph'],
  firstSaid: ['ورد أول مرة في تقرير', 'First said in the report of'],
  newHere: ['جديد في هذا التقرير', 'New in this report'],
  fileGave: ['ما في الملف', 'In the file'],
  readAs: ['القراءة', 'Read as'],
  repairedWords: [
    (count: number) => `أُصلحت فيه ${counted(count, 'word')}`,
    (count: number) => `${counted(count, 'word')} repaired`,
  ],
  recognised: [
    'قُرئ نصه آليا من صور صفحاته، وقد يقع فيه خطأ',
    'its text was recognised from images of its pages (OCR)',
  ],
  byTags: ['فقراته كما في وسوم الملف', 'paragraphs from the tags of the file'],
  tableNumber: [(count: number) => `الجدول ${count}`, (count: number) => `Table ${count}`],
  repairedWord: ['كلمة أُصلحت', 'A repaired word'],
  doubtfulWord: ['كلمة قراءتها غير مؤكدة', 'A word whose reading is uncertain'],
  asInFile: ['كما في الملف، وقراءتها غير مؤكدة', 'as in the file, but not certain'],
  threads: ['مسارات هذه العبارة', 'Threads of this passage'],
  wholeHistory: ['تاريخ الفقرة كاملا', 'The whole history of the paragraph'],
  noHistory: ['لا صيغة أخرى تشبه هذه الفقرة.', 'No other report has similar wording.'],
  original: ['الملف الأصلي', 'The original file'],
  originalPage: [(page: number) => `الأصل، الصفحة ${page}`, (page: number) => `The original, page ${page}`],
  legendRepaired: ['كلمة أُصلحت', 'repaired'],
  legendDoubtful: ['قراءة غير مؤكدة', 'uncertain'],
  unreadable: [
    'يُقرأ من هذا التقرير أقل من نصفه، فلا يدخل في أي بحث أو عدّ أو مقارنة.',
    'Less than half of this report can be read, so it is left out of every search, count and comparison.',
  ],
});
