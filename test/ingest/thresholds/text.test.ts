/** Examples that fix the numbers for reading plain text and markup formats. */
import { readFileSync } from 'node:fs';
import { encodeWindows1256 } from '../../../scripts/samples/text.ts';
import { readHtml } from '../../../src/ingest/readers/html/index.ts';
import { isPage } from '../../../src/ingest/readers/page-pictures.ts';
import { settleStyles } from '../../../src/ingest/readers/styled-block.ts';
import { decodeText } from '../../../src/ingest/readers/text/decode.ts';
import { findLayers } from '../../../src/ingest/readers/text/layers.ts';
import { looksVisual } from '../../../src/ingest/repair/index.ts';
import { bytesOf } from '../make.ts';
import { type Example, hold } from './examples.ts';

const encodingOf = (bytes: Uint8Array) => {
  try {
    return decodeText(bytes, 'a.txt').encoding;
  } catch {
    return null;
  }
};
/**
 * A text of a hundred letters in UTF-16 without a byte-order mark, with this many letters of another block, or signs.
 */
const utf16 = (others: number, other: string) =>
  encodingOf(new Uint8Array(Buffer.from('ب'.repeat(100 - others) + other.repeat(others), 'utf16le')));
/** This many letters and that many of a control character. */
const controlled = (letters: number, count: number, control: string) =>
  encodingOf(bytesOf('a'.repeat(letters) + control.repeat(count)));
const in1256 = (text: string) => encodingOf(encodeWindows1256(text));
const word = 'المجلس ';

const bytes: Example[] = [
  {
    says: 'a text in UTF-16 may have a quarter of its letters from elsewhere',
    of: ['utf16Filled'],
    read: () => utf16(25, '中'),
    gives: 'utf-16le',
  },
  {
    says: 'with two fifths its bytes do not show it',
    of: ['utf16Filled'],
    read: () => utf16(40, '中'),
    gives: null,
  },
  {
    says: 'a fifth may look like the other byte order',
    of: ['utf16Other'],
    read: () => utf16(20, '\u0606'),
    gives: 'utf-16le',
  },
  { says: 'two fifths may not', of: ['utf16Other'], read: () => utf16(40, '\u0606'), gives: null },
  {
    says: 'a text may have a control character in seven',
    of: ['controls'],
    read: () => controlled(85, 15, '\u0002'),
    gives: 'utf-8',
  },
  {
    says: 'with more it is not text',
    of: ['controls'],
    read: () => controlled(75, 25, '\u0002'),
    gives: null,
  },
  {
    says: 'a zero in 1,200 bytes is a slip',
    of: ['zeros'],
    read: () => controlled(1199, 1, '\0'),
    gives: 'utf-8',
  },
  { says: 'one in 800 is a binary file', of: ['zeros'], read: () => controlled(799, 1, '\0'), gives: null },
  {
    says: 'in Windows-1256 a control character in 1,200 bytes is a slip',
    of: ['controlsIn1256'],
    read: () => in1256(`${word.repeat(171)}\u0002`),
    gives: 'windows-1256',
  },
  {
    says: 'one in 800 is a binary file there',
    of: ['controlsIn1256'],
    read: () => in1256(`${word.repeat(114)}\u0002`),
    gives: null,
  },
  {
    says: 'words in Windows-1256 may have nine letters each',
    of: ['lettersToWord'],
    read: () => in1256('استخداماتهم '.repeat(20)),
    gives: 'windows-1256',
  },
  {
    says: 'longer runs of letters are not words',
    of: ['lettersToWord'],
    read: () => in1256(`${'ب'.repeat(15)} `.repeat(20)),
    gives: null,
  },
  {
    says: 'one letter in six may be of another script',
    of: ['lettersToOther'],
    read: () => in1256('مجلسناé '.repeat(20)),
    gives: 'windows-1256',
  },
  {
    says: 'one in four may not',
    of: ['lettersToOther'],
    read: () => in1256('مجلسéا مجلé '.repeat(20)),
    gives: null,
  },
];

/** Long lines of a report of our own. */
const ours = readFileSync('samples/clean/SRO-C.7-2012-9.txt', 'utf8')
  .split('\n')
  .filter((line) => /^[^A-Za-z]{60,}$/u.test(line));
const clean = (i: number) => `${ours[i % ours.length]} ${i}`;
const damaged = (text: string) => text.replace(/ت/u, 'تـ').replace(/ل/u, 'لـ');
const shaped = (text: string) => text.replaceAll('ل', '\uFEDF');
const upTo = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
/** Number of lines that are read as the clean layer. */
const logical = (lines: readonly string[], isVisual = true) =>
  findLayers(lines, () => isVisual).logical.length;
/** A damaged layer and a clean one with this many lines. */
const twice = (count: number) => logical([...upTo(count, (i) => damaged(clean(i))), ...upTo(count, clean)]);
/** Two layers, of which the clean one has this many of the other's twenty lines. */
const shared = (count: number) =>
  logical([
    ...upTo(20, (i) => damaged(clean(i))),
    ...upTo(20, (i) => (i < count ? clean(i) : [...clean(i)].reverse().join(''))),
  ]);
const swapped = (text: string, every: number) =>
  [...text.replaceAll(' ', '')].map((c, i) => (i % every === 0 ? 'ظ' : c)).join('');
/** Twenty damaged lines, of which this many have presentation forms. */
const forms = (count: number) =>
  logical(
    [...upTo(20, (i) => (i < count ? shaped(damaged(clean(i))) : damaged(clean(i)))), ...upTo(20, clean)],
    false,
  );
/**
 * This many lines, damaged at this interval, then as many clean ones, of which the first `odd` have a stretched word.
 */
const rates = (count: number, every: number, odd = 0) =>
  logical([
    ...upTo(count, (i) => (i % every === every - 1 ? damaged(clean(i)) : clean(i))),
    ...upTo(count, (i) => (count - i <= odd ? damaged(clean(i)) : clean(i))),
  ]);
/**
 * A damaged layer whose last lines look clean, with blank lines and tabs before the clean one: where the latter begins.
 */
function gaps(...parts: readonly { lines: number; blank: number; indented?: boolean }[]): string {
  const lines = upTo(60, (i) => damaged(clean(i)));
  let n = 0;
  for (const { lines: count, blank, indented } of parts) {
    lines.push(...upTo(blank, () => ''));
    lines.push(...upTo(count, () => `${indented ? '\t' : ''}${clean(n++)}`));
  }
  const first = findLayers(lines, () => true).logical.find((line) => line !== '') ?? '';
  return first.trim();
}

const layers: Example[] = [
  {
    says: 'eight damaged lines and the same eight clean are two layers',
    of: ['splitGain'],
    read: () => twice(8),
    gives: 8,
  },
  { says: 'six may be coincidence', of: ['splitGain'], read: () => twice(6), gives: 0 },
  {
    says: 'two layers have most of their text in common',
    of: ['sharedRuns'],
    read: () => shared(13),
    gives: 20,
  },
  { says: 'with less they are two texts', of: ['sharedRuns'], read: () => shared(8), gives: 0 },
  {
    says: 'with another letter in every fifteen they are one text',
    of: ['runLetters'],
    read: () => logical([...upTo(12, (i) => damaged(clean(i))), ...upTo(12, (i) => swapped(clean(i), 15))]),
    gives: 12,
  },
  {
    says: 'short words in another order are another text',
    of: ['runLetters'],
    read: () => {
      const words =
        'تقرير مشروع تعاون اتفاق برامج مكاتب نتائج وثائق أعضاء منظمة تنفيذ سياسة موارد خبراء تدريب أنهار'.split(
          ' ',
        );
      const line = (i: number, step: number) => upTo(6, (k) => words[(7 * i + k * step) % 16]).join(' ');
      return logical([...upTo(18, (i) => damaged(`تلال ${line(i, 1)}`)), ...upTo(18, (i) => line(i, 5))]);
    },
    gives: 0,
  },
  {
    says: 'a layer with presentation forms on a quarter of its lines is damaged',
    of: ['presentationLines'],
    read: () => forms(5),
    gives: 20,
  },
  {
    says: 'on fewer lines they come from a writer',
    of: ['presentationLines'],
    read: () => forms(3),
    gives: 40,
  },
  {
    says: 'a damaged layer is damaged on a quarter of its lines',
    of: ['damagedLines'],
    read: () => rates(100, 4),
    gives: 100,
  },
  {
    says: 'with less it is a clean text with stretched words',
    of: ['damagedLines'],
    read: () => rates(120, 7),
    gives: 0,
  },
  {
    says: 'the clean layer may stretch a word on one line of thirty',
    of: ['damagedCleanLines'],
    read: () => rates(30, 1, 1),
    gives: 30,
  },
  {
    says: 'with two it is not a clean layer',
    of: ['damagedCleanLines'],
    read: () => rates(30, 1, 2),
    gives: 0,
  },
  {
    says: 'thirty lines that look clean may end the damaged layer',
    of: ['gapReach'],
    read: () => gaps({ lines: 30, blank: 0 }, { lines: 80, blank: 4 }),
    gives: clean(30),
  },
  {
    says: 'fifty are not searched',
    of: ['gapReach'],
    read: () => gaps({ lines: 50, blank: 0 }, { lines: 80, blank: 4 }),
    gives: clean(0),
  },
  {
    says: 'a change of indentation separates layers more than three blank lines do',
    of: ['indentChange'],
    read: () => gaps({ lines: 5, blank: 0 }, { lines: 5, blank: 3 }, { lines: 80, blank: 1, indented: true }),
    gives: clean(10),
  },
  {
    says: 'but less than five',
    of: ['indentChange'],
    read: () => gaps({ lines: 5, blank: 0 }, { lines: 5, blank: 5 }, { lines: 80, blank: 1, indented: true }),
    gives: clean(5),
  },
  {
    says: 'a wider gap counts although it is a few lines farther away',
    of: ['gapDistance'],
    read: () => gaps({ lines: 2, blank: 0 }, { lines: 12, blank: 1 }, { lines: 80, blank: 2 }),
    gives: clean(14),
  },
  {
    says: 'far away it does not',
    of: ['gapDistance'],
    read: () => gaps({ lines: 2, blank: 0 }, { lines: 26, blank: 1 }, { lines: 80, blank: 2 }),
    gives: clean(2),
  },
];

hold('text', [...bytes, ...layers]);

const drawnLine = '.نظرت اللجنة في تقرير الأمين العام';
const storedLine = 'نظرت اللجنة في تقرير الأمين العام.';
const silentLine = (words: number) => 'اللجنة '.repeat(words).trim();
const visual = (...lines: readonly (readonly [number, string])[]) =>
  looksVisual(lines.flatMap(([count, line]) => Array<string>(count).fill(line)).join('\n'));
const stretched = (words: number) => 'اللجـنة '.repeat(words) + silentLine(5 - words);

hold('layer', [
  {
    says: 'two lines with the full stop first show a text in drawing order',
    of: ['drawnLines'],
    read: () => visual([2, drawnLine]),
    gives: true,
  },
  {
    says: 'one may be a slip',
    of: ['drawnLines'],
    read: () => visual([1, drawnLine], [1, stretched(2)]),
    gives: false,
  },
  {
    says: 'short lines say nothing',
    of: ['tellingWords'],
    read: () => visual([2, drawnLine], [7, silentLine(3)]),
    gives: true,
  },
  {
    says: 'longer ones do',
    of: ['tellingWords'],
    read: () => visual([2, drawnLine], [7, silentLine(5)]),
    gives: false,
  },
  {
    says: 'a line of eight hundred characters may be in drawing order',
    of: ['longestLine'],
    read: () => visual([2, `.${silentLine(115)}`]),
    gives: true,
  },
  {
    says: 'a longer one is a paragraph',
    of: ['longestLine'],
    read: () => visual([2, drawnLine], [1, `.${silentLine(170)}`]),
    gives: false,
  },
  {
    says: 'two stretched words make a justified line',
    of: ['stretchedWords'],
    read: () => visual([2, drawnLine], [1, stretched(2)], [6, silentLine(5)]),
    gives: true,
  },
  {
    says: 'one does not',
    of: ['stretchedWords'],
    read: () => visual([2, drawnLine], [1, stretched(1)], [6, silentLine(5)]),
    gives: false,
  },
  {
    says: 'a text is in drawing order if a third of its lines are',
    of: ['drawnShare'],
    read: () => visual([3, drawnLine], [6, silentLine(5)]),
    gives: true,
  },
  {
    says: 'a fifth is not enough',
    of: ['drawnShare'],
    read: () => visual([2, drawnLine], [8, silentLine(5)]),
    gives: false,
  },
  {
    says: 'five lines in drawing order outweigh one in reading order',
    of: ['drawnToStored'],
    read: () => visual([5, drawnLine], [1, storedLine]),
    gives: true,
  },
  {
    says: 'three do not',
    of: ['drawnToStored'],
    read: () => visual([3, drawnLine], [1, storedLine]),
    gives: false,
  },
]);

/** The title of a document with a large bold line at these positions. */
const titleAt = (...places: readonly number[]) => {
  const style = (size: number, bold: boolean) => ({
    id: `${size}`,
    bold,
    size,
    centred: false,
    named: false,
  });
  const blocks = upTo(30, (i) => ({
    text: `سطر ${i}`,
    style: places.includes(i) ? style(32, true) : i % 7 === 6 ? style(26, true) : style(20, false),
  }));
  return settleStyles(blocks).findIndex(({ kind }) => kind === 'title');
};
const html = async (before: number) => {
  const { blocks } = await readHtml(bytesOf(`<p>${'س'.repeat(before)}</p><h1>تقرير</h1><p>نص</p>`), {
    layer: 'auto',
    file: 'a.html',
  });
  return blocks[1]!.kind;
};

hold('markup', [
  {
    says: 'an image of two thirds of a page is a page',
    of: ['pagePicture'],
    read: () => isPage(200, 210),
    gives: true,
  },
  {
    says: 'one of two fifths is an illustration',
    of: ['pagePicture'],
    read: () => isPage(180, 140),
    gives: false,
  },
  {
    says: 'a title recognised by its formatting is near the top',
    of: ['titleBlocks'],
    read: () => titleAt(8),
    gives: 8,
  },
  { says: 'farther down it is a heading', of: ['titleBlocks'], read: () => titleAt(12), gives: -1 },
  { says: 'a title may have two lines', of: ['titleTimes'], read: () => titleAt(2, 3), gives: 2 },
  {
    says: 'formatting that occurs three times is a heading’s',
    of: ['titleTimes'],
    read: () => titleAt(2, 3, 15),
    gives: -1,
  },
  {
    says: 'a line may come before a page’s title',
    of: ['beforeTitle'],
    read: () => html(100),
    gives: 'title',
  },
  { says: 'a paragraph may not', of: ['beforeTitle'], read: () => html(150), gives: 'heading' },
]);
