/**
 * Headings that are recognisable only by their formatting. Word processors let an author define a style "H" that is
 * bold and large without being a heading; in such a document the formatting is the only evidence.
 */
import type { CellPlace } from '../../report/index.ts';
import type { Block } from '../document.ts';
import { markupThresholds } from './thresholds.ts';

/** A block with the formatting of its paragraph style. */
export interface StyledBlock extends Block {
  style?: { id: string; bold: boolean; size: number; centred: boolean; named: boolean };
}

/**
 * Blocks in bold styles larger than the plain text's become headings, with levels by size; the largest, if it is at the
 * top and used once or twice, is the title. The style is then removed.
 */
export function settleStyles(blocks: readonly StyledBlock[]): Block[] {
  const plain = new Map<number, number>();
  for (const { style, text, kind } of blocks) {
    if (style && !style.bold && kind !== 'footnote' && kind !== 'table' && !style.named) {
      plain.set(style.size, (plain.get(style.size) ?? 0) + text.length);
    }
  }
  const body = [...plain].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const looksHeading = (block: StyledBlock) =>
    block.kind === undefined &&
    block.label === undefined &&
    block.style?.bold === true &&
    body !== null &&
    block.style.size > body;
  const sizes = [...new Set(blocks.filter(looksHeading).map((block) => block.style!.size))].sort(
    (a, b) => b - a,
  );
  const hasTitle = blocks.some((block) => block.kind === 'title');
  const title = hasTitle ? -1 : titleAmong(blocks, sizes, looksHeading);
  return blocks.map((block, i) => {
    const { style, ...rest } = block;
    if (i === title) return { ...rest, kind: 'title' };
    if (looksHeading(block)) return { ...rest, kind: 'heading', level: sizes.indexOf(style!.size) + 1 };
    if (style?.bold && rest.kind === undefined) return { ...rest, emphasis: true };
    return rest;
  });
}

function titleAmong(
  blocks: readonly StyledBlock[],
  sizes: readonly number[],
  looksHeading: (block: StyledBlock) => boolean,
): number {
  const { titleBlocks, titleTimes } = markupThresholds;
  const largest = blocks.filter((block) => looksHeading(block) && block.style!.size === sizes[0]);
  if (sizes.length < 2 || largest.length > titleTimes) return -1;
  const at = blocks.findIndex((block) => looksHeading(block) && block.style?.size === sizes[0]);
  return at < titleBlocks ? at : -1;
}

/** A cell's paragraphs as one block of kind `table`. */
export function joinCell(blocks: readonly Block[], cell?: CellPlace): Block | null {
  let text = '';
  const notes: NonNullable<Block['notes']> = [];
  for (const block of blocks) {
    const own = block.label === undefined ? block.text : `${block.label} ${block.text}`.trim();
    if (text !== '') text += ' ';
    const shift = text.length + own.length - block.text.length;
    for (const note of block.notes ?? []) notes.push({ ...note, offset: note.offset + shift });
    text += own;
  }
  if (text.trim() === '' && notes.length === 0) return null;
  return { text, kind: 'table', ...(notes.length > 0 ? { notes } : {}), ...(cell ? { cell } : {}) };
}
