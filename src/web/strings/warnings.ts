/** Warnings about a file in Arabic, by code; the API's own messages are in English. */
import type { Language } from '../language.ts';

export const warningTexts: Readonly<Record<string, string>> = {
  damaged_text:
    'تلف في ملف المجموعة الجزء الذي فيه نص هذا التقرير: استعد المجموعة من نسخة احتياطية، أو استورد ملف التقرير من جديد',
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

/** The warning in the reader's language; if there is no Arabic sentence for the code, the English message. */
export function warningText(
  { code, message }: { code: string; message: string },
  language: Language,
): { text: string; lang: Language } {
  const told = language === 'ar' ? warningTexts[code] : undefined;
  if (told === undefined) return { text: message, lang: 'en' };
  const pages = pagesIn(message);
  return { text: pages === null ? told : `${told} (${pages})`, lang: 'ar' };
}

/** The page numbers in a message: "Page(s) 3, 5 to 7 are …", "2 of 9 pages are pictures (1, 4)". */
function pagesIn(message: string): string | null {
  const named = /\bpages?(?:\(s\))? (\d[\d, –-]*)|\bpictures \(([\d, –-]+)\)/i.exec(message);
  const list = (named?.[1] ?? named?.[2])?.match(/\d+(?:[–-]\d+)?/g);
  if (!list) return null;
  return `${list.length > 1 || /[–-]/.test(list[0]!) ? 'الصفحات' : 'الصفحة'} ${list.join('، ')}`;
}
