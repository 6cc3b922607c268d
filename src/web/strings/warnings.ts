/** What a reader noticed in a file, by the warning's code; in Arabic the API's own words are English. */
import { language } from '../language.ts';

const arabic: Readonly<Record<string, string>> = {
  unreadable_text: 'جزء من النص لا يُقرأ',
  no_numbers: 'لا أرقام لفقراته',
  symbol_from_file_name: 'أُخذ الرمز من اسم الملف',
  pages_are_pictures: 'صفحات منه صور بلا نص',
  pages_recognised: 'صفحات منه صور قُرئت آليا',
  page_unreadable: 'صفحة مصورة لم تُقرأ',
  tags_not_used: 'وسوم الملف لا توافق صفحاته فلم يؤخذ بها',
  too_many_rules: 'صفحة كثيرة الخطوط فلم تُقسم إلى خانات',
  page_left_out: 'صفحة لم تُقرأ',
  manifest_file_missing: 'ملف مذكور في القائمة غير موجود',
  ingest_failed: 'تعذر استيراد الملف',
};

export const warningText = ({ code, message }: { code: string; message: string }): string =>
  language === 'en' ? message : (arabic[code] ?? 'ملاحظة على قراءة الملف');
