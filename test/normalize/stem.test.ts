/** light10 without a lexicon, the clitic rule with one, and the lexicon's file format. */
import { foldWord, parseLexicon, stemWord, tokenize, words } from 'arabic-normalizer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseWords, decide } from '../../scripts/lexicon/decide.ts';

describe('light10', () => {
  it.each([
    // one article, if two letters remain
    ['الحسن', 'حسن'],
    ['والحسن', 'حسن'],
    ['بالحسن', 'حسن'],
    ['كالحسن', 'حسن'],
    ['فالحسن', 'حسن'],
    ['للاخر', 'اخر'],
    ['الان', 'ان'],
    ['الى', 'ال'],
    // one و, if three letters remain, and then an article
    ['وحسن', 'حسن'],
    ['وفد', 'وفد'],
    ['ولد', 'ولد'],
    ['وللدول', 'دول'],
    ['وبالدول', 'دول'],
    ['وواحد', 'واحد'],
    // each suffix once, in order, if two letters remain
    ['زوجها', 'زوج'],
    ['ساهدان', 'ساهد'],
    ['ساهدات', 'ساهد'],
    ['ساهدون', 'ساهد'],
    ['ساهدين', 'ساهد'],
    ['ساهدية', 'ساهد'],
    ['ساهده', 'ساهد'],
    ['ساهدي', 'ساهد'],
    ['ساهدهات', 'ساهد'],
    ['وساهدون', 'ساهد'],
    ['ها', 'ها'],
    ['فيها', 'في'],
    ['دوليتان', 'دوليت'],
    // nothing else
    ['conf', 'conf'],
    ['2011', '2011'],
    ['1430ه', '1430ه'],
    ['بتنفيذ', 'بتنفيذ'],
  ])('%s → %s', (word, stem) => {
    expect(stemWord(foldWord(word))).toBe(stem);
  });

  it('leaves at least two letters of a word of three or more', () => {
    const word = fc.array(fc.constantFrom(...'البكفونيهتم'), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, (letters) => {
        const folded = letters.join('');
        expect(folded).toContain(stemWord(folded));
        expect(stemWord(folded).length).toBeGreaterThanOrEqual(Math.min(2, folded.length));
      }),
    );
  });
});

describe('clitics', () => {
  const lexicon = new Set(['كتاب', 'بلد', 'لد', 'تنفيذ', 'التزام', 'لجنه', 'جنه', 'وفد', 'من', 'وثيقه']);
  it.each([
    ['بكتاب', 'كتاب'],
    ['كتاب', 'كتاب'],
    ['وكتاب', 'كتاب'],
    ['وبكتاب', 'كتاب'],
    ['فكتاب', 'كتاب'],
    ['كمن', 'من'],
    ['ومن', 'من'],
    ['بلد', 'بلد'],
    ['ببلد', 'بلد'],
    ['لتنفيذ', 'تنفيذ'],
    ['بالتزام', 'التزام'],
    ['والتزام', 'التزام'],
    ['الالتزام', 'التزام'],
    ['التزام', 'التزام'],
    ['للجنة', 'لجن'],
    ['اللجنة', 'لجن'],
    ['وثيقة', 'وثيق'],
    ['الوثيقة', 'وثيق'],
    ['ووثيقة', 'وثيق'],
    ['بمكتب', 'بمكتب'],
  ])('%s → %s', (word, stem) => {
    expect(words(word, 'stem', { lexicon })).toEqual([stem]);
  });

  it('depends only on the word and the lexicon', () => {
    expect(stemWord('بكتاب')).toBe('بكتاب');
    expect(stemWord('بكتاب', lexicon)).toBe('كتاب');
    expect(stemWord('بكتاب', new Map([['كتاب', 1]]))).toBe('كتاب');
    expect(tokenize('«بكتاب»', 'stem', { lexicon })).toEqual([{ text: 'كتاب', start: 1, end: 6 }]);
  });
});

describe('parseLexicon', () => {
  it('reads words and counts', () => {
    const text = '# arabic-normalizer lexicon 1\r\n# more\r\nكتاب\t12\r\n\r\nبلد\t3';
    expect([...parseLexicon(text)]).toEqual([
      ['كتاب', 12],
      ['بلد', 3],
    ]);
  });

  it.each([
    ['', 'line 1'],
    ['كتاب\t1\n', 'line 1'],
    ['# arabic-normalizer lexicon 2\n', 'version 2'],
    ['# arabic-normalizer lexicon 1\nكتاب 12\n', 'line 2'],
    ['# arabic-normalizer lexicon 1\nكتاب\t1\nبلد\tx\n', 'line 3'],
  ])('%j is refused, naming %s', (text, named) => {
    expect(() => parseLexicon(text)).toThrow(named);
  });
});

describe('how the lexicon is made', () => {
  const counts = new Map(
    Object.entries({
      بلد: 50,
      البلد: 40,
      لبلد: 9,
      تنفيذ: 80,
      بتنفيذ: 60,
      التنفيذ: 90,
      لاحظ: 20,
      ولاحظ: 40,
      واحد: 30,
      احد: 40,
      الواحد: 9,
      التزام: 20,
      الالتزام: 15,
      التزامها: 5,
      والتعليم: 8,
      لجنه: 30,
      اللجنه: 70,
      جنه: 4,
      بالتزكيه: 6,
      التزكيه: 3,
      للدول: 5,
      بان: 90,
      وافق: 9,
      يوافق: 6,
      افق: 4,
      فقرر: 5,
      قرر: 60,
      كلمه: 7,
    }),
  );
  const bases = baseWords(counts);

  it('keeps words that follow an article, a preposition or a person', () => {
    for (const word of [
      'بلد',
      'واحد',
      'التزام',
      'التزامها',
      'لجنه',
      'وافق',
      'تنفيذ',
      'لاحظ',
      'قرر',
      'كلمه',
    ]) {
      expect([word, bases.has(word)]).toEqual([word, true]);
    }
    expect(decide('بلد', counts)).toBe('proven');
    expect(decide('كلمه', counts)).toBe('default');
  });

  it('leaves out a clitic or article with its word', () => {
    for (const word of [
      'بتنفيذ',
      'ولاحظ',
      'لبلد',
      'التنفيذ',
      'والتعليم',
      'للدول',
      'فقرر',
      'بان',
      'بالتزكيه',
    ]) {
      expect([word, bases.has(word)]).toEqual([word, false]);
    }
  });

  it('adds a word that is found only after an article, and counts it there', () => {
    expect(bases.get('تزكيه')).toBe(9);
    expect(bases.get('تنفيذ')).toBe(170);
    expect(bases.has('تزام')).toBe(false);
  });
});
