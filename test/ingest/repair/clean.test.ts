import { words } from 'arabic-normalizer';
import { describe, expect, it, test } from 'vitest';
import { damage } from '../../../bench/repair-damage.ts';
import { parseReport } from '../../../src/ingest/index.ts';
import { findLayers } from '../../../src/ingest/readers/text/layers.ts';
import { looksVisual, repairText } from '../../../src/ingest/repair/index.ts';

const lines = (...text: string[]) => text.join('\n');

const clean: [string, string][] = [
  [
    'Hijri dates',
    lines(
      'نظام الآبار',
      'بعد الاطلاع على المرسوم الملكي الصادر في ١٢/٣/١٤٣٠هـ وتعديلاته.',
      'وعلى اللائحة الصادرة في ٥/٧/١٤٣٥هـ الموافق ٢٠١٤ م',
      'وعلى المحضر المؤرخ في ١ / ١ / ١٤٤٠ هـ المتعلق بالآبار',
      'صدر في ٢٠ محرم ١٤٤١ هـ',
      'الموافق ١٩ سبتمبر ٢٠١٩ م',
    ),
  ],
  [
    'Hijri dates without full stops',
    lines(
      'قرار رقم ٥ لعام ١٤٣٠هـ بشأن المياه',
      'قرار رقم ٦ لعام ١٤٣١هـ بشأن الري',
      'قرار رقم ٧ لعام ١٤٣٢هـ بشأن السدود',
    ),
  ],
  [
    'items with a tatweel for a dash',
    lines(
      'تقرير عن الآبار',
      'أـ تطلب إلى الأمانة أن توافيها بالبيانات',
      'بـ تقرر أن تعود إلى الموضوع',
      'جـ تدعو الأعضاء',
      'دـ تشكر الأمانة',
    ),
  ],
  [
    'prefixes before figures',
    lines(
      'وتشيد بالـ ١٩٣ دولة التي حضرت',
      'وتقدر الكلفة بـ ٥ ملايين',
      'وتحتفظ لـ «المجلس» بحقه',
      'كـ ١٠ من الأعضاء',
      'والـ ٤٠ الباقين',
    ),
  ],
  [
    'bullets drawn as tatweel',
    lines(
      'ـ صيانة الآبار في القرى',
      'ـ فحص المضخات كل شهر',
      'ـ إعداد التقرير السنوي',
      'ــ تدريب القائمين عليها',
      'ـ تنظيف القنوات',
    ),
  ],
  [
    'stretched words',
    lines(
      'الـمـجـلـس الأعـلـى للـميـاه',
      'قـــرار رقـــم ٥',
      'إن الـمـجـلـس، بـعـد الاطـلاع',
      'يـقـرر مـا يـأتـي:',
      'مـادة ١ـ تـنـشـأ لـجـنـة.',
    ),
  ],
  [
    'labels by letter and bracket',
    lines(
      'أ) صيانة الآبار (في القرى)',
      'ب) فحص المضخات (كل شهر)',
      'ج) إعداد التقرير (السنوي)',
      '١) تدريب (القائمين)',
      '٢) تنظيف (القنوات)',
    ),
  ],
  [
    'headings with a number after a dash',
    lines(
      'المادة - ١',
      'التعاريف',
      'المادة - ٢',
      'النطاق',
      'المرفق - ألف',
      'الجدول - ٣',
      'المرفق - باء',
      'الجدول - ٤',
    ),
  ],
  [
    'rows of a table',
    lines(
      'عدد المدارس الابتدائية في الولاية    - ٤',
      'عدد المدارس الثانوية في الولاية    - ٢',
      'عدد المعلمين في كل مدرسة    - ١٢',
      'عدد التلاميذ في كل قسم    - ٣٠',
    ),
  ],
  [
    'numbers attached to words',
    lines(
      '٢٠٢٣مشروع قانون المالية',
      '١الأحكام العامة',
      '٢الأحكام الخاصة',
      'الفقرة٣ من المادة٤',
      'سنة٢٠١٠الى سنة٢٠١٥',
    ),
  ],
  [
    'reversed brackets',
    lines(
      'وافتتح الدورة السيد أحمد )مصر( رئيسا',
      'وتكلم السيد علي )السودان( عن المياه',
      'المادة )٥( في الأحكام',
      'ممثل )الأردن( والعراق',
      'المادة )٦( في النفاذ',
    ),
  ],
  [
    'abbreviations',
    lines(
      'أ.د. أحمد محمد علي',
      'د. هـ. محمود حسن',
      'ص.ب. ١٢٣ الرياض',
      'م.م.ن. للمياه',
      'ش.ذ.م.م. شركة الآبار',
      'ج.م.ع. وزارة الري',
    ),
  ],
  [
    'lines broken anywhere',
    lines(
      'تؤكد اللجنة أهمية صيانة الآبار في القرى والمدن',
      '، وتشكر القائمين عليها، وتوصي بفحص المضخات كل',
      'شهر وبإعداد تقرير عنها في آخر السنة',
      '. وتطلب إلى الأمانة أن توافيها بالبيانات',
      'اللازمة قبل الدورة المقبلة.',
    ),
  ],
  ['dots', lines('الاسم: ..........', 'العنوان: ........', '....... التوقيع', '... وبعد', '.. والسلام')],
  [
    'verse',
    lines(
      'قفا نبك من ذكرى حبيب ومنزل',
      'بسقط اللوى بين الدخول فحومل',
      'فتوضح فالمقراة لم يعف رسمها',
      'لما نسجتها من جنوب وشمأل',
    ),
  ],
];

describe('generated texts', () => {
  test.each(clean)('%s', async (_, text) => {
    expect(looksVisual(text)).toBe(false);
    expect(repairText(text).text).toBe(text);
    const { report, paragraphs } = await parseReport(Buffer.from(text), { file: 'clean.txt' });
    expect(report.source.layer).toBe('logical');
    expect(report.repairs.words).toBe(0);
    // Nothing is lost except dots and labels.
    const kept = paragraphs.flatMap(({ label, text }) => words(`${label ?? ''} ${text}`, 'exact'));
    expect(kept.join(' ')).toBe(words(text, 'exact').join(' '));
  });

  it('may occur twice in a file, stretched the first time', () => {
    const twice = Array.from({ length: 12 }, (_, i) => `البند ${i}: صيانة الآبار في القرى والمدن كل سنة.`);
    const stretched = twice.map((line) => line.replace('الآبار', 'الآبـــار'));
    expect(findLayers([...stretched, '', ...twice], looksVisual).visual).toEqual([]);
  });

  it('are distinguished from their damaged versions', () => {
    const paragraphs = [
      '١ - تؤكد اللجنة أهمية صيانة الآبار في القرى والمدن، وتشكر القائمين عليها في البلديات كافة.',
      '٢ - وتوصي بفحص المضخات (كل شهر) وبإعداد تقرير عنها في آخر السنة وتقديمه إلى المجلس.',
      '٣ - وتطلب إلى الأمانة أن توافيها بالبيانات اللازمة قبل الدورة المقبلة في عام ٢٠١٢.',
      '٤ - وتقرر أن تعود إلى الموضوع في دورتها المقبلة بعد سنتين إذا سمحت الموارد المتاحة بذلك.',
    ];
    for (let seed = 1; seed <= 20; seed++) {
      expect(looksVisual(damage(paragraphs, { seed, width: 50 })), `seed ${seed}`).toBe(true);
    }
  });
});
