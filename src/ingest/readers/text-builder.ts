/** Builds a block's text run by run: consecutive spaces become one; footnote marks are recorded and left out. */
import type { Block } from '../document.ts';
import { withoutBrackets } from './note-marks.ts';

const noBreak = /[\u00A0\u202F]/u;

/**
 * A no-break space is kept inside a number, where it preserves the order of the groups; elsewhere it becomes a space.
 */
export const noBreakInNumbers = (text: string): string =>
  text.replace(/(?<!\p{N})[\u00A0\u202F]|[\u00A0\u202F](?!\p{N})/gu, ' ');

export class TextBuilder {
  private text = '';
  private readonly notes: NonNullable<Block['notes']> = [];
  private letters = 0;
  private boldLetters = 0;
  /** A tab after a number at the start ends the number and is kept. */
  private readonly keepsTab = /^[0-9\u0660-\u0669]{1,4}$/u;

  get isEmpty(): boolean {
    return this.text.trim() === '' && this.notes.length === 0;
  }

  add(run: string, bold = false): void {
    for (const character of run) {
      if (character === '\u00AD') continue;
      if (/\s/u.test(character)) {
        if (character === '\t' && this.keepsTab.test(this.text)) this.text += '\t';
        else if (noBreak.test(character) && /\p{N}$/u.test(this.text)) this.text += character;
        else if (this.text !== '' && !/\s$/u.test(this.text)) this.text += ' ';
        continue;
      }
      this.text += character;
      this.letters++;
      if (bold) this.boldLetters++;
    }
  }

  /**
   * Superscript digits after a number are its exponent, not part of it: 10⁶ is read as `10^6`, two tokens. After a
   * letter they are written as people type them on one line: `م2`.
   */
  addRaised(run: string, bold = false): void {
    const exponent = /\p{N}$/u.test(this.text) && /^[+\-\u2212]?\p{N}/u.test(run);
    this.add(exponent ? `^${run}` : run, bold);
  }

  /** `mark`: a custom mark, if the file does not number the notes. */
  addNote(id: string, mark?: string): void {
    const note = { offset: this.text.trimEnd().length, id };
    this.notes.push(mark ? { ...note, mark } : note);
  }

  /** The mark of the latest note reference. */
  markLast(mark: string): void {
    const note = this.notes.at(-1);
    if (note) note.mark = mark;
  }

  /** Returns the block so far and starts a new one; null if it is empty. */
  take(): Pick<Block, 'text' | 'notes' | 'emphasis'> | null {
    if (this.isEmpty) {
      this.text = '';
      return null;
    }
    const text = noBreakInNumbers(this.text.trimEnd());
    const block: Pick<Block, 'text' | 'notes' | 'emphasis'> = { text };
    if (this.notes.length > 0) block.notes = this.notes.splice(0);
    if (this.letters > 0 && this.boldLetters === this.letters) block.emphasis = true;
    this.text = '';
    this.letters = 0;
    this.boldLetters = 0;
    return withoutBrackets(block);
  }
}
