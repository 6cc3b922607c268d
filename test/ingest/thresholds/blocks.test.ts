/** Examples that fix the numbers for putting lines into paragraphs. Ten-point type in a column 400 points wide. */
import { toBlocks } from '../../../src/ingest/readers/pdf/blocks/blocks.ts';
import type { TextLine } from '../../../src/ingest/readers/pdf/lines/text-line.ts';
import type { Region } from '../../../src/ingest/readers/pdf/regions/region.ts';
import { type Example, hold } from './examples.ts';

interface Spec extends Partial<TextLine> {
  /** Distance from the line above, in its own size. */
  dy?: number;
  /** Points left free at the far end, where a right-to-left line ends, and at the near one. */
  behind?: number;
  before?: number;
}

/** Pages of lines below each other; properties that a line does not give are those of a full text line. */
function pagesOf(...pages: readonly (readonly Spec[])[]): TextLine[][] {
  return pages.map((specs, p) => {
    let y = 0;
    const page: Region = { column: false, cell: null, rtl: null };
    return specs.map(({ dy = 1.5, behind = 0, before = 0, ...own }) => {
      const size = own.size ?? 10;
      y = own.y ?? y + dy * size;
      const line: TextLine = {
        ...{ text: '', raised: [], page: p + 1, x0: 100 + behind, x1: 500 - before, size, bold: false },
        ...{ rtl: true, latin: false, firstWord: 20, firstGap: 0.3, gaps: [], sheet: null, region: page },
        ...own,
        y,
      };
      return line;
    });
  });
}

const read = (...pages: readonly (readonly Spec[])[]) => toBlocks(pagesOf(...pages)).blocks;
const furniture = (...pages: readonly (readonly Spec[])[]) => toBlocks(pagesOf(...pages)).furniture;

const sentence = 'نظرت اللجنة في التقرير الذي قدمه الأمين العام عن التعاون';
/** Full lines of one paragraph, except for a short last one. */
const filler = (lines = 8, more: Spec = {}): Spec[] => [
  ...Array.from({ length: lines - 1 }, () => ({ text: sentence, ...more })),
  { text: sentence, behind: 200, ...more },
];
/** Whether these two lines are one paragraph, in a document with this text before them. */
function together(first: Spec, second: Spec, text: readonly Spec[] = filler()): boolean {
  const blocks = read([...text, { text: 'أول', ...first }, { text: 'آخر', ...second }]);
  return blocks.some((block) => block.text.includes('أول آخر'));
}
/** The same on separate pages, after one page of text. */
function joined(lines: readonly Spec[], ...pages: readonly (readonly Spec[])[]): boolean {
  const named = lines.map((line, i) => ({ text: `س${i}`, ...line }));
  return read(...pages, named).some((block) => block.text.includes('س0 س1'));
}

/** Paragraphs of one short line each, `apart` from the next, often enough for their distance to be known. */
const partings = (times: number, apart: number, more: Spec = {}): Spec[] =>
  Array.from({ length: times }, () => ({ text: sentence, behind: 200, dy: apart, ...more }));
const parted = (dy: number, apart: number, times = 7, more: Spec = {}) =>
  together({ dy: 2.5 }, { dy }, [...filler(), ...partings(times, apart, more)]);
/** Pairs of full lines at this distance, each pair by itself. */
const pairs = (times: number, dy: number, more: Spec = {}): Spec[] =>
  Array.from({ length: times }, (): Spec[] => [
    { text: sentence, dy: 5, ...more },
    { text: sentence, dy, ...more },
  ]).flat();

const leadings: Example[] = [
  {
    says: 'lines of nearly one size are one paragraph',
    of: ['sameSize'],
    read: () => together({}, { size: 10.7 }),
    gives: true,
  },
  { says: 'a larger line is not', of: ['sameSize'], read: () => together({}, { size: 10.9 }), gives: false },
  {
    says: 'lines that overlap by two thirds follow each other',
    of: ['nearestLines'],
    read: () => together({}, { dy: 0.35 }),
    gives: true,
  },
  { says: 'nearer ones do not', of: ['nearestLines'], read: () => together({}, { dy: 0.25 }), gives: false },
  {
    says: 'a distance a tenth wider than usual is inside a paragraph',
    of: ['widerLeading'],
    read: () => together({}, { dy: 1.65 }),
    gives: true,
  },
  {
    says: 'one a fifth wider is not',
    of: ['widerLeading'],
    read: () => together({}, { dy: 1.8 }),
    gives: false,
  },
  {
    says: 'distances are known to a twentieth of the size',
    of: ['widerBy'],
    read: () => together({}, { dy: 1.725 }),
    gives: true,
  },
  {
    says: 'what is beyond that counts',
    of: ['widerBy'],
    read: () => together({}, { dy: 1.735 }),
    gives: false,
  },
  {
    says: 'where paragraphs are set apart, what is nearer to the usual distance is inside',
    of: ['towardsParting', 'partingSeen'],
    read: () => parted(1.85, 2.2, 5),
    gives: true,
  },
  {
    says: 'what is nearer to their distance is not',
    of: ['towardsParting'],
    read: () => parted(1.95, 2.2),
    gives: false,
  },
  {
    says: 'where they are set far apart, 1.5 times the usual distance is inside',
    of: ['widestLeading'],
    read: () => parted(2.4, 4),
    gives: true,
  },
  { says: 'more is not', of: ['widestLeading'], read: () => parted(2.55, 4), gives: false },
  {
    says: 'four paragraphs do not show how far they are apart',
    of: ['partingSeen'],
    read: () => parted(1.85, 2.2, 3),
    gives: false,
  },
  {
    says: 'lines of three fifths of the column certainly end their paragraphs',
    of: ['shortLine'],
    read: () => parted(1.85, 2.2, 7, { behind: 160 }),
    gives: true,
  },
  {
    says: 'those of three quarters may not',
    of: ['shortLine'],
    read: () => parted(1.85, 2.2, 7, { behind: 100 }),
    gives: false,
  },
  {
    says: 'type a little larger is the text’s',
    of: ['textSizePoints'],
    read: () => parted(1.85, 2.2, 7, { size: 10.2 }),
    gives: true,
  },
  {
    says: 'still larger type says nothing about it',
    of: ['textSizePoints'],
    read: () => parted(1.85, 2.2, 7, { size: 10.4 }),
    gives: false,
  },
  {
    says: 'overlapping lines say nothing about the usual distance',
    of: ['leastLeading'],
    read: () => together({ dy: 5 }, {}, [...filler(), ...pairs(3, 0.5)]),
    gives: true,
  },
  {
    says: 'closely set lines do',
    of: ['leastLeading'],
    read: () => together({}, {}, filler(8, { dy: 0.8 })),
    gives: false,
  },
  {
    says: 'lines far apart show the usual distance',
    of: ['mostLeading'],
    read: () => together({ dy: 3.5 }, { dy: 3.5 }, filler(8, { dy: 3.5 })),
    gives: true,
  },
  {
    says: 'still farther apart they are paragraphs',
    of: ['mostLeading'],
    read: () => together({ dy: 5 }, { dy: 5 }, filler(8, { dy: 5 })),
    gives: false,
  },
  {
    says: 'a rare distance is not the usual one',
    of: ['commonLeading'],
    read: () => together({ dy: 5 }, {}, [...filler(97), ...pairs(3, 1.2)]),
    gives: true,
  },
  {
    says: 'one that occurs from time to time is',
    of: ['commonLeading'],
    read: () => together({ dy: 5 }, {}, [...filler(97), ...pairs(6, 1.2)]),
    gives: false,
  },
  {
    says: 'bold lines a little wider apart than the text are one paragraph',
    of: ['typeLeading'],
    read: () =>
      together({ dy: 5, bold: true }, { dy: 2.55, bold: true }, [
        ...filler(8, { dy: 2 }),
        ...pairs(3, 2.55, { bold: true }),
      ]),
    gives: true,
  },
  {
    says: 'single bold lines far apart are headings',
    of: ['typeLeading'],
    read: () => together({ dy: 5, bold: true }, { dy: 2, bold: true }),
    gives: false,
  },
  {
    says: 'a line of slightly larger type may be a little farther away',
    of: ['unseenLeading'],
    read: () => together({}, { size: 10.3, dy: 1.85 }),
    gives: true,
  },
  {
    says: 'but not much',
    of: ['unseenLeading'],
    read: () => together({}, { size: 10.3, dy: 1.95 }),
    gives: false,
  },
];

const emphasis = (size: number) =>
  read([...filler(), { text: 'عنوان', size, dy: 3, behind: 300 }]).at(-1)?.emphasis ?? false;
const headingOver = (lines: number) =>
  read(
    [
      ...filler(),
      ...Array.from({ length: lines }, (_, i) => ({ text: `ع${i}`, bold: true, dy: i === 0 ? 3 : 1.5 })),
    ],
    [{ text: 'تتمة', bold: true }, ...filler()],
  ).some(({ text }) => text.endsWith(' تتمة'));
/** The text size that is found, shown by what counts as larger. */
const largeAmong = (heading: number) =>
  read([
    ...filler(3),
    ...Array.from({ length: heading }, () => ({ text: sentence, size: 14, bold: true, dy: 3, behind: 50 })),
    { text: 'كبير', size: 12, dy: 3, behind: 300 },
  ]).at(-1)?.emphasis ?? false;

const types: Example[] = [
  {
    says: 'type an eighth larger is a heading’s',
    of: ['headingSize'],
    read: () => emphasis(11.4),
    gives: true,
  },
  { says: 'type a little larger is not', of: ['headingSize'], read: () => emphasis(10.8), gives: false },
  {
    says: 'a heading of two lines does not run over to the next page',
    of: ['headingLines'],
    read: () => headingOver(2),
    gives: false,
  },
  { says: 'bold text of four lines may', of: ['headingLines'], read: () => headingOver(4), gives: true },
  {
    says: 'headings with eight times the letters of the text do not determine its size',
    of: ['shortWeight'],
    read: () => largeAmong(20),
    gives: true,
  },
  { says: 'with far more they do', of: ['shortWeight'], read: () => largeAmong(40), gives: false },
];

const rooms: Example[] = [
  {
    says: 'a line is full if the next word and a space do not fit',
    of: ['freeSpace'],
    read: () => together({ behind: 23 }, {}),
    gives: true,
  },
  {
    says: 'if they do, the paragraph has ended',
    of: ['freeSpace'],
    read: () => together({ behind: 24 }, {}),
    gives: false,
  },
  {
    says: 'a slight indent does not make a line centred',
    of: ['noIndent'],
    read: () => together({ before: 7, behind: 18 }, {}),
    gives: true,
  },
  {
    says: 'a line with space on both sides is centred',
    of: ['noIndent'],
    read: () => together({ before: 10, behind: 18 }, {}),
    gives: false,
  },
  {
    says: 'lines with aligned near ends are indented',
    of: ['unevenEnds'],
    read: () => together({ before: 30 }, { before: 33 }),
    gives: true,
  },
  {
    says: 'lines with uneven ones are aligned to the far side',
    of: ['unevenEnds'],
    read: () => together({ before: 30 }, { before: 35 }),
    gives: false,
  },
  {
    says: 'an indent may be a fifth of the column',
    of: ['deepIndent'],
    read: () => together({ before: 90 }, { before: 90 }),
    gives: true,
  },
  {
    says: 'a deeper one is not an indent',
    of: ['deepIndent'],
    read: () => together({ before: 110 }, { before: 110 }),
    gives: false,
  },
  {
    says: 'a line is centred with a little more space before it than after it',
    of: ['centred'],
    read: () => together({ before: 30, behind: 18 }, {}),
    gives: false,
  },
  {
    says: 'with far more it is indented',
    of: ['centred'],
    read: () => together({ before: 30, behind: 10 }, {}),
    gives: true,
  },
];

const wide = (share: number, more: Spec = {}): Spec => ({ behind: 400 * (1 - share), ...more });
const lines = (count: number, share: number, more: Spec = {}): Spec[] =>
  Array.from({ length: count }, () => wide(share, more));
/** Lines of increasing width, none as wide as another, on a page with equal margins; the widest two last. */
const ragged = (count: number, margin: number, last = 5) => {
  const sheet = { left: 0, right: 500 + margin };
  const shorter = Array.from({ length: count - 2 }, (_, i) => ({
    text: sentence,
    behind: 250 - i,
    dy: 3,
    sheet,
  }));
  return read([
    ...shorter,
    { text: 'س0', behind: 120, sheet },
    { text: 'س1', behind: 120 + last, sheet },
  ]).some(({ text }) => text === 'س0 س1');
};

const columns: Example[] = [
  {
    says: 'lines of half the width are not a column of their own',
    of: ['wideLine'],
    read: () => joined(lines(3, 0.55), filler()),
    gives: false,
  },
  {
    says: 'lines of seven tenths of the width are',
    of: ['wideLine'],
    read: () => joined(lines(3, 0.7), filler()),
    gives: true,
  },
  {
    says: 'lines that differ a little are equally wide',
    of: ['sameWidth'],
    read: () => joined([wide(0.8), wide(0.788), wide(0.788)], filler()),
    gives: true,
  },
  {
    says: 'those that differ by more are not',
    of: ['sameWidth'],
    read: () => joined([wide(0.8), wide(0.78), wide(0.78)], filler()),
    gives: false,
  },
  {
    says: 'a page’s column is the document’s though a line is wider',
    of: ['fullColumn'],
    read: () => joined(lines(2, 0.65), [{ text: 'جدول' }], lines(5, 0.9, { text: sentence })),
    gives: false,
  },
  {
    says: 'much narrower ones are not',
    of: ['fullColumn'],
    read: () => joined(lines(2, 0.65), [{ text: 'جدول' }], lines(5, 0.8, { text: sentence })),
    gives: true,
  },
  {
    says: 'two lines of one width show the document’s column',
    of: ['fullLines'],
    read: () => joined(lines(2, 0.65), lines(2, 1, { text: sentence })),
    gives: false,
  },
  {
    says: 'one line does not',
    of: ['fullLines'],
    read: () => joined(lines(2, 0.65), [{ text: 'عنوان' }]),
    gives: true,
  },
  {
    says: 'three lines of one width show their page’s column',
    of: ['sureLines'],
    read: () => joined(lines(3, 0.8), filler()),
    gives: true,
  },
  { says: 'two lines do not', of: ['sureLines'], read: () => joined(lines(2, 0.8), filler()), gives: false },
  {
    says: 'lines nearly as wide as any do',
    of: ['sureColumn'],
    read: () => joined(lines(2, 0.98, { firstWord: 3 }), filler(), filler()),
    gives: true,
  },
  {
    says: 'narrower ones do not',
    of: ['sureColumn'],
    read: () => joined(lines(2, 0.96, { firstWord: 3 }), filler(), filler()),
    gives: false,
  },
  {
    says: 'if no two of thirty lines are equally wide, the margin shows the column',
    of: ['manyLines'],
    read: () => ragged(30, 50),
    gives: false,
  },
  { says: 'fifty lines show it by themselves', of: ['manyLines'], read: () => ragged(50, 50), gives: true },
  {
    says: 'lines that end within a point of each other are full',
    of: ['samePoints'],
    read: () => ragged(30, 50, 0.8),
    gives: true,
  },
  {
    says: 'those that differ by more are not',
    of: ['samePoints'],
    read: () => ragged(30, 50, 1.2),
    gives: false,
  },
  {
    says: 'a margin is less than a fifth of the page',
    of: ['widestMargin'],
    read: () => ragged(30, 110),
    gives: false,
  },
  { says: 'a wider one is not a margin', of: ['widestMargin'], read: () => ragged(30, 140), gives: true },
];

const mark = (text: string) => ({
  text: `${text}1`,
  raised: [{ start: text.length, end: text.length + 1, number: 1, page: 1 }],
});
const notes = (...pages: readonly (readonly Spec[])[]) =>
  read(...pages)
    .filter(({ kind }) => kind === 'footnote')
    .map(({ text }) => text);
const called = (size: number) =>
  notes([...filler(), mark(sentence), { text: '1. ملاحظة', size, behind: 200 }], filler());
const uncalled = (size: number) => notes([...filler(), { text: '1. ملاحظة', size, behind: 200 }]);
const rest = (size: number) =>
  notes([...filler(), { text: '1. ملاحظة', size: 8 }], [...filler(), { text: 'تتمة', size, behind: 200 }]);

const footnotes: Example[] = [
  {
    says: 'a note with a reference is a little smaller than the text',
    of: ['noteSize'],
    read: () => called(9.1),
    gives: ['ملاحظة'],
  },
  {
    says: 'type of nearly the same size is not a note’s',
    of: ['noteSize'],
    read: () => called(9.5),
    gives: [],
  },
  {
    says: 'one without a reference is smaller',
    of: ['uncalledNoteSize'],
    read: () => uncalled(8.6),
    gives: ['ملاحظة'],
  },
  {
    says: 'type of nine tenths is not such a note’s',
    of: ['uncalledNoteSize'],
    read: () => uncalled(9),
    gives: [],
  },
  {
    says: 'a note continues on the next page in its own type',
    of: ['noteRestPoints'],
    read: () => rest(8.4),
    gives: ['ملاحظة تتمة'],
  },
  { says: 'and in no other', of: ['noteRestPoints'], read: () => rest(8.6), gives: ['ملاحظة'] },
];

const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';
/** Lines of text that are on no other page. */
const body = (page: number, count = 12): Spec[] =>
  Array.from({ length: count }, (_, i) => ({
    text: `${letters[page % 28]}${letters[i % 28]} ${sentence} ${letters[(page * 7 + i * 3) % 28]}${letters[(page + i) % 28]}`,
  }));
/** This many pages with these lines at the top, some of which say which page it is. */
const headed = (count: number, top: (page: number) => readonly Spec[], text = 12) =>
  furniture(...Array.from({ length: count }, (_, i) => [...top(i + 1), ...body(i + 1, text)]));
const on =
  (...pages: readonly number[]) =>
  (page: number): Spec[] =>
    pages.includes(page) ? [{ text: 'ترويسة', behind: 300, y: 10 }] : [];
/** Header lines of one word each. */
const tops = (count: number): Spec[] =>
  Array.from({ length: count }, (_, i) => ({ text: `رأس ${letters[i]}`, behind: 300 }));
const counting = (right: number) =>
  headed(10, (page) => [{ text: `صفحة ${page <= right ? page : 100 + page * page}`, behind: 300, y: 10 }])
    .length;
/** How much of the page is kept as text if its header has this many letters for each letter of text. */
const mostlyHeader = (share: number) => {
  const text = 'نص'.repeat(100);
  const pages = [1, 2, 3].map((page): Spec[] => [
    { text, y: 10 },
    { text: letters[page]!.repeat(Math.round(200 * share)), y: 40 },
  ]);
  return furniture(...pages).length;
};
/** A single page with a symbol above its text and its number below. */
const single = ({ lines: count = 6, size = 8, gap = 3, note = '' }) =>
  furniture([
    { text: 'A/C.9/2011/3', size, latin: true, behind: 300 },
    ...body(1, count - 2),
    { text: `1 ${note}`.trim(), size: 8, dy: gap, behind: 390 },
  ]);

const running: Example[] = [
  {
    says: 'four lines on top of every page are furniture',
    of: ['edgeLines'],
    read: () => headed(5, () => tops(4)).length,
    gives: 4,
  },
  { says: 'the fifth is not', of: ['edgeLines'], read: () => headed(5, () => tops(5)).length, gives: 4 },
  {
    says: 'a running line may be a few points higher or lower',
    of: ['runningHeight'],
    read: () => headed(2, (page) => [{ text: 'ترويسة', behind: 300, y: page === 1 ? 10 : 15 }]),
    gives: ['ترويسة'],
  },
  {
    says: 'but not more',
    of: ['runningHeight'],
    read: () => headed(2, (page) => [{ text: 'ترويسة', behind: 300, y: page === 1 ? 10 : 17 }]),
    gives: [],
  },
  {
    says: 'a line on four pages of ten is running',
    of: ['runningPages'],
    read: () => headed(10, on(1, 4, 7, 10)),
    gives: ['ترويسة'],
  },
  { says: 'one on three is not', of: ['runningPages'], read: () => headed(10, on(1, 5, 10)), gives: [] },
  {
    says: 'a line on every second page of a stretch is running',
    of: ['stretchPages', 'stretchShare'],
    read: () => headed(20, on(1, 3, 5, 7, 9)),
    gives: ['ترويسة'],
  },
  {
    says: 'one on three pages of twenty is not',
    of: ['stretchPages'],
    read: () => headed(20, on(3, 4, 5)),
    gives: [],
  },
  {
    says: 'one on every third page of a stretch is not',
    of: ['stretchShare'],
    read: () => headed(20, on(1, 4, 7, 10, 13)),
    gives: [],
  },
  {
    says: 'a line whose number counts the pages on seven of ten is a running line',
    of: ['countingLines'],
    read: () => counting(7),
    gives: 7,
  },
  {
    says: 'one that counts them on five of ten is not',
    of: ['countingLines'],
    read: () => counting(5),
    gives: 0,
  },
  {
    says: 'pages with two fifths as much text as header have a header',
    of: ['textToFurniture'],
    read: () => mostlyHeader(0.4),
    gives: 1,
  },
  {
    says: 'pages with one fifth are merely alike',
    of: ['textToFurniture'],
    read: () => mostlyHeader(0.2),
    gives: 0,
  },
  {
    says: 'furniture of a single page is set smaller',
    of: ['singlePageSize'],
    read: () => single({ size: 8.3 })[0],
    gives: 'A/C.9/2011/3',
  },
  {
    says: 'a symbol nearly as large as the text is not',
    of: ['singlePageSize'],
    read: () => single({ size: 9 })[0],
    gives: '1',
  },
  {
    says: 'a page number stands apart',
    of: ['singlePageGap'],
    read: () => single({ gap: 2 }).at(-1),
    gives: '1',
  },
  {
    says: 'one near the text is not a page number',
    of: ['singlePageGap'],
    read: () => single({ gap: 1.5 }).at(-1),
    gives: 'A/C.9/2011/3',
  },
  {
    says: 'a line with the page’s number is short',
    of: ['singlePageLetters'],
    read: () => single({ note: 'س'.repeat(28) }).length,
    gives: 2,
  },
  {
    says: 'a longer one is text',
    of: ['singlePageLetters'],
    read: () => single({ note: 'س'.repeat(48) }).length,
    gives: 1,
  },
];

/** Whether a page with this line distance, after a page of text, is one paragraph. */
const pageApart = (count: number, dy: number) =>
  joined(
    Array.from({ length: count }, () => ({ dy })),
    filler(),
  );

const pages: Example[] = [
  {
    says: 'a page with a fifth more leading shows it by three distances',
    of: ['ownLeadingLines'],
    read: () => pageApart(4, 1.8),
    gives: true,
  },
  {
    says: 'one distance shows nothing',
    of: ['ownLeadingLines'],
    read: () => pageApart(2, 1.8),
    gives: false,
  },
  {
    says: 'a page may have two fifths more leading',
    of: ['ownLeading'],
    read: () => pageApart(5, 2.1),
    gives: true,
  },
  {
    says: 'with still more, the lines are paragraphs',
    of: ['ownLeading'],
    read: () => pageApart(5, 2.5),
    gives: false,
  },
];

/** Paragraphs of two lines, the first one indented, both ragged; then the line in question. */
const setIn = (times: number, indent: number, ragged: number) =>
  Array.from({ length: times }, (_, i): Spec[] => [
    { before: indent, behind: ragged + (i % 3) },
    { behind: 250, text: sentence },
  ]).flat();
const indented = (text: readonly Spec[]) =>
  together({ before: 20, behind: 15, firstWord: 20 }, {}, [...text, { behind: 250, text: sentence }]);
/** A list whose items are indented from their second line on; `full` of them have a last line that fills it. */
const hung = (first: number, other: number): Spec[] => [
  { text: sentence },
  ...Array.from({ length: first }, (): Spec[] => [
    { behind: 250, text: sentence },
    { before: 20, behind: 5 },
    { behind: 5, text: sentence },
  ]).flat(),
  ...Array.from({ length: other }, (): Spec[] => [
    { behind: 3, text: sentence },
    { before: 20, behind: 5 },
    { behind: 5, text: sentence },
  ]).flat(),
];
const flush = (full: number, ragged: number): Spec[] => [
  ...setIn(4, 20, 15),
  ...Array.from({ length: full }, (): Spec => ({ text: sentence })),
  ...Array.from({ length: ragged }, (_, i): Spec => ({ text: sentence, behind: 5 + (i % 4) })),
];

/** Whether number 41 begins a paragraph after the full item of number 40, this many points from its edge. */
const numberAside = (before: number) =>
  read([
    ...filler(),
    { text: '40- اعتمدت اللجنة ما يلي:', behind: 200 },
    { text: `(أ) ${sentence}` },
    { text: `41- ${sentence}`, before },
  ])
    .at(-1)!
    .text.startsWith('41-');

const firstLines: Example[] = [
  {
    says: 'labels of one list may begin at slightly different points',
    of: ['sameLabelEdge'],
    read: () => numberAside(4),
    gives: true,
  },
  {
    says: 'a number farther in is none of them',
    of: ['sameLabelEdge'],
    read: () => numberAside(6),
    gives: false,
  },
  {
    says: 'a recurring indent is a first line’s and not free space',
    of: ['indentTimes'],
    read: () => indented(setIn(1, 20, 15)),
    gives: true,
  },
  {
    says: 'a single one may be a centred line',
    of: ['indentTimes'],
    read: () => indented(flush(0, 8).slice(8)),
    gives: false,
  },
  {
    says: 'a few full lines before indents do not make them a list’s',
    of: ['hanging'],
    read: () => indented(hung(3, 2)),
    gives: true,
  },
  { says: 'as many do', of: ['hanging'], read: () => indented(hung(3, 4)), gives: false },
  {
    says: 'if most full lines end at the edge, one that ends before it is the last of its paragraph',
    of: ['justified', 'earlyEnd'],
    read: () => together({ behind: 3 }, {}, flush(60, 4)),
    gives: false,
  },
  {
    says: 'if two thirds do, the text is ragged',
    of: ['justified'],
    read: () => together({ behind: 3 }, {}, flush(50, 20)),
    gives: true,
  },
  {
    says: 'last letters may end at slightly different points',
    of: ['earlyEnd'],
    read: () => together({ behind: 2 }, {}, flush(60, 4)),
    gives: true,
  },
];

const narrow = (width: number) => {
  const region: Region = { column: true, cell: null, rtl: false };
  const line = { size: 10, latin: true, rtl: false, firstWord: 60, region, x0: 0 };
  return read([
    ...filler(),
    { ...line, text: 'Distr.: General', x1: width, y: 900 },
    { ...line, text: 'Arabic', x1: 40, y: 915 },
  ]).some(({ text }) => text === 'Distr.: General Arabic');
};
/** Whether a table on two pages, with its columns on the second one shifted by this many points, is one table. */
const overPages = (aside: number) =>
  read(
    ...[0, aside].map((by, page): Spec[] => {
      const table = { edges: [100 + by, 300, 500], rows: 1, columns: 2 };
      return [1, 2].map((column) => ({
        text: `${letters[page]}${letters[column]}`,
        region: { column: true, cell: { table, row: 1, column }, rtl: null },
      }));
    }),
  ).at(-1)?.cell?.table === 1;

/** Whether a line with two gaps of 40 points, which differ by this much, is part of the paragraph above. */
const stretched = (by: number): boolean =>
  read([
    ...filler(),
    { text: 'أول', dy: 2.5 },
    {
      text: 'من أربع كلمات فقط',
      gaps: [
        [200, 240],
        [300, 340 + by],
      ],
    },
  ]).some((block) => block.text === 'أول من أربع كلمات فقط');

const regions: Example[] = [
  {
    says: 'a Latin line with a capital stands alone in a narrow column',
    of: ['narrowColumn'],
    read: () => narrow(80),
    gives: false,
  },
  { says: 'in a wider one it does not', of: ['narrowColumn'], read: () => narrow(150), gives: true },
  {
    says: 'a table continues if its columns are in nearly the same place',
    of: ['sameEdge'],
    read: () => overPages(5),
    gives: true,
  },
  { says: 'elsewhere it is another table', of: ['sameEdge'], read: () => overPages(8), gives: false },
  {
    says: 'a line of four words stretched over the column continues the one above',
    of: ['evenGaps'],
    read: () => stretched(0.4),
    gives: true,
  },
  {
    says: 'with uneven spaces it is a table row',
    of: ['evenGaps'],
    read: () => stretched(0.6),
    gives: false,
  },
];

hold('blocks', [
  ...leadings,
  ...types,
  ...rooms,
  ...columns,
  ...footnotes,
  ...running,
  ...pages,
  ...firstLines,
  ...regions,
]);
