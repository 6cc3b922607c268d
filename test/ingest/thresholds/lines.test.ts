/** Examples that fix the numbers for putting glyphs into lines. Letters are ten points high and five wide. */
import type { Glyph } from '../../../src/ingest/readers/pdf/glyphs/glyph.ts';
import { drawn, font, linesOf, read, word } from './draw.ts';
import { type Example, hold } from './examples.ts';

/** بهر and, `gap` points left of it, ما. */
const apart = (gap: number) => read(word('ما', { x: 0 }), word('بهر', { x: 10 + gap }));

/** The same with a space between them that begins at `at` and is `wide`; `runs` says which of the three go together. */
function spaced(gap: number, at: number, wide: number, [a, b, c]: [number, number, number], right = 'بهر') {
  return read(
    word('ما', { x: 0, run: a }),
    drawn(' ', { x: at, width: wide, run: b }),
    word(right, { x: 10 + gap, run: c }),
  );
}

const words: Example[] = [
  {
    says: 'letters an eighth apart are one word',
    of: ['gapWithoutSpace'],
    read: () => apart(1.3),
    gives: ['بهرما'],
  },
  {
    says: 'letters a fifth apart are two',
    of: ['gapWithoutSpace'],
    read: () => apart(2.1),
    gives: ['بهر ما'],
  },
  {
    says: 'a space drawn by itself does not separate letters that nearly touch',
    of: ['gapWithSpace'],
    read: () => spaced(0.4, 10, 2.5, [1, 2, 3]),
    gives: ['بهرما'],
  },
  {
    says: 'a space drawn by itself separates letters that are slightly apart',
    of: ['gapWithSpace'],
    read: () => spaced(0.6, 10, 2.5, [1, 2, 3]),
    gives: ['بهر ما'],
  },
  {
    says: 'a space of almost no width does not separate letters that nearly touch',
    of: ['thinSpace'],
    read: () => spaced(0.2, 9.4, 0.8, [1, 1, 1]),
    gives: ['بهرما'],
  },
  {
    says: 'a narrow space that was drawn with both words separates them, although a tail overlaps it',
    of: ['thinSpace'],
    read: () => spaced(0.2, 8.9, 1.3, [1, 1, 1]),
    gives: ['بهر ما'],
  },
  {
    says: 'a space whose width the pen advanced separates words',
    of: ['keptSpace'],
    read: () => spaced(0.2, 7.85, 2.5, [1, 1, 1]),
    gives: ['بهر ما'],
  },
  {
    says: 'a space that the pen took back separates none',
    of: ['keptSpace'],
    read: () => spaced(0.2, 8.025, 2.5, [1, 1, 1]),
    gives: ['بهرما'],
  },
  {
    says: 'a space that begins at the end of the word before separates it from a tail drawn under it',
    of: ['spaceStart'],
    read: () => spaced(0.2, 10.2, 2.5, [1, 2, 2], 'نور'),
    gives: ['نور ما'],
  },
  {
    says: 'a space that begins elsewhere does not',
    of: ['spaceStart'],
    read: () => spaced(0.2, 10.4, 2.5, [1, 2, 2], 'نور'),
    gives: ['نورما'],
  },
];

/** A word with `filling` glyphs, `wide` each, between ب and هر. */
function stretched(
  filling: string,
  wide: number,
  y: number,
  more: { code?: number; gap?: number } = {},
): Glyph[][] {
  const { gap = 0, code } = more;
  const from = 10;
  const to = from + filling.length * wide;
  return [
    word('هر', { x: 0, y }),
    drawn(filling, { x: from + gap, y, width: wide, ...(code === undefined ? {} : { code }) }),
    word('ب', { x: to + 2 * gap, y }),
  ];
}
/** One line each. */
const stretchedLines = (fillings: readonly string[], wide: number) =>
  read(...fillings.flatMap((filling, i) => stretched(filling, wide, 20 * i)));
/** Words with a comma between joined letters, and a comma that is by itself. */
function commas(inside: number, gap = 0): string[] {
  const lines = Array.from({ length: inside }, (_, i) => stretched(',', 2, 20 * i, { code: 44, gap })).flat();
  const y = 20 * inside;
  return read(...lines, drawn(',', { x: 10, y, width: 2, code: 44 }), word('ما', { x: 12, y }));
}
/** Words with an unusual space inside, and `usual` ordinary ones between words. */
function spaces(usual: number): string {
  const strange = [0, 20].flatMap((y) => stretched(' ', 2.5, y, { code: 7 }));
  const ordinary = Array.from({ length: usual }, (_, i) => [
    word('ما', { x: 0, y: 40 + 20 * i }),
    drawn(' ', { x: 10, width: 2.5, y: 40 + 20 * i }),
    word('بهر', { x: 12.5, y: 40 + 20 * i }),
  ]).flat();
  return read(...strange, ...ordinary)[0]!;
}

const kashidas: Example[] = [
  {
    says: 'a narrow letter that recurs between joined letters is a kashida',
    of: ['kashidaWidth', 'kashidaRepeats'],
    read: () => stretchedLines(['ققق'], 2.5),
    gives: ['بهر'],
  },
  {
    says: 'a wider letter is not',
    of: ['kashidaWidth'],
    read: () => stretchedLines(['ققق'], 3.5),
    gives: ['بقققهر'],
  },
  {
    says: 'a narrow letter that is doubled once is a kashida',
    of: ['kashidaRepeats'],
    read: () => stretchedLines(['قق'], 2.5),
    gives: ['بققهر'],
  },
  {
    says: 'a narrow letter that is doubled at most of its places is a kashida everywhere',
    of: ['kashidaRepeated'],
    read: () => stretchedLines(['ققق', 'ققق', 'ق', 'ق', 'ق'], 2.5),
    gives: ['بهر', 'بهر', 'بهر', 'بهر', 'بهر'],
  },
  {
    says: 'one that is mostly single is a letter',
    of: ['kashidaRepeated'],
    read: () => stretchedLines(['ققق', 'ق', 'ق', 'ق', 'ق'], 2.5),
    gives: ['بقققهر', 'بقهر', 'بقهر', 'بقهر', 'بقهر'],
  },
  {
    says: 'a code five times inside words and once outside is a kashida there too',
    of: ['kashidaInside'],
    read: () => commas(5).at(-1),
    gives: 'ما',
  },
  {
    says: 'a code three times inside words and once outside is itself outside',
    of: ['kashidaInside'],
    read: () => commas(3).at(-1),
    gives: 'ما,',
  },
  {
    says: 'a kashida nearly touches its letters',
    of: ['kashidaGap'],
    read: () => commas(2, 1.2)[0],
    gives: 'بهر',
  },
  {
    says: 'a glyph a fifth away is not a kashida',
    of: ['kashidaGap'],
    read: () => commas(2, 2)[0],
    gives: 'ب , هر',
  },
  {
    says: 'a space with another code than the many others, always inside words, is a filler',
    of: ['kashidaSpaces'],
    read: () => spaces(9),
    gives: 'بهر',
  },
  {
    says: 'where there are few others it is a space',
    of: ['kashidaSpaces'],
    read: () => spaces(5),
    gives: 'ب هر',
  },
];

/**
 * The text of a line with the codes `codes` and the actual texts `texts`, in a document in which the codes represented
 * their own letters in `usual` other lines, and those of `other` in as many as given.
 */
function actual(texts: string, codes: string, usual: number, other: readonly string[] = []): string {
  const line = (of: string, y: number): Glyph[] =>
    [...codes].map((c, i) => ({
      ...drawn([...of][i]!, { x: 5 * i, y, actual: true, run: 1 })[0]!,
      code: c.charCodeAt(0),
    }));
  const others = [...Array<string>(usual).fill(codes), ...other];
  const lines = linesOf(line(texts, 0), ...others.map((of, i) => line(of, 20 * (i + 1))));
  return [...lines[0]!.text].reverse().join('');
}
const turned = (text: string, by: number) => text.slice(-by) + text.slice(0, -by);
const six = 'ابتثجح';
const long = 'ابتثجحخدذرزسشصضطظعغفقكلم';
const runsOf = (length: number, times: number) => 'اب'.repeat(times).replace(/./gu, (s) => s.repeat(length));

const actuals: Example[] = [
  {
    says: 'three rotated texts are rotated back',
    of: ['turnedTexts'],
    read: () => actual('تاب', 'ابت', 4),
    gives: 'ابت',
  },
  {
    says: 'two swapped texts are left as they are',
    of: ['turnedTexts'],
    read: () => actual('با', 'اب', 4),
    gives: 'با',
  },
  {
    says: 'a line of which two thirds are correct is rotated back',
    of: ['turnedRight'],
    read: () => actual(turned(runsOf(3, 2), 1), runsOf(3, 2), 4),
    gives: runsOf(3, 2),
  },
  {
    says: 'one of which three quarters are correct is left as it is',
    of: ['turnedRight'],
    read: () => actual(turned(runsOf(4, 2), 1), runsOf(4, 2), 4),
    gives: turned(runsOf(4, 2), 1),
  },
  {
    says: 'texts rotated by seven places are rotated back',
    of: ['turnedPlaces'],
    read: () => actual(turned(long, 7), long, 4),
    gives: long,
  },
  {
    says: 'texts rotated by ten are left as they are',
    of: ['turnedPlaces'],
    read: () => actual(turned(long, 10), long, 4),
    gives: turned(long, 10),
  },
  {
    says: 'rotating back may leave one of ten wrong',
    of: ['turnedBack'],
    read: () => actual(turned('ابتثجحخدذر', 1).replace('ج', 'م'), 'ابتثجحخدذر', 4),
    gives: 'ابتثمحخدذر',
  },
  {
    says: 'rotating back may not leave three of ten wrong',
    of: ['turnedBack'],
    read: () => actual('رابتثممملذ', 'ابتثجحخدذر', 4),
    gives: 'رابتثممملذ',
  },
  {
    says: 'a text that a code had three times of four is its usual one',
    of: ['usualTexts', 'usualShare'],
    read: () => actual(turned(six, 1), six, 3),
    gives: six,
  },
  {
    says: 'one that it had twice is not',
    of: ['usualTexts'],
    read: () => actual(turned(six, 1), six, 2),
    gives: turned(six, 1),
  },
  {
    says: 'one that it had three times of five is not',
    of: ['usualShare'],
    read: () => actual(turned(six, 1), six, 3, [turned(six, 1)]),
    gives: turned(six, 1),
  },
];

/** Two numbers on a line of a document with this many Arabic and Latin letters: read from the right, or the left. */
const numbersAmong = (arabic: number, latin: number) =>
  read(
    drawn('12', { x: 0 }),
    drawn('7', { x: 15 }),
    word('ب'.repeat(arabic), { x: 0, y: 20 }),
    drawn('a'.repeat(latin), { x: 0, y: 40 }),
  )[0];
/** A line with this many Arabic letters and two Latin ones, in a Latin document. */
const mixedLine = (arabic: number) =>
  read(
    drawn('ab', { x: 0 }),
    word('ب'.repeat(arabic), { x: 15 }),
    drawn('a'.repeat(60), { x: 0, y: 20 }),
  )[0]!.startsWith('ب');
/** Two Latin words in an Arabic line. */
const latinWords = (gap: number, space: boolean) =>
  read(
    drawn('AA', { x: 0 }),
    space ? drawn(' ', { x: 12, width: 2.5 }) : [],
    drawn('BB', { x: 10 + gap }),
    word('بهر'.repeat(4), { x: 0, y: 20 }),
  )[0];
/**
 * Brackets as stored by one font in this many lines, among ten lines of another font that stores them the other way.
 */
function brackets(own: number): string {
  const other = font('other');
  const lines = Array.from({ length: 10 + own }, (_, i) => {
    const y = 20 * (own + 10 - i);
    const [left, right] = i < 10 ? [')', '('] : ['(', ')'];
    const pen = i < 10 ? { y } : { y, font: other };
    return [drawn(left!, { x: 0, ...pen }), word('بهر', { x: 5, y }), drawn(right!, { x: 20, ...pen })];
  });
  return read(...lines.flat())[0]!;
}
/** A Latin word and, to its left in an Arabic text, a number with a dash, all drawn in one go. */
const labelled = (number: string) =>
  read(drawn(`Bank -${number}`, { x: 0 }), word('بهر'.repeat(9), { x: 0, y: 20 }))[0];

const directions: Example[] = [
  {
    says: 'a document with a third Arabic letters is right-to-left',
    of: ['latinDocument'],
    read: () => numbersAmong(6, 10),
    gives: '7 12',
  },
  { says: 'one with fewer is not', of: ['latinDocument'], read: () => numbersAmong(6, 14), gives: '12 7' },
  {
    says: 'a line of a Latin document that is mostly Arabic is right-to-left',
    of: ['arabicLine'],
    read: () => mixedLine(8),
    gives: true,
  },
  { says: 'one that is less so is not', of: ['arabicLine'], read: () => mixedLine(5), gives: false },
  {
    says: 'Latin words nearly a letter’s height apart are one run',
    of: ['tabWithoutSpace'],
    read: () => latinWords(8, false),
    gives: 'AA BB',
  },
  {
    says: 'farther apart they are two',
    of: ['tabWithoutSpace'],
    read: () => latinWords(13, false),
    gives: 'BB AA',
  },
  {
    says: 'with a space between them they may be farther apart',
    of: ['tabWithSpace'],
    read: () => latinWords(25, true),
    gives: 'AA BB',
  },
  { says: 'but not as far as a tab', of: ['tabWithSpace'], read: () => latinWords(40, true), gives: 'BB AA' },
  {
    says: 'a font with three or four pairs of brackets decides for itself',
    of: ['bracketPairs'],
    read: () => brackets(4),
    gives: '(بهر)',
  },
  {
    says: 'one with two follows the document',
    of: ['bracketPairs'],
    read: () => brackets(2),
    gives: ')بهر(',
  },
  {
    says: 'a number of three digits with a dash before Latin words is a label',
    of: ['labelDigits'],
    read: () => labelled('123'),
    gives: '123- Bank',
  },
  { says: 'one of four is not', of: ['labelDigits'], read: () => labelled('1234'), gives: 'Bank -1234' },
];

/** 12 and 345 in an Arabic line: one number reads from the left, two from the right. */
const thousands = ({ gap = 4, size = 10, rise = 0 }) =>
  read(
    drawn('12', { x: 0 }),
    drawn('345', { x: 10 + gap, y: -rise, size, width: 5 }),
    word('بهر'.repeat(4), { x: 60 }),
  )[0];
const together = 'بهربهربهربهر 12 345';
const inTurn = 'بهربهربهربهر 345 12';
/** The numbers raised over a line. */
const raised = (size: number, rise: number) =>
  linesOf(word('بهر', { x: 5 }), drawn('7', { x: 0, y: -rise, size })).flatMap((line) =>
    line.raised.map(({ number }) => number),
  );
const bold = (letters: number) =>
  linesOf(
    word('ب'.repeat(letters), { x: 0, bold: true }),
    word('ب'.repeat(10 - letters), { x: 5 * letters }),
  )[0]!.bold;

const numbers: Example[] = [
  {
    says: 'groups of digits half a letter apart are one number',
    of: ['numberGap'],
    read: () => thousands({ gap: 5 }),
    gives: together,
  },
  { says: 'farther apart they are two', of: ['numberGap'], read: () => thousands({ gap: 7 }), gives: inTurn },
  {
    says: 'a little smaller they are one number',
    of: ['numberSize'],
    read: () => thousands({ size: 9.1 }),
    gives: together,
  },
  {
    says: 'smaller still they are two',
    of: ['numberSize'],
    read: () => thousands({ size: 8.5 }),
    gives: inTurn,
  },
  {
    says: 'a little raised they are one number',
    of: ['numberHeight'],
    read: () => thousands({ rise: 0.8 }),
    gives: together,
  },
  {
    says: 'more raised they are two',
    of: ['numberHeight'],
    read: () => thousands({ rise: 1.3 }),
    gives: inTurn,
  },
  {
    says: 'a smaller number above the line is a raised one',
    of: ['raisedSize'],
    read: () => raised(8.5, 3),
    gives: [7],
  },
  { says: 'one nearly as large as the text is not', of: ['raisedSize'], read: () => raised(9, 3), gives: [] },
  {
    says: 'a small number a seventh above the line is a raised one',
    of: ['raisedHeight'],
    read: () => raised(7, 1.5),
    gives: [7],
  },
  { says: 'one nearly on it is not', of: ['raisedHeight'], read: () => raised(7, 0.9), gives: [] },
  {
    says: 'a line with six bold letters of ten is bold',
    of: ['boldShare'],
    read: () => bold(6),
    gives: true,
  },
  { says: 'one with four is not', of: ['boldShare'], read: () => bold(4), gives: false },
];

/** How many lines result from a long word and a piece of `text` next to it or over it, `rise` points higher. */
const piece = (text: string, { x = 20, rise = 0, size = 10 }) =>
  read(word('بهر'.repeat(4), { x: -40 }), drawn(text, { x, y: -rise, size, width: 5 })).length;
/** The text of a word and a mark over or under its second letter. */
const marked = (mark: string, rise: number) => read(word('بهر', { x: 0 }), drawn(mark, { x: 6, y: -rise }));

const rows: Example[] = [
  {
    says: 'a letter raised by half its height belongs to the line',
    of: ['pieceAbove'],
    read: () => piece('ب', { rise: 5 }),
    gives: 1,
  },
  {
    says: 'one raised by two thirds does not',
    of: ['pieceAbove'],
    read: () => piece('ب', { rise: 6.5 }),
    gives: 2,
  },
  {
    says: 'a letter lowered by a third belongs to the line',
    of: ['pieceBelow'],
    read: () => piece('ب', { rise: -3.5 }),
    gives: 1,
  },
  {
    says: 'one lowered by half does not',
    of: ['pieceBelow'],
    read: () => piece('ب', { rise: -5 }),
    gives: 2,
  },
  {
    says: 'a mark a line’s height above a letter belongs to it',
    of: ['markAbove'],
    read: () => marked('\u064E', 10),
    gives: ['بهَر'],
  },
  {
    says: 'one farther up does not',
    of: ['markAbove'],
    read: () => marked('\u064E', 14),
    gives: ['بهر'],
  },
  {
    says: 'a mark under a letter belongs to it',
    of: ['markBelow'],
    read: () => marked('\u0650', -6),
    gives: ['بهِر'],
  },
  {
    says: 'one farther down does not',
    of: ['markBelow'],
    read: () => marked('\u0650', -9),
    gives: ['بهر'],
  },
  {
    says: 'a small number over the height of letters belongs to the line',
    of: ['highNumberAbove'],
    read: () => piece('7', { rise: 7.5, size: 6 }),
    gives: 1,
  },
  {
    says: 'one at the height of the next line does not',
    of: ['highNumberAbove'],
    read: () => piece('7', { rise: 10, size: 6 }),
    gives: 2,
  },
  {
    says: 'such a number is smaller than the text',
    of: ['highNumberSize'],
    read: () => piece('7', { rise: 7, size: 7.5 }),
    gives: 1,
  },
  {
    says: 'with nearly the same size it is not raised',
    of: ['highNumberSize'],
    read: () => piece('7', { rise: 7, size: 8.5 }),
    gives: 2,
  },
  {
    says: 'such a number has few digits',
    of: ['highNumberGlyphs'],
    read: () => piece('1234', { rise: 7, size: 6 }),
    gives: 1,
  },
  {
    says: 'with six it is not raised',
    of: ['highNumberGlyphs'],
    read: () => piece('123456', { rise: 7, size: 6 }),
    gives: 2,
  },
  {
    says: 'such a number is right next to the text',
    of: ['highNumberGap'],
    read: () => piece('7', { x: 23, rise: 7, size: 6 }),
    gives: 1,
  },
  {
    says: 'farther away it is not raised',
    of: ['highNumberGap'],
    read: () => piece('7', { x: 24.5, rise: 7, size: 6 }),
    gives: 2,
  },
  {
    says: 'its edge may overlap the text',
    of: ['highNumberOver'],
    read: () => piece('7', { x: 19.25, rise: 7, size: 6 }),
    gives: 1,
  },
  {
    says: 'a quarter of it may not',
    of: ['highNumberOver'],
    read: () => piece('7', { x: 18.75, rise: 7, size: 6 }),
    gives: 2,
  },
  {
    says: 'a raised piece of which two fifths overlap letters belongs to the line',
    of: ['pieceOver'],
    read: () => piece('ببببب', { x: 10, rise: 4 }),
    gives: 1,
  },
  {
    says: 'one of which three fifths overlap letters is a line of its own',
    of: ['pieceOver'],
    read: () => piece('ببببب', { x: 5, rise: 4 }),
    gives: 2,
  },
  {
    says: 'three small glyphs on top of letters belong to the line',
    of: ['fewOverGlyphs'],
    read: () => piece('ببب', { x: 0, rise: 4, size: 6 }),
    gives: 1,
  },
  {
    says: 'four are a line of their own',
    of: ['fewOverGlyphs'],
    read: () => piece('بببب', { x: 0, rise: 4, size: 6 }),
    gives: 2,
  },
  {
    says: 'two glyphs on top of letters are smaller than these',
    of: ['fewOverSize'],
    read: () => piece('بب', { x: 0, rise: 4, size: 7.5 }),
    gives: 1,
  },
  {
    says: 'with nearly the same size they are a line of their own',
    of: ['fewOverSize'],
    read: () => piece('بب', { x: 0, rise: 4, size: 8.5 }),
    gives: 2,
  },
  {
    says: 'two large glyphs a quarter above the line belong to it',
    of: ['fewOverHeight'],
    read: () => piece('بب', { x: 0, rise: 2.5 }),
    gives: 1,
  },
  {
    says: 'higher up they are a line of their own',
    of: ['fewOverHeight'],
    read: () => piece('بب', { x: 0, rise: 4 }),
    gives: 2,
  },
];

/** How many lines result from eight letters whose boxes overlap by half, every second one `rise` points higher. */
const jittered = (rise: number) =>
  read(...Array.from({ length: 8 }, (_, i) => drawn('ب', { x: 2.5 * i, y: i % 2 ? -rise : 0 }))).length;
/** Two glyphs in drawing order, the second one from `x` on, and their order on the line. */
const two = (x: number, width: number) =>
  read([...drawn('ب', { x: 0, run: 1 }), ...drawn('ه', { x, width, run: 1 })])[0];
/** Letters drawn one by one to the left, with a mark after the middle one: the letter to which it belongs. */
function markBehind(beyond: number, overlap: number): string {
  const letters = [drawn('ر', { x: 10 }), drawn('ه', { x: 5 }), drawn('\u064B', { x: 10 + beyond })];
  return read(...letters, drawn('ب', { x: overlap }))[0]!;
}
/** A word and, drawn by itself, a mark `at` points after the left edge of its second letter. */
const markOver = (at: number) => read(word('بهر', { x: 0 }), drawn('\u064B', { x: 5 + at }))[0];
/** A word that is drawn twice, `shift` points apart. */
const twice = (text: string, shift: number) => read(word(text, { x: 0 }), word(text, { x: shift }))[0];

const order: Example[] = [
  {
    says: 'letters a sixteenth up and down are one line',
    of: ['rowHeight'],
    read: () => jittered(0.6),
    gives: 1,
  },
  { says: 'texts a tenth apart are two', of: ['rowHeight'], read: () => jittered(1), gives: 2 },
  {
    says: 'a glyph drawn slightly back follows the one before',
    of: ['backStep'],
    read: () => two(-2.5, 6),
    gives: 'هب',
  },
  { says: 'one drawn farther back precedes it', of: ['backStep'], read: () => two(-4, 8), gives: 'به' },
  {
    says: 'a glyph drawn back that reaches beyond the one before follows it',
    of: ['stepReach'],
    read: () => two(-3, 5),
    gives: 'هب',
  },
  {
    says: 'one that hardly reaches beyond it precedes it',
    of: ['stepReach'],
    read: () => two(-3, 4),
    gives: 'به',
  },
  {
    says: 'a mark drawn at the edge of a letter belongs to it',
    of: ['markEdge'],
    read: () => markBehind(0.15, 0),
    gives: 'رهًب',
  },
  {
    says: 'one beyond the edge belongs to the next',
    of: ['markEdge'],
    read: () => markBehind(0.25, 0),
    gives: 'رًهب',
  },
  {
    says: 'so it does if the next letter overlaps that one slightly',
    of: ['letterOverlap'],
    read: () => markBehind(0, 1.25),
    gives: 'رهًب',
  },
  { says: 'more overlap shows no order', of: ['letterOverlap'], read: () => markBehind(0, 2), gives: 'رًهب' },
  {
    says: 'a mark drawn by itself right of a letter’s middle belongs to it',
    of: ['markShift'],
    read: () => markOver(3.5),
    gives: 'بهًر',
  },
  {
    says: 'one at its right edge belongs to the letter on the right',
    of: ['markShift'],
    read: () => markOver(4.5),
    gives: 'بًهر',
  },
  {
    says: 'a word drawn twice at one place is one',
    of: ['doubleShift'],
    read: () => twice('بهر', 0.6),
    gives: 'بهر',
  },
  { says: 'a tenth apart it is two', of: ['doubleShift'], read: () => twice('بهر', 1), gives: 'ببههرر' },
  {
    says: 'a letter with two marks drawn twice is one',
    of: ['doubleBack'],
    read: () => twice('بُّهر', 0.3),
    gives: 'بُّهر',
  },
];

/** Whether a Latin line with this many letters and an Arabic word, this far from the left, is read from the left. */
function latinLine(left: number, letters: number): boolean {
  const arabic = Array.from({ length: 3 }, (_, i) => word('ب'.repeat(60), { x: 0, y: 20 * i }));
  const latin = drawn('x'.repeat(letters), { x: left, y: 80 });
  const end = left + 5 * letters;
  return read(...arabic, latin, word('شج', { x: end + 5, y: 80 }), drawn('.', { x: end + 15, y: 80 }))
    .at(-1)!
    .endsWith('شج.');
}

/** Whether a Latin line is read from the left that is this far below another one as wide as the text. */
function fullLatinLine(dy: number): boolean {
  const arabic = Array.from({ length: 3 }, (_, i) => word('ب'.repeat(60), { x: 0, y: 20 * i }));
  const full = drawn(`(x) ${'x'.repeat(56)}`, { x: 0, y: 80 });
  const rest = drawn('x'.repeat(20), { x: 0, y: 80 + dy });
  return read(...arabic, full, rest)
    .at(-2)!
    .startsWith('(x)');
}

const aside: Example[] = [
  {
    says: 'a full Latin line is read from the left if it continues in one that is',
    of: ['latinLeading'],
    read: () => fullLatinLine(20),
    gives: true,
  },
  { says: 'not one far above it', of: ['latinLeading'], read: () => fullLatinLine(24), gives: false },
  {
    says: 'a Latin line at the left is read from the left',
    of: ['asideLeft', 'asideRight'],
    read: () => latinLine(4, 50),
    gives: true,
  },
  { says: 'an indented one is not', of: ['asideLeft'], read: () => latinLine(6, 50), gives: false },
  { says: 'nor one that fills the line', of: ['asideRight'], read: () => latinLine(0, 53), gives: false },
  { says: 'a dozen letters make a line', of: ['asideLetters'], read: () => latinLine(0, 14), gives: true },
  {
    says: 'fewer are a symbol or a number',
    of: ['asideLetters'],
    read: () => latinLine(0, 8),
    gives: false,
  },
];

hold('lines', [...aside, ...order, ...words, ...kashidas, ...actuals, ...directions, ...numbers, ...rows], {
  // Looking farther back for the double of a glyph than one can be finds no other.
  doubleBack: 'down',
});
