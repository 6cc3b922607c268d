/** The spellings that must match and those that must not, profile by profile. */
import {
  foldWord,
  normalize,
  type Profile,
  parseLexicon,
  profiles,
  tokenize,
  words,
} from 'arabic-normalizer';
import { describe, expect, it } from 'vitest';

const equalWhenFolded = [
  ['شؤون', 'شئون'],
  ['مسؤولية', 'مسئولية'],
  ['الطوارئ', 'الطوارىء', 'الطوارئء'.slice(0, -1)],
  ['المبادئ', 'المبادىء'],
  ['سيئ', 'سيء', 'سيىء'],
  ['شيء', 'شئ', 'شىء'],
  ['إنشاؤها', 'إنشائها', 'إنشاءها'],
  ['أيار', 'ايار'],
  ['٦٣', '63', '۶۳', '６３'],
  ['اتفاقيّة', 'إتفاقية', 'اتفاقيه'],
  ['ﺍﻟﻘﺎﻧﻮﻥ', 'القانون'],
  ['الـمـجـلـس', 'المجلس'],
  ['على', 'علي', 'علی'],
  ['كان', 'كأن', 'کان'],
  ['آخر', 'اخر', 'ا\u0653خر', 'ٱخر'],
  ['مُكَرَّسَةٌ', 'مكرسة', 'مكرسه'],
  ['مُدَّة', 'مُدَّة'.normalize('NFD'), 'مد\u064F\u0651ة'.replace('\u064F\u0651', '\u0651\u064F')],
  ['الرحمٰن', 'الرحمن'],
  ['قرآن', 'قران', 'قرا\u0653ن'],
  ['ھذا', 'هذا', 'ﮬذا', 'ہذا'],
  ['ﻻ', 'لا', 'لأ'],
  ['ﷲ', 'الله', 'اللّٰه'],
  ['بدء', 'بدء', 'بدئ'],
  ['CONF', 'conf', 'Ｃonf'],
  ['Straße', 'STRASSE', 'strasse'],
];

const equalWhenExact = [
  ['ﺍﻟﻘﺎﻧﻮﻥ', 'القانون'],
  ['الـمـجـلـس', 'المجلس'],
  ['٦٣', '63', '۶۳'],
  ['أ', 'ا\u0654', 'ﺃ', 'ﺄ'],
  ['من\u200cها', 'منها', '\u200fمنها\u200f', '\u202bمنها\u202c', 'من\u00adها', '\ufeffمنها'],
  ['ا\u200d\u0654', 'أ'],
  ['م\uFE76د', 'م\uFE77د', 'م\u064Eد'],
  ['م\uFC60د', 'مَّد'],
  ['m²', 'm2', 'M2'],
  ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
];

/** Tatweel between two digits is a dash; everywhere else it is removed. */
const ranges: [string, string[]][] = [
  ['١٩٩٠ـ١٩٩٥', ['1990', '1995']],
  ['1990ـ1995', ['1990', '1995']],
  ['۱۹۹۰ــ۱۹۹۵', ['1990', '1995']],
  ['١٩٩٠\u200Fـ\u200F١٩٩٥', ['1990', '1995']],
  ['١٩٩٠ـ\u200Dـ١٩٩٥', ['1990', '1995']],
  ['٣ـ٥ـ٧', ['3', '5', '7']],
  ['(١ـ٢)', ['1', '2']],
  ['١٩٩٠ ـ ١٩٩٥', ['1990', '1995']],
  ['١ـ', ['1']],
  ['ـ١', ['1']],
  ['١٤٣٠هـ', ['1430ه']],
  ['١ـأ', ['1ا']],
  ['أـ١', ['ا1']],
  ['م٢ـم٣', ['م2م3']],
  ['الـمـجـلـس', ['المجلس']],
];

const different: [Profile, string, string][] = [
  ['folded', 'في', 'فيه'],
  ['folded', 'البند', 'البنود'],
  ['folded', 'إلى', 'على'],
  ['folded', '6/63', '63/6'],
  ['folded', '6/63', '663'],
  ['folded', 'مئة', 'مائة'],
  ['folded', 'مادة', 'مواد'],
  ['exact', 'على', 'علي'],
  ['exact', 'كان', 'كأن'],
  ['exact', 'شؤون', 'شئون'],
  ['exact', 'مكرّسة', 'مكرسة'],
  ['exact', 'قرار', 'قرارٌ'],
  ['exact', 'المادة', 'الماده'],
  ['stem', 'لجنة', 'جنة'],
];

describe('spellings', () => {
  it.each(equalWhenFolded)('folded: %s = %s', (...spellings) => {
    for (const spelling of spellings) expect(normalize(spelling)).toBe(normalize(spellings[0]!));
  });

  it.each(equalWhenExact)('exact: %s = %s', (...spellings) => {
    for (const spelling of spellings)
      expect(normalize(spelling, 'exact')).toBe(normalize(spellings[0]!, 'exact'));
  });

  it.each(different)('%s: %s ≠ %s', (profile, a, b) => {
    const lexicon = parseLexicon('# arabic-normalizer lexicon 1\nلجنه\t9\nجنه\t1\n');
    expect(normalize(a, profile, { lexicon })).not.toBe(normalize(b, profile, { lexicon }));
  });

  it('folds the hamza seats before a word-final ي ء', () => {
    expect(words('مسؤول سيئ بطيء هيئة يجيء تهيئ')).toEqual(['مسءول', 'سء', 'بطء', 'هيءه', 'يجء', 'تهء']);
  });

  it('folds one word at a time, from its exact form only', () => {
    expect(foldWord('الطوارئ')).toBe('الطوارء');
    expect(foldWord('conf')).toBe('conf');
    expect(foldWord('ۥ')).toBe('ۥ');
    expect(foldWord('ل\u06E5')).toBe('ل');
  });

  it('lists its profiles, strictest first', () => {
    expect(profiles).toEqual(['exact', 'folded', 'stem']);
  });
});

describe('tokens', () => {
  it.each([
    ['A/CONF.192/MGE/2011/1', 'a conf 192 mge 2011 1'],
    ['63/72', '63 72'],
    ['٦٣/٧٢', '63 72'],
    ['١٬٥٠٠٫٢٥', '1 500 25'],
    ['أيار/مايو ٢٠١١', 'ايار مايو 2011'],
    ['«الفريق»، (أ)', 'الفريق ا'],
    ['قال… ثم', 'قال ثم'],
    ['5½ كم', '5 1 2 كم'],
    ['م²', 'م2'],
    ['№5 ℃ ™', 'no5 c tm'],
    ['ﷺ', 'صلي الله عليه وسلم'],
    ['´a¨b', 'a b'],
    ['ـــ', ''],
    ['\u064B \u0651\u064E', ''],
    ['ـَـ', ''],
    ['=\u0338a', 'a'],
    ['=\u200d\u0338a', 'a'],
    ['\u0338a', '\u0338a'],
    ['ا، ًب', 'ا ب'],
    ['', ''],
    ['\ud800', ''],
    ['ا\udc00ب', 'ا ب'],
    ['𞸁', 'ب'],
    ['ي\u0655', 'ي'],
    ['1️⃣', '1\u20e3'],
    ['\u0661\u066A', '1'],
    ['هـ', 'ه'],
  ])('%j → %j', (text, expected) => {
    expect(normalize(text)).toBe(expected);
  });
});

describe('tatweel next to digits', () => {
  it.each(ranges)('%s is %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
    for (const profile of profiles) {
      expect(words(text, profile)).toHaveLength(expected.length);
      const places = tokenize(text, profile).map(({ start, end }) => text.slice(start, end));
      expect(places.flatMap((place) => words(place))).toEqual(expected);
    }
  });
});
