/**
 * Questions about the sample series as a delegate or an editor asks them, judged by hand. A grade is of a block of the
 * series (`samples/source`, the same key in every year): 3 it is what was asked for, 2 it answers in part, 1 it is
 * about the same subject; 0, not listed, it only contains the words. A statement ranks above the heading, agenda item
 * or document title that merely names its subject, because nobody looks for those.
 */

export interface Judged {
  q: string;
  match?: 'folded' | 'stem';
  grades: Readonly<Record<string, 1 | 2 | 3>>;
  why: string;
}

export const judgedSamples: readonly Judged[] = [
  {
    q: 'تبادل البيانات',
    match: 'stem',
    grades: {
      'data.exchange': 3,
      'data.formats': 3,
      'data.form': 2,
      'rec.filling': 1,
      'h.data': 1,
      'ag.data': 1,
      'doc.data': 1,
    },
    why: 'the duty to exchange data and what hampers it, before titles that name the subject',
  },
  {
    q: 'مناسيب المياه والتصريف',
    grades: { 'data.exchange': 3, 'rec.data': 2, 'data.review': 2, 'data.joint': 2 },
    why: 'which paragraphs bind states to give levels and discharge',
  },
  {
    q: 'جهات الاتصال الوطنية',
    grades: { 'data.exchange': 3 },
    why: 'the only statement about contact points',
  },
  {
    q: 'النموذج الموحد للإبلاغ',
    match: 'stem',
    grades: { 'data.form': 3, 'data.formats': 3, 'data.joint': 2, 'data.review': 1 },
    why: 'the common form: asked for, made, used',
  },
  {
    q: 'رقمنة السجلات',
    grades: { 'data.review': 3, 'data.joint': 3 },
    why: 'progress with digitising records',
  },
  { q: 'قطع الغيار', grades: { 'data.stations': 3 }, why: 'a known paragraph, by two of its words' },
  {
    q: 'إقامة سد أو تحويل مجرى',
    grades: { 'notice.duty': 3, 'notice.timing': 3 },
    why: 'the duty to notify, in both its wordings',
  },
  {
    q: 'أثر ضار ذو شأن',
    match: 'stem',
    grades: { 'notice.duty': 3, 'notice.timing': 3, 'fn.art12': 3 },
    why: 'the standard of harm: the duty and the footnote on its meaning',
  },
  {
    q: 'مهلة الأشهر',
    match: 'stem',
    grades: { 'notice.practice': 3, 'notice.timing': 2, 'notice.debate': 3 },
    why: 'the period of notice for dams and how it was discussed',
  },
  {
    q: 'سجل الإخطارات',
    grades: { 'notice.register': 3 },
    why: 'the register of notifications',
  },
  {
    q: 'تقييم الأثر البيئي',
    grades: { 'notice.content': 3, 'notice.duty': 2 },
    why: 'environmental impact in a notification',
  },
  {
    q: 'المبادئ التوجيهية المتعلقة بالإخطار',
    grades: {
      'notice.adopted': 3,
      'notice.unified': 2,
      'notice.reserve': 2,
      'rec.guidelines': 2,
      'doc.guidelines': 1,
      'annex.guidelines.title': 2,
    },
    why: 'the adoption of the guidelines first, then their annex and reservations',
  },
  {
    q: 'السدود المقامة على الروافد الموسمية',
    grades: { 'notice.seasonal': 3, 'notice.simplified': 3, 'notice.trial': 3 },
    why: 'the debate on seasonal tributaries from 2018 to 2022',
  },
  {
    q: 'الصيغة المبسطة',
    match: 'stem',
    grades: { 'notice.trial': 3, 'notice.simplified': 3 },
    why: 'the simplified notice: agreed and tried',
  },
  {
    q: 'ملء الخزانات',
    grades: { 'notice.filling': 3, 'rec.filling': 3 },
    why: 'filling of reservoirs: the discussion and the recommendation',
  },
  {
    q: 'خطة الطوارئ',
    grades: { 'dams.plans': 3 },
    why: 'emergency plans of dams, spelled الطوارىء in the text',
  },
  {
    q: 'خرائط الغمر',
    match: 'stem',
    grades: { 'dams.plans': 3 },
    why: 'inundation maps: one statement, returning',
  },
  {
    q: 'تفتيش مستقل السدود',
    match: 'stem',
    grades: { 'rec.dams': 3, 'dams.study': 3, 'dams.progress': 3 },
    why: 'independent inspection: study, recommendation, progress',
  },
  {
    q: 'بالأمن الوطني',
    grades: { 'dams.confidential': 3 },
    why: 'the objection that drawings are secret',
  },
  {
    q: 'إنذار جاراتها بالفيضانات',
    grades: { 'flood.warning': 3 },
    why: 'the responsibility to warn neighbours',
  },
  {
    q: 'لقنوات الإنذار',
    grades: { 'rec.flood': 3, 'flood.2015': 2, 'flood.exercise': 2 },
    why: 'exercises of warning channels',
  },
  {
    q: 'إعلان حالة الجفاف',
    match: 'stem',
    grades: { 'flood.drought': 3 },
    why: 'who declares drought, and by which indicators',
  },
  {
    q: 'مخزون سدودها',
    grades: { 'flood.special': 3, 'flood.stocks': 3 },
    why: 'stocks of the eastern basin: the request and the answer',
  },
  { q: 'صور السواتل', grades: { 'flood.ai': 3 }, why: 'a known paragraph' },
  {
    q: 'فيضان خسائر',
    match: 'stem',
    grades: { 'flood.2015': 3, 'flood.losses': 2, 'flood.night': 2, 'flood.oued': 1 },
    why: 'losses of life in floods',
  },
  {
    q: 'تركيز النترات',
    grades: { 'wq.findings': 3, 'wq.joint': 3 },
    why: 'the finding on nitrates, in both its wordings',
  },
  {
    q: 'المختبرات المرجعية',
    grades: { 'wq.labs': 3, 'wq.joint': 3, 'rec.labs': 2, 'rec.labs2': 2, 'wp.labs': 2, 'wq.sewage': 1 },
    why: 'calibration between reference laboratories first',
  },
  {
    q: 'حوادث التلوث العارضة',
    grades: { 'wq.accidents': 3 },
    why: 'the duty to report accidental pollution',
  },
  {
    q: 'الجسيمات البلاستيكية',
    grades: { 'wq.plastics': 3, 'wp.labs': 1 },
    why: 'the question of plastic particles, before a line of the work plan',
  },
  {
    q: 'حصر الآبار العميقة',
    grades: { 'ground.wells': 3, 'ground.survey': 3, 'doc.ground': 1 },
    why: 'the survey of wells: agreed and reported, before the title of its document',
  },
  {
    q: 'الدورة المائية لا تتجزأ',
    grades: { 'ground.scope': 3 },
    why: 'the argument on scope, by its best-known words',
  },
  {
    q: 'خريطة الطبقات المشتركة',
    match: 'stem',
    grades: { 'rec.map': 3, 'rec.publish': 3, 'rec.update': 3, 'tor.tasks': 2, 'ground.map': 2 },
    why: 'the map of aquifers: who makes it and who publishes it',
  },
  {
    q: 'فريق الخبراء المعني بالمياه الجوفية',
    grades: {
      'rec.map': 3,
      'rec.publish': 2,
      'ground.map': 3,
      'ground.decline': 3,
      'rec.panel': 3,
      'annex.ground.title': 1,
      'doc.panel': 1,
    },
    why: 'what the panel did, before titles that name it',
  },
  {
    q: 'التوزيع الجغرافي العادل',
    grades: { 'tor.members': 3 },
    why: 'how members of the panel are chosen',
  },
  {
    q: 'آثار تغير المناخ',
    match: 'stem',
    grades: { 'climate.projections': 2, 'climate.shares': 2, 'ag.climate': 1, 'h.climate': 1 },
    why: 'only titles hold these words: they are all there is',
  },
  {
    q: 'جداول التقاسم',
    match: 'stem',
    grades: { 'climate.shares': 3, 'climate.clauses': 3, 'climate.review': 3, 'rec.climate': 3 },
    why: 'review of the tables of shares',
  },
  {
    q: 'الصندوق الاستئماني',
    grades: { 'cap.fund': 3, 'fund.status': 3, 'fund.appeal': 2, 'rec.fund': 3, 'doc.fund': 1 },
    why: 'contributions to the fund before the title of a document',
  },
  {
    q: 'نسبة النساء',
    grades: { 'rec.women': 3, 'cap.training': 3 },
    why: 'women in training: the goal and the figures',
  },
  {
    q: 'أهداف التنمية المستدامة',
    match: 'stem',
    grades: { 'cap.agenda2030': 3, convening: 1 },
    why: 'what the goals ask of the committee, before the resolution that mentions them',
  },
  {
    q: 'بتوافق الآراء',
    grades: { adopt: 3, 'tor.report': 2 },
    why: 'how the report was adopted',
  },
  {
    q: 'المنظمات غير الحكومية ورابطات مستعملي المياه',
    grades: { civil: 3, 'civil.written': 3 },
    why: 'what civil society said',
  },
  {
    q: 'يوما للأنهار المشتركة',
    grades: { 'other.day': 3, 'other.day2': 3 },
    why: 'the day of shared rivers: proposed and declared',
  },
  {
    q: 'الموافقة الصامتة',
    grades: { 'chair.silence': 3, 'fn.silence': 1 },
    why: 'the silence procedure, with its footnote',
  },
  {
    q: 'انتفاعا منصفا ومعقولا',
    match: 'stem',
    grades: { reaffirm: 3 },
    why: 'equitable and reasonable use, reaffirmed',
  },
];
