/**
 * Reading order: puts each footnote after the block that refers to it, and removes page furniture that readers left in.
 */
import type { Block } from '../document.ts';
import { noteThresholds } from './thresholds.ts';

export interface Placed {
  block: Block;
  /**
   * Index in the result of the block that refers to this footnote; null for other blocks and notes without a reference.
   */
  caller: number | null;
}

/**
 * A footnote comes after the first block that refers to it, in the order of the references; notes without one stay
 * where they are.
 */
export function placeFootnotes(blocks: readonly Block[]): Placed[] {
  const notes = new Map<string, Block[]>();
  for (const block of blocks) {
    if (block.kind !== 'footnote' || block.noteId === undefined) continue;
    const list = notes.get(block.noteId);
    if (list) list.push(block);
    else notes.set(block.noteId, [block]);
  }
  const called = new Set<string>();
  for (const block of blocks) for (const note of block.notes ?? []) called.add(note.id);
  const placed: Placed[] = [];
  const add = (block: Block, caller: number | null) => {
    placed.push({ block, caller });
    const own = placed.length - 1;
    for (const { id } of block.notes ?? []) {
      const bodies = notes.get(id);
      notes.delete(id);
      for (const body of bodies ?? []) add(body, own);
    }
  };
  for (const block of blocks) {
    const waits = block.kind === 'footnote' && block.noteId !== undefined && called.has(block.noteId);
    if (!waits) add(block, null);
  }
  return placed;
}

const symbolLine = /^\(?\p{Lu}{1,6}(?:\/[\p{Lu}\p{N}.()[\]*-]+)+\*?\)?$/u;
const jobNumber = /^[0-9]{2}-[0-9]{5}(?:\s*\([A-Z]\))?(?:\s+[0-9]{1,4}(?:\s*\/\s*[0-9]{1,4})?)?$/u;
const pageNumber = /^(?:-\s*)?[0-9\u0660-\u0669]{1,4}(?:\s*\/\s*[0-9\u0660-\u0669]{1,4})?(?:\s*-)?$/u;

/** A line that contains only a document symbol. */
export function isSymbolLine(text: string): boolean {
  return symbolLine.test(text.trim()) && !/\.$/u.test(text.trim());
}

/** Symbols of a text's page headers and footers: alone on a line near a job number, otherwise repeated. */
export function furnitureSymbols(lines: readonly string[]): string[] {
  const { jobNumberLines } = noteThresholds;
  const written = lines.map((line) => line.trim()).filter((line) => line !== '');
  const found: string[] = [];
  for (const [i, line] of written.entries()) {
    if (!isSymbolLine(line)) continue;
    const near = written.slice(Math.max(0, i - jobNumberLines), i + jobNumberLines + 1);
    if (near.some((other) => jobNumber.test(other))) found.push(line);
  }
  if (found.length > 0) return [...new Set(found)];
  const symbols = written.filter(isSymbolLine);
  return [...new Set(symbols.filter((line, i) => symbols.indexOf(line) !== i))];
}

/**
 * Lines of a plain text that are page headers or footers: a job number; a symbol alone that recurs; a page number right
 * next to one of these. Everything else stays: in a plain text a line is a paragraph.
 */
export function furnitureLines(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  const symbols = new Map<string, number[]>();
  for (const [i, line] of lines.entries()) {
    const text = line.trim();
    if (jobNumber.test(text)) found.add(i);
    else if (isSymbolLine(text)) symbols.set(text, [...(symbols.get(text) ?? []), i]);
  }
  for (const places of symbols.values()) if (places.length > 1) for (const i of places) found.add(i);
  for (const i of [...found]) {
    for (const beside of [i - 1, i + 1]) {
      if (pageNumber.test(lines[beside]?.trim() ?? '')) found.add(beside);
    }
  }
  return found;
}
