/** How a phrase is read: wildcards, alternatives, punctuation, and what is refused. */
import { profiles } from 'arabic-normalizer';
import { describe, expect, it } from 'vitest';
import { PhraseError, parsePattern, patternTokens, plainWords } from '../../src/phrases/index.ts';

describe('a phrase is read as', () => {
  it.each([
    ['البند 6 (أ)', ['البند', '6', 'ا']],
    ['إن، شؤون؛ «الدول»', ['ان', 'شءون', 'الدول']],
    ['الأسلحة * الصغيرة', ['الاسلحه', '*', 'الصغيره']],
    ['الأسلحة ... الخفيفة', ['الاسلحه', '...', 'الخفيفه']],
    ['الأسلحة… الخفيفة', ['الاسلحه', '...', 'الخفيفه']],
    ['مسؤول* عن', ['مسءول*', 'عن']],
    ['الأسلحة|الذخائر الصغيرة', ['الاسلحه|الذخاءر', 'الصغيره']],
    ['أ | ب | ج د', ['ا|ب|ج', 'د']],
    ['63/72|64/72 قرار', ['63 72|64 72', 'قرار']],
    ['| البند | ', ['البند']],
    ['|| البند ||', ['البند']],
    ['البند||المادة || الفقرة', ['البند|الماده|الفقره']],
    ['البند|* من', ['*', 'من']],
    ['البند| ... من', ['البند', '...', 'من']],
    ['البند. من..', ['البند', 'من']],
    ['*** البند', ['*', 'البند']],
    ['مسؤول*|رئيس', ['مسءول*|رءيس']],
  ])('%s', (q, tokens) => {
    expect(patternTokens(parsePattern(q, 'folded'))).toEqual(tokens);
  });

  it('plain words only if there is no wildcard', () => {
    expect(plainWords(parsePattern('البند 6', 'folded'))).toEqual(['البند', '6']);
    expect(plainWords(parsePattern('البند *', 'folded'))).toBeNull();
  });
});

describe('a prefix', () => {
  it('is not folded as if the word ended there, and finds the word itself', () => {
    expect(parsePattern('شيء*', 'folded').elements).toEqual([{ type: 'prefix', prefix: 'شيء', word: 'شء' }]);
  });

  it('is stemmed at its beginning only', () => {
    expect(parsePattern('المسؤولين*', 'stem').elements).toEqual([
      { type: 'prefix', prefix: 'مسءولين', word: 'مسءول' },
    ]);
    expect(patternTokens(parsePattern('ال*', 'stem'))).toEqual(['ال*']);
  });
});

describe('refused, with the reason', () => {
  it.each([
    ['', 'empty_phrase'],
    ['— ، . ؟ |', 'empty_phrase'],
    ['ـــ', 'empty_phrase'],
    ['* *', 'only_wildcards'],
    ['...', 'only_wildcards'],
    ['* ... * | *', 'only_wildcards'],
    ['*ون', 'misplaced_wildcard'],
    ['مس*ول', 'misplaced_wildcard'],
    [`من ${'* ... '.repeat(101)} إلى`, 'too_many_wildcards'],
    [Array(201).fill('من').join('|'), 'too_many_wildcards'],
  ])('%j', (q, code) => {
    for (const profile of profiles) {
      expect(() => parsePattern(q, profile)).toThrow(PhraseError);
      expect(() => parsePattern(q, profile)).toThrow(expect.objectContaining({ code }));
    }
  });
});
