/**
 * A report of the series as a Word document: heading styles, real footnotes, the symbol in the page header, and
 * paragraph numbers either typed or as automatic lists. The same source always gives the same bytes.
 */
import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { plainText, prefix, printed, type SourceBlock, type SourceReport } from './source.ts';
import { coverLines } from './text.ts';

type Inline = TextRun | FootnoteReferenceRun;
interface ListPlace {
  reference: string;
  level: number;
  instance: number;
}

const fixedDate = '2024-01-01T00:00:00Z';

const level = (depth: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: depth,
  format,
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 700 * (depth + 1), hanging: 700 } } },
});

const lists = [
  { reference: 'paragraphs', levels: [level(0, LevelFormat.DECIMAL, '%1 -')] },
  {
    reference: 'agenda',
    levels: [level(0, LevelFormat.DECIMAL, '%1 -'), level(1, LevelFormat.ARABIC_ABJAD, '(%2)')],
  },
  { reference: 'letters', levels: [level(0, LevelFormat.ARABIC_ABJAD, '(%1)')] },
];

function inlines(report: SourceReport, block: SourceBlock, before: string): Inline[] {
  const labels = new Map(report.blocks.map((b) => [b.key, Number(b.label)]));
  const pieces = block.text.split(/\{\^([\w.]+)\}/);
  const runs: Inline[] = [];
  pieces.forEach((piece, i) => {
    if (i % 2 === 1) runs.push(new FootnoteReferenceRun(labels.get(piece)!));
    else {
      const text = (i === 0 && before ? `${before} ` : '') + printed(report, piece);
      if (text) runs.push(new TextRun({ text, rightToLeft: true }));
    }
  });
  return runs;
}

/** The position of each numbered block in the automatic lists; a list restarts under each paragraph or part. */
function listPlaces(blocks: SourceBlock[]): Map<SourceBlock, ListPlace> {
  const places = new Map<SourceBlock, ListPlace>();
  const parts: string[] = [];
  let list = 0;
  for (const block of blocks) {
    const part = block.part ?? 'main';
    if (!parts.includes(part)) parts.push(part);
    if (block.number !== undefined) {
      list += 1;
      places.set(block, { reference: 'paragraphs', level: 0, instance: parts.indexOf(part) });
    } else if (block.kind === 'item') {
      const letters = block.level === 1 && block.label?.startsWith('(');
      const reference = letters ? 'letters' : 'agenda';
      places.set(block, { reference, level: (block.level ?? 1) - 1, instance: list });
    }
  }
  return places;
}

function paragraph(report: SourceReport, block: SourceBlock, place: ListPlace | undefined): Paragraph {
  const children = inlines(report, block, place ? '' : prefix(report, block));
  const base = { bidirectional: true, children };
  if (block.kind === 'title') return new Paragraph({ ...base, heading: HeadingLevel.TITLE });
  if (block.kind === 'heading') {
    const heading = block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1;
    return new Paragraph({ ...base, heading });
  }
  if (place) return new Paragraph({ ...base, numbering: place });
  const indent = block.kind === 'item' ? { start: 700 * (block.level ?? 1) } : undefined;
  return new Paragraph({ ...base, alignment: AlignmentType.BOTH, indent });
}

/** Sets every date in the package, in its core properties and in its directory, to the same day. */
function withoutClock(bytes: Uint8Array): Uint8Array {
  const entries: Zippable = {};
  const mtime = new Date(2024, 0, 1);
  for (const [name, data] of Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const core = name === 'docProps/core.xml';
    const fixed = core ? strToU8(strFromU8(data).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, fixedDate)) : data;
    entries[name] = [fixed, { mtime }];
  }
  return zipSync(entries, { level: 9 });
}

/** Sizes in half points; notes are smaller than the text, as usual. */
const stylesIn = (font: string) => ({
  document: { run: { font, size: 24 } },
  footnoteText: { run: { font, size: 20, sizeComplexScript: 20 } },
});

/** @param font for all text; by default the word processor chooses */
export async function renderDocx(report: SourceReport, font?: string): Promise<Uint8Array> {
  const places: Map<SourceBlock, ListPlace> =
    report.format === 'docx-list' ? listPlaces(report.blocks) : new Map();
  const notes = report.blocks.filter((block) => block.kind === 'footnote');
  const note = (block: SourceBlock) =>
    new Paragraph({
      ...(font ? { style: 'FootnoteText' } : {}),
      bidirectional: true,
      children: [new TextRun({ text: plainText(report, block), rightToLeft: true })],
    });
  const cover = coverLines(report).map(
    (text) =>
      new Paragraph({
        bidirectional: /\p{Script=Arabic}/u.test(text),
        children: [new TextRun({ text, rightToLeft: /\p{Script=Arabic}/u.test(text) })],
      }),
  );
  const body = report.blocks
    .filter((block) => block.kind !== 'footnote')
    .map((block) => paragraph(report, block, places.get(block)));
  const document = new Document({
    title: plainText(report, report.blocks[0]!),
    creator: 'siyagha samples',
    lastModifiedBy: 'siyagha samples',
    ...(font ? { styles: { default: stylesIn(font) } } : {}),
    numbering: { config: lists },
    footnotes: Object.fromEntries(notes.map((block) => [block.label!, { children: [note(block)] }])),
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(report.symbol)] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children: [...cover, ...body],
      },
    ],
  });
  return withoutClock(new Uint8Array(await Packer.toBuffer(document)));
}
