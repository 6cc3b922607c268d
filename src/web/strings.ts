/** What the dashboard says, in Arabic and English. */

const strings = {
  name: ['صياغة', 'siyagha'],
  tagline: [
    'كيف صيغت هذه العبارة، في كل تقرير، على مر السنين؟',
    'How was this worded, in every report, over the years?',
  ],
  search: ['بحث', 'Search'],
  compare: ['مقارنة', 'Compare'],
  reports: ['التقارير', 'Reports'],
  api: ['الواجهة البرمجية', 'API'],
  query: ['كلمات أو "عبارة"', 'Words or "a phrase"'],
  matchExact: ['مطابقة تامة', 'Exact spelling'],
  matchFolded: ['أيا كان الإملاء', 'Any spelling'],
  matchStem: ['مع اللواصق', 'With particles'],
  hits: ['فقرة', 'paragraphs'],
  occurrences: ['مرة', 'occurrences'],
  nothing: ['لا توجد فقرة بهذه الكلمات.', 'No paragraph has these words.'],
  didYouMean: ['هل تقصد:', 'Did you mean:'],
  perYear: ['المرات لكل ١٠٬٠٠٠ كلمة بحسب السنة', 'Occurrences per 10,000 words, by year'],
  noReport: ['لا تقرير', 'no report'],
  more: ['المزيد', 'More'],
  loading: ['جار التحميل…', 'Loading…'],
  base: ['التقرير الأساس', 'Base report'],
  other: ['التقرير الآخر', 'Other report'],
  choose: ['اختر تقريرا', 'Choose a report'],
  chooseTwo: ['اختر تقريرين لمقارنتهما.', 'Choose two reports to compare.'],
  hideIdentical: ['إخفاء ما لم يتغير', 'Hide what did not change'],
  alike: ['تشابه', 'alike'],
  identical: ['مطابق', 'identical'],
  orthographic: ['إملائي', 'spelling'],
  details: ['تفاصيل', 'details'],
  reworded: ['معاد الصياغة', 'reworded'],
  split: ['مقسم', 'split'],
  merged: ['مدمج', 'merged'],
  added: ['مضاف', 'added'],
  removed: ['محذوف', 'removed'],
  moved: ['منقول', 'moved'],
  punctuation: ['ترقيم', 'punctuation'],
  words: ['كلمة', 'words'],
  paragraphs: ['فقرة', 'paragraphs'],
  missing: ['غير متاح', 'missing'],
  constructed: ['سلسلة مصطنعة للتجربة', 'constructed sample series'],
  empty: [
    'لا توجد تقارير بعد. استورد بعضها: siyagha ingest PATH',
    'No reports yet. Read some: siyagha ingest PATH',
  ],
  degraded: [
    'خادم البحث غائب؛ الترتيب من المحرك المدمج',
    'The search server is away; ranked by the embedded engine',
  ],
  series: ['السلسلة', 'Series'],
  allSeries: ['كل السلاسل', 'All series'],
  error: ['تعذر ذلك:', 'That did not work:'],
} as const;

export type Word = keyof typeof strings;
export type Language = 'ar' | 'en';

export const language: Language =
  (localStorage.getItem('language') as Language | null) ??
  (navigator.language.startsWith('ar') ? 'ar' : 'en');

export const say = (word: Word): string => strings[word][language === 'ar' ? 0 : 1];

export function setLanguage(next: Language): void {
  localStorage.setItem('language', next);
  location.reload();
}

document.documentElement.lang = language;
document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
document.title = strings.name[language === 'ar' ? 0 : 1];
