/** A comparison as a Word document with tracked changes: "accept all" gives `other`, "reject all" gives `base`. */
import { DeletedTextRun, Document, HeadingLevel, InsertedTextRun, Packer, Paragraph, TextRun } from 'docx';
import type { ParagraphKind } from '../../report/index.ts';
import type { Change, CompareBody, ReportText } from '../body.ts';
import { inBothOrders } from './order.ts';
import { type PieceOfText, paragraphsById, piecesOf } from './pieces.ts';

export interface DocxOptions {
  /** Author of the tracked changes; `siyagha` by default. */
  author?: string;
  /** ISO timestamp of the tracked changes; now by default. */
  date?: string;
}

const FONT = 'Traditional Arabic';
/**
 * Added to the author's name for changes that may only be misreadings, so that Word can show or hide them separately.
 */
const UNCERTAIN = 'قراءة غير مؤكدة';

/**
 * The document, right to left. Moved paragraphs are deleted in their old place and inserted in their new one. Doubtful
 * changes are highlighted and have their own author.
 * @param body the comparison of these two reports
 */
export async function compareToDocx(
  body: CompareBody,
  base: ReportText,
  other: ReportText,
  options: DocxOptions = {},
): Promise<Uint8Array> {
  const author = options.author ?? 'siyagha';
  const date = options.date ?? new Date().toISOString();
  let id = 0;
  const tracked = (doubtful = false) => ({
    id: ++id,
    author: doubtful ? `${author} (${UNCERTAIN})` : author,
    date,
  });
  const left = paragraphsById(base.paragraphs);
  const right = paragraphsById(other.paragraphs);
  const paragraphs = inBothOrders(
    body,
    base.paragraphs.map((paragraph) => paragraph.id),
    other.paragraphs.map((paragraph) => paragraph.id),
  ).flatMap((change) =>
    linesOf(piecesOf(change, left, right)).map(({ pieces, end }) => {
      const mark = end === 'same' ? {} : { [end === 'inserted' ? 'insertion' : 'deletion']: tracked() };
      return new Paragraph({
        bidirectional: true,
        ...style(kindOf(change, left, right)),
        run: mark,
        children: pieces.map(({ mark: how, text, doubtful }) => {
          const run = { text, rightToLeft: true, font: FONT };
          const marked = doubtful ? { ...run, highlight: 'yellow' as const } : run;
          if (how === 'inserted') return new InsertedTextRun({ ...marked, ...tracked(doubtful) });
          if (how === 'deleted') return new DeletedTextRun({ ...marked, ...tracked(doubtful) });
          return new TextRun(run);
        }),
      });
    }),
  );
  const document = new Document({
    creator: author,
    title: `${body.base.symbol} → ${body.other.symbol}`,
    sections: [{ children: paragraphs }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

interface Line {
  pieces: PieceOfText[];
  /** Whether the paragraph mark was inserted, deleted or kept. */
  end: PieceOfText['mark'];
}

function linesOf(pieces: readonly PieceOfText[]): Line[] {
  const lines: Line[] = [];
  let open: PieceOfText[] = [];
  for (const piece of pieces) {
    const stretches = piece.text.split('\n');
    stretches.forEach((stretch, n) => {
      if (stretch !== '') open.push({ ...piece, text: stretch });
      if (n === stretches.length - 1) return;
      lines.push({ pieces: open, end: piece.mark });
      open = [];
    });
  }
  if (open.length > 0) lines.push({ pieces: open, end: 'same' });
  return lines;
}

function kindOf(
  change: Change,
  left: ReturnType<typeof paragraphsById>,
  right: ReturnType<typeof paragraphsById>,
): ParagraphKind {
  const [now, was] = [change.other[0], change.base[0]];
  const paragraph = now === undefined ? left.get(was ?? '') : right.get(now);
  return paragraph?.kind ?? 'paragraph';
}

function style(kind: ParagraphKind) {
  if (kind === 'title') return { heading: HeadingLevel.TITLE };
  if (kind === 'heading') return { heading: HeadingLevel.HEADING_2 };
  if (kind === 'item') return { indent: { start: 720 } };
  return {};
}
