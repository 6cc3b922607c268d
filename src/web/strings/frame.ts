/** Words of the frame: names, navigation, states. Each [Arabic, English]. */

export const frame = {
  name: ['صياغة', 'siyagha'],
  tagline: [
    'كيف صيغت هذه العبارة، في كل تقرير، على مر السنين؟',
    'How was this worded, in every report, over the years?',
  ],
  skip: ['إلى المحتوى', 'Skip to content'],
  navigation: ['أقسام الموقع', 'Sections'],
  search: ['بحث', 'Search'],
  compare: ['مقارنة', 'Compare'],
  reports: ['التقارير', 'Reports'],
  api: ['الواجهة البرمجية', 'API'],
  loading: ['جار التحميل…', 'Loading…'],
  more: ['المزيد', 'More'],
  error: ['تعذر ذلك', 'That did not work'],
  notFound: ['لا وجود لما طُلب', 'There is no such thing'],
  wrongQuestion: ['لم يُفهم هذا الطلب', 'This request was not understood'],
  unreachable: [
    'الخادم لا يجيب. تأكد من أن siyagha serve يعمل.',
    'The server does not answer. See whether siyagha serve is running.',
  ],
  retry: ['إعادة المحاولة', 'Try again'],
  noPage: ['لا توجد صفحة بهذا العنوان.', 'There is no page at this address.'],
  empty: ['لا توجد تقارير بعد. لاستيراد بعضها:', 'No reports yet. To read some:'],
} as const;
