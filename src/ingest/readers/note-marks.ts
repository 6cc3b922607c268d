/**
 * The marks of footnotes. They are not part of any text, neither at the reference nor at the beginning of the note,
 * whether the file numbers them or the author typed them, with or without brackets.
 */
import type { Block } from '../document.ts';

type Marked = Pick<Block, 'text' | 'notes'>;

const unseen = '\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069';
const blank = `[\\s${unseen}]*`;
const opening = new RegExp(`[${unseen}]*[([]${blank}$`, 'u');
const closing = new RegExp(`^${blank}[)\\]]`, 'u');
/** Between marks that share one pair of brackets: `(١، ٢)`. */
const between = new RegExp(`^${blank}[،,؛;–-]?${blank}$`, 'u');

/** The text without the brackets typed around its marks: `الصيانة()` with a mark inside. */
export function withoutBrackets<T extends Marked>(block: T): T {
  const notes = [...(block.notes ?? [])].sort((a, b) => a.offset - b.offset);
  let { text } = block;
  let changed = false;
  // From the end, so that earlier positions stay valid.
  for (let last = notes.length - 1; last >= 0; last--) {
    let first = last;
    while (first > 0 && between.test(text.slice(notes[first - 1]!.offset, notes[first]!.offset))) first--;
    const open = opening.exec(text.slice(0, notes[first]!.offset));
    const close = closing.exec(text.slice(notes[last]!.offset));
    if (open && close) {
      const after = text.slice(notes[last]!.offset + close[0].length);
      // A space before the bracket is removed too if what follows brings its own or needs none.
      let at = open.index;
      if (/^(?:[\s.،؛:,;!?؟)»\]]|$)/u.test(after)) at = text.slice(0, at).trimEnd().length;
      const cut = text.length - after.length - at;
      text = text.slice(0, at) + after;
      for (let i = first; i <= last; i++) notes[i] = { ...notes[i]!, offset: at };
      for (let i = last + 1; i < notes.length; i++)
        notes[i] = { ...notes[i]!, offset: notes[i]!.offset - cut };
      changed = true;
    }
    last = first;
  }
  return changed ? { ...block, text, notes } : block;
}

const emptyBrackets = new RegExp(`^${blank}[([]${blank}[)\\]]${blank}[.:–-]?${blank}`, 'u');
/** What follows an automatic number: `1. نص`, `1/ نص`. */
const sign = new RegExp(`^${blank}[.)\\]:/–-](?=\\s)${blank}`, 'u');
const typedNumber = new RegExp(
  `^${blank}[([]?${blank}([0-9\\u0660-\\u0669]{1,4})${blank}[)\\].–-]${blank}`,
  'u',
);

/** A note without the mark that it begins with; `mark` is a custom one (`*`), null if the file numbers the notes. */
export function withoutMark(note: Block, mark: string | null): Block {
  const end = markEnd(note.text, mark, note.noteNumber);
  if (end === 0 || end >= note.text.length) return note;
  const rest: Block = { ...note, text: note.text.slice(end) };
  if (note.notes) rest.notes = note.notes.map((n) => ({ ...n, offset: Math.max(0, n.offset - end) }));
  return rest;
}

function markEnd(text: string, mark: string | null, number: number | undefined): number {
  if (mark !== null) {
    const own = mark.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
    const repeated = new RegExp(`^(?:${blank}[([]?${own}[)\\].:]?)+${blank}`, 'u').exec(text);
    if (repeated) return repeated[0].length;
  }
  const typed = typedNumber.exec(text);
  if (typed && number !== undefined && numberOfMark(typed[1]!) === number) return typed[0].length;
  return (emptyBrackets.exec(text) ?? sign.exec(text))?.[0].length ?? 0;
}

/** The number that a mark prints, undefined for `*` and the like. */
export function numberOfMark(mark: string): number | undefined {
  const digits = mark.replace(/[\s()[\]]/gu, '').normalize('NFKC');
  if (!/^[0-9\u0660-\u0669\u06F0-\u06F9]{1,4}$/u.test(digits)) return undefined;
  return Number(digits.replace(/[^0-9]/gu, (digit) => String(digit.charCodeAt(0) & 15)));
}

/** What a custom mark says about its note: its number, or its label. */
export function ownMark(mark: string): Pick<Block, 'noteNumber' | 'label'> {
  const number = numberOfMark(mark);
  return number === undefined ? { label: mark } : { noteNumber: number };
}

/** What a symbol-font character prints as a mark: `*` for most codes that are not letters. */
export function symbolMark(code: number): string {
  const low = code & 0xff;
  if (low === 0xb7) return '•';
  return low > 0x20 && low < 0x7f ? String.fromCharCode(low) : '*';
}
