/** Examples that fix the numbers for reading glyphs. Letters are ten points high and five wide. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { replaceText } from '../../../src/ingest/readers/pdf/glyphs/actual-text.ts';
import type { Glyph } from '../../../src/ingest/readers/pdf/glyphs/glyph.ts';
import { withoutOverlaid } from '../../../src/ingest/readers/pdf/glyphs/overlaid.ts';
import { isPicture } from '../../../src/ingest/readers/pdf/glyphs/pictures.ts';
import { rulesOf } from '../../../src/ingest/readers/pdf/glyphs/rules.ts';
import { visible } from '../../../src/ingest/readers/pdf/glyphs/space.ts';
import { Unmapped } from '../../../src/ingest/readers/pdf/glyphs/unmapped.ts';
import { Objects } from '../../../src/ingest/readers/pdf/open/objects.ts';
import { drawn } from './draw.ts';
import { type Example, hold } from './examples.ts';

const textOf = (glyphs: readonly Glyph[]) => glyphs.map(({ s }) => s).join('');
/** The text of three glyphs with an actual text of this many letters. */
const named = (letters: number) => {
  const glyphs = drawn('ابت', { x: 0 });
  replaceText(glyphs, 0, 'ل'.repeat(letters));
  return textOf(glyphs);
};
/** An alef and a hamza that the font maps to أ, with this width and distance. */
const hamza = (width: number, off: number) =>
  textOf(
    withoutOverlaid([...drawn('ا', { x: 0 }), ...drawn('أ', { x: off, width }), ...drawn('ر', { x: 5 })]),
  );
/** A letter and a mark with a private code. */
const privateMark = (off: number) =>
  textOf(
    withoutOverlaid([
      ...drawn('\uE821', { x: 50 + off }),
      ...drawn('ي', { x: 50 }),
      ...drawn('ر', { x: 90 }),
    ]),
  );

/** A page, 600 by 800 points, with an image over a share of it, and letters at this height. */
function picture({ cover = 0.9, letters = 20, up = 0.05, points = 1_000_000 }): boolean {
  const width = Math.round(Math.sqrt(points));
  const file =
    '1 0 obj << /Type /Page /Resources << /XObject << /I 2 0 R >> >> >> endobj\n' +
    `2 0 obj << /Subtype /Image /Width ${width} /Height ${Math.round(points / width)} >> endobj\n`;
  const list = { fnArray: [OPS.transform], argsArray: [[600, 0, 0, 800 * cover, 0, 0]] };
  const glyphs = drawn('ا'.repeat(letters), { x: 10, y: -800 * up, width: 1 });
  const objects = () => new Objects(new TextEncoder().encode(file));
  return isPicture({ list, glyphs, view: [0, 0, 600, 800], number: 1 }, objects);
}
const unread = (glyphs: number) => {
  const counted = new Unmapped();
  counted.count(drawn('\uFFFD'.repeat(glyphs), { x: 0 }));
  return counted.share();
};
/** Whether a glyph is visible whose middle is this far to the right of the page's edge. */
const seen = (over: number) => visible(drawn('ا', { x: 97.5 + over })[0]!, [0, -100, 100, 100]);

/** How many rules a path from point to point is, stroked or filled. */
const rules = (paint: number, ...points: [number, number][]) => {
  const path = points.flatMap(([x, y], i) => [i === 0 ? 0 : 1, x, y]);
  return rulesOf({ fnArray: [OPS.constructPath], argsArray: [[paint, [path], null]] })?.length;
};
const line = (length: number, lean = 0) => rules(OPS.stroke, [50, 50], [50 + length, 50 + lean]);
const bar = (thick: number) => rules(OPS.fill, [50, 50], [150, 50], [150, 50 + thick], [50, 50 + thick]);

const examples: Example[] = [
  {
    says: 'an actual text of a word replaces its glyphs',
    of: ['longestActualText'],
    read: () => named(11),
    gives: 'ل'.repeat(11),
  },
  { says: 'one of a whole line does not', of: ['longestActualText'], read: () => named(16), gives: 'ابت' },
  {
    says: 'a hamza without width belongs to the alef under it',
    of: ['flat'],
    read: () => hamza(0.08, 1),
    gives: 'أر',
  },
  { says: 'a narrow letter is a letter', of: ['flat'], read: () => hamza(0.12, 1), gives: 'اأر' },
  {
    says: 'a hamza may begin a quarter of a letter’s height away',
    of: ['hamzaReach'],
    read: () => hamza(0, 2.5),
    gives: 'أر',
  },
  { says: 'one farther away is a letter', of: ['hamzaReach'], read: () => hamza(0, 3.5), gives: 'اأر' },
  {
    says: 'a private code on a letter is a mark of it',
    of: ['privateMarkReach'],
    read: () => privateMark(0.4),
    gives: 'ير',
  },
  { says: 'one next to it stays', of: ['privateMarkReach'], read: () => privateMark(0.6), gives: '\uE821ير' },
  {
    says: 'an image over three fifths of a page is a page',
    of: ['pictureCover'],
    read: () => picture({ cover: 0.6 }),
    gives: true,
  },
  {
    says: 'one over two fifths is an illustration',
    of: ['pictureCover'],
    read: () => picture({ cover: 0.4 }),
    gives: false,
  },
  {
    says: 'three hundred letters are a header and a footer',
    of: ['pictureLetters'],
    read: () => picture({ letters: 300 }),
    gives: true,
  },
  {
    says: 'five hundred are text',
    of: ['pictureLetters'],
    read: () => picture({ letters: 500 }),
    gives: false,
  },
  {
    says: 'a footer is in the lowest eighth of the page',
    of: ['pictureMargin'],
    read: () => picture({ up: 0.12 }),
    gives: true,
  },
  {
    says: 'what is above it is text',
    of: ['pictureMargin'],
    read: () => picture({ up: 0.2 }),
    gives: false,
  },
  {
    says: 'a scan of a page has at least a quarter of a million pixels',
    of: ['picturePoints'],
    read: () => picture({ points: 250_000 }),
    gives: true,
  },
  {
    says: 'with fewer it is a pattern',
    of: ['picturePoints'],
    read: () => picture({ points: 150_000 }),
    gives: false,
  },
  { says: 'a glyph just over the edge is visible', of: ['clipEdge'], read: () => seen(0.8), gives: true },
  { says: 'one outside the page is not', of: ['clipEdge'], read: () => seen(1.2), gives: false },
  { says: 'a line of four points is a rule', of: ['ruleLength'], read: () => line(4), gives: 1 },
  { says: 'a shorter one is a dot of a pattern', of: ['ruleLength'], read: () => line(2.5), gives: 0 },
  {
    says: 'a filled bar of two and a half points is a rule',
    of: ['ruleWidth'],
    read: () => bar(2.5),
    gives: 1,
  },
  { says: 'a thicker one is a background', of: ['ruleWidth'], read: () => bar(4), gives: 0 },
  { says: 'a slightly slanted line is a rule', of: ['ruleSlant'], read: () => line(100, 1.8), gives: 1 },
  { says: 'one that slants more is a drawing', of: ['ruleSlant'], read: () => line(100, 2.5), gives: 0 },
  {
    says: 'two dozen glyphs show how many the fonts map',
    of: ['unmappedGlyphs'],
    read: () => unread(24),
    gives: 1,
  },
  { says: 'fifteen do not', of: ['unmappedGlyphs'], read: () => unread(15), gives: 0 },
];

hold('glyphs', examples);
