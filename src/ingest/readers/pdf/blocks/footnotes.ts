/**
 * Footnotes: small type at the foot of a page, or a numbered list at the end of the document, and the raised numbers
 * that refer to them.
 */
import type { Block } from '../../../document.ts';
import { type RaisedNumber, type TextLine, toNumber } from '../lines/text-line.ts';
import type { Style } from './paragraphs.ts';
import { blockThresholds } from './thresholds.ts';

/** A note's lines. */
export interface Note {
  number: number;
  page: number;
  lines: TextLine[];
}

const leadingNumber = /^\(?([0-9\u0660-\u0669\u06F0-\u06F9]{1,3})\)?[.\-–)]?\s*(?=\S)/u;

/**
 * A raised number on the right of a line of Latin words, in right-to-left text, may come before or after the line; both
 * look the same. At the start of a note it comes before.
 */
export function markInFront(line: TextLine): TextLine {
  const mark = line.raised.at(-1);
  if (!mark || !line.rtl || !line.latin || mark.start === 0 || mark.end !== line.text.length) return line;
  const number = line.text.slice(mark.start);
  const before = line.raised.slice(0, -1).map((r) => ({
    ...r,
    start: r.start + number.length + 1,
    end: r.end + number.length + 1,
  }));
  return {
    ...line,
    text: `${number} ${line.text.slice(0, mark.start).trimEnd()}`,
    raised: [{ ...mark, start: 0, end: number.length }, ...before],
  };
}

/** Takes the notes at the foot of each page out of the lines. */
export function partFootnotes(lines: readonly TextLine[], style: Style): { body: TextLine[]; notes: Note[] } {
  const body: TextLine[] = [];
  const notes: Note[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && lines[to]!.page === lines[from]!.page) to++;
    let zone = to;
    while (zone > from && isSmall(lines[zone - 1]!, style)) zone--;
    const called = new Set<number>();
    const calledInText = new Set<number>();
    for (let i = from; i < to; i++) {
      for (const r of lines[i]!.raised) if (r.start > 0) (i < zone ? calledInText : called).add(r.number);
    }
    for (const number of calledInText) called.add(number);
    const noteLine = (line: TextLine): TextLine => {
      const turned = markInFront(line);
      return calledInText.has(turned.raised[0]?.number ?? 0) ? turned : line;
    };
    while (zone < to && !opensZone(noteLine(lines[zone]!), called, notes, style)) zone++;
    // On a page set entirely in small type, notes cannot be recognised by size.
    if (zone === from) zone = to;
    for (let i = from; i < zone; i++) body.push(lines[i]!);
    for (let i = zone; i < to; i++) addLine(notes, noteLine(lines[i]!));
    from = to;
  }
  return { body, notes };
}

const isSmall = ({ size, region }: TextLine, style: Style): boolean =>
  region.cell === null && size < blockThresholds.noteSize * style.size;

/**
 * Whether the notes of a page begin here: with a note that the page refers to, or with the rest of the previous page's
 * last one.
 */
function opensZone(
  line: TextLine,
  called: ReadonlySet<number>,
  notes: readonly Note[],
  style: Style,
): boolean {
  const number = startOfNote(line);
  if (number === null) return carriesOn(notes, line);
  if (called.has(number)) return true;
  return (
    line.size < blockThresholds.uncalledNoteSize * style.size &&
    // Marks of notes are too small to be recognised in an image.
    (number === 1 || number === (notes.at(-1)?.number ?? 0) + 1 || line.unsureNumber !== undefined)
  );
}

/** The number that opens a note's line. */
export function startOfNote(line: TextLine): number | null {
  const raised = line.raised[0];
  if (raised?.start === 0) return raised.number;
  const m = leadingNumber.exec(line.text);
  return m ? toNumber(m[1]!) : null;
}

/** A note of the previous page may continue at the foot of this one. */
function carriesOn(notes: readonly Note[], line: TextLine): boolean {
  const last = notes.at(-1)?.lines.at(-1);
  if (last?.page !== line.page - 1) return false;
  return Math.abs(last.size - line.size) < blockThresholds.noteRestPoints;
}

function addLine(notes: Note[], line: TextLine): void {
  const number = startOfNote(line);
  const last = notes.at(-1);
  const next =
    number !== null && (!last || number === last.number + 1 || (last.page !== line.page && number === 1));
  const opens =
    number !== null &&
    (next || line.raised[0]?.start === 0 || (last !== undefined && last.page !== line.page));
  if (opens || !last) notes.push({ number: number ?? 0, page: line.page, lines: [line] });
  else last.lines.push(line);
}

/** The text of a note without its number. */
export function noteText(text: string, raised: readonly RaisedNumber[]): string {
  const first = raised[0];
  if (first?.start === 0) return text.slice(first.end).replace(/^[\s.)\-–]+/u, '');
  return text.replace(leadingNumber, '');
}

/** A block with the raised numbers of its text. */
export interface MarkedBlock {
  block: Block;
  raised: RaisedNumber[];
}

/**
 * Finds notes at the end of the document that are referred to but are not at the foot of any page, and makes them
 * footnotes. `known` are the numbers already found.
 */
export function endNotes(blocks: readonly MarkedBlock[], known: ReadonlySet<number>): void {
  const called = new Set(blocks.flatMap((b) => b.raised.map((r) => r.number)).filter((n) => !known.has(n)));
  if (called.size === 0) return;
  let first = blocks.length;
  let expected: number | null = null;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const m = leadingNumber.exec(blocks[i]!.block.text);
    const n = m ? toNumber(m[1]!) : null;
    if (n === null || (expected !== null && n !== expected)) break;
    first = i;
    expected = n - 1;
    if (expected === 0) break;
  }
  if (first === blocks.length) return;
  const numbers = blocks.slice(first).map((b) => toNumber(leadingNumber.exec(b.block.text)![1]!));
  if (![...called].every((n) => n >= numbers[0]! && n <= numbers.at(-1)!)) return;
  blocks.slice(first).forEach(({ block, raised }, i) => {
    block.kind = 'footnote';
    block.noteNumber = numbers[i]!;
    block.noteId = String(numbers[i]!);
    block.text = noteText(block.text, raised);
    raised.length = 0;
  });
}

/**
 * Raised numbers that refer to a known note are removed from the text and become marks; the others (powers, ordinals)
 * stay. `idOf` returns the note to which a number on a page refers.
 */
export function takeMarks(
  { block, raised }: MarkedBlock,
  idOf: (mark: RaisedNumber) => string | undefined,
): void {
  let text = '';
  let from = 0;
  const notes: { offset: number; id: string }[] = [];
  for (const r of raised) {
    const id = idOf(r);
    if (id === undefined) continue;
    text += block.text.slice(from, r.start);
    from = r.end;
    // Neither a space before the mark nor brackets around it belong to the text.
    if (text.endsWith('(') && block.text[from] === ')') {
      text = text.slice(0, -1);
      from++;
    }
    notes.push({ offset: text.length, id });
  }
  if (notes.length === 0) return;
  block.text = text + block.text.slice(from);
  block.notes = notes;
}
