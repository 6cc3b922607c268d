/** What a reader noticed in a file, by the warning's code: the API's own words are English. */
import type { Language } from '../language.ts';

export const warningTexts: Readonly<Record<string, string>> = {
  damaged_text: 'ملف المجموعة تالف حيث نص هذا التقرير: أعد نسخة احتياطية منه، أو استورد الأصل من جديد',
  ingest_failed: 'تعذر استيراد الملف',
  manifest_file_missing: 'ملف مذكور في القائمة غير موجود',
  no_numbers: 'لا أرقام لفقراته',
  page_left_out: 'صفحة لم تُقرأ',
  page_unreadable: 'صفحة مصورة لم تُقرأ',
  pages_are_pictures: 'صفحات منه صور بلا نص',
  pages_recognised: 'صفحات منه صور قُرئت آليا، وقد يقع في قراءتها خطأ',
  symbol_from_file_name: 'أُخذ الرمز من اسم الملف',
  tags_not_used: 'وسوم الملف لا توافق صفحاته فلم يؤخذ بها',
  too_many_rules: 'صفحة كثيرة الخطوط فلم تُقسم إلى خانات',
  unreadable_text: 'جزء من النص لا يُقرأ',
};

/** Where there is no sentence for the code: as it came, in English. */
export function warningText(
  { code, message }: { code: string; message: string },
  language: Language,
): { text: string; lang: Language } {
  const told = language === 'ar' ? warningTexts[code] : undefined;
  if (told === undefined) return { text: message, lang: 'en' };
  const pages = pagesIn(message);
  return { text: pages === null ? told : `${told} (${pages})`, lang: 'ar' };
}

/** The pages that a message names: "Page(s) 3, 5 to 7 are …", "2 of 9 pages are pictures (1, 4)". */
function pagesIn(message: string): string | null {
  const named = /\bpages?(?:\(s\))? (\d[\d, –-]*)|\bpictures \(([\d, –-]+)\)/i.exec(message);
  const list = (named?.[1] ?? named?.[2])?.match(/\d+(?:[–-]\d+)?/g);
  if (!list) return null;
  return `${list.length > 1 || /[–-]/.test(list[0]!) ? 'الصفحات' : 'الصفحة'} ${list.join('، ')}`;
}
