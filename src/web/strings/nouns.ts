/**
 * Counted nouns. Arabic has six plural forms (Intl.PluralRules): zero, one, two, few (3–10), many (11–99) and other
 * (100, 101…); the dual has a second form after a preposition ("في تقريرين").
 */

export interface Noun {
  ar: { zero: string; one: string; two: string; twoAfter: string; few: string; many: string; other: string };
  en: { one: string; other: string };
}

/** [none, one, two, two after a preposition, few, many, other]. */
function noun(ar: readonly [string, string, string, string, string, string, string], one: string): Noun {
  const [zero, single, two, twoAfter, few, many, other] = ar;
  const plural = /[^aeiou]y$/.test(one)
    ? `${one.slice(0, -1)}ies`
    : /(s|x|ch)$/.test(one)
      ? `${one}es`
      : `${one}s`;
  return { ar: { zero, one: single, two, twoAfter, few, many, other }, en: { one, other: plural } };
}

export const nouns = {
  paragraph: noun(['لا فقرات', 'فقرة واحدة', 'فقرتان', 'فقرتين', 'فقرات', 'فقرة', 'فقرة'], 'paragraph'),
  occurrence: noun(['ولا مرة', 'مرة واحدة', 'مرتان', 'مرتين', 'مرات', 'مرة', 'مرة'], 'occurrence'),
  report: noun(['لا تقارير', 'تقرير واحد', 'تقريران', 'تقريرين', 'تقارير', 'تقريرا', 'تقرير'], 'report'),
  missingReport: noun(
    [
      'لا تقارير غير متاحة',
      'تقرير واحد غير متاح',
      'تقريران غير متاحين',
      'تقريرين غير متاحين',
      'تقارير غير متاحة',
      'تقريرا غير متاح',
      'تقرير غير متاح',
    ],
    'missing report',
  ),
  word: noun(['لا كلمات', 'كلمة واحدة', 'كلمتان', 'كلمتين', 'كلمات', 'كلمة', 'كلمة'], 'word'),
  phrase: noun(['لا عبارات', 'عبارة واحدة', 'عبارتان', 'عبارتين', 'عبارات', 'عبارة', 'عبارة'], 'phrase'),
  wording: noun(['لا صيغ', 'صيغة واحدة', 'صيغتان', 'صيغتين', 'صيغ', 'صيغة', 'صيغة'], 'wording'),
  statement: noun(['لا جمل', 'جملة واحدة', 'جملتان', 'جملتين', 'جمل', 'جملة', 'جملة'], 'statement'),
  text: noun(
    ['لا نصوص', 'نص واحد', 'نصان مختلفان', 'نصين مختلفين', 'نصوص مختلفة', 'نصا مختلفا', 'نص مختلف'],
    'different text',
  ),
  change: noun(['لا تغييرات', 'تغيير واحد', 'تغييران', 'تغييرين', 'تغييرات', 'تغييرا', 'تغيير'], 'change'),
  reference: noun(['لا مراجع', 'مرجع واحد', 'مرجعان', 'مرجعين', 'مراجع', 'مرجعا', 'مرجع'], 'reference'),
  citation: noun(['لا إحالات', 'إحالة واحدة', 'إحالتان', 'إحالتين', 'إحالات', 'إحالة', 'إحالة'], 'citation'),
  note: noun(
    ['لا ملاحظات', 'ملاحظة واحدة', 'ملاحظتان', 'ملاحظتين', 'ملاحظات', 'ملاحظة', 'ملاحظة'],
    'warning',
  ),
  repair: noun(['لا إصلاحات', 'إصلاح واحد', 'إصلاحان', 'إصلاحين', 'إصلاحات', 'إصلاحا', 'إصلاح'], 'repair'),
  place: noun(['لا مواضع', 'موضع واحد', 'موضعان', 'موضعين', 'مواضع', 'موضعا', 'موضع'], 'place'),
} as const satisfies Record<string, Noun>;
