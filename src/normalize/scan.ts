/**
 * The scanner: one pass over the text's UTF-16 units, with a class from a table for each and a cache of words. What the
 * table cannot decide goes to the careful tokenizer, one run at a time.
 */
import { COMPLEX, classes, classOf, INVISIBLE, LETTER, RANGE_TATWEEL, SEPARATOR } from './characters.ts';
import { tokenizeCarefully } from './chunk.ts';
import { exactForm } from './exact.ts';
import { foldWord } from './fold.ts';
import { mix, WordMemo } from './memo.ts';

/** Where a word is in its text. */
export interface Range {
  /** UTF-16 offset of its first character. */
  start: number;
  /** UTF-16 offset after its last character. */
  end: number;
}

/** One word of a text. */
export interface Token extends Range {
  /** The word in the profile's form. */
  text: string;
}

type Scanned = 'exact' | 'folded';

/** The tokens of `text` with their ranges. */
export function scanTokens(text: string, profile: Scanned): Token[] {
  const tokens: Token[] = [];
  scan(text, profile, tokens, undefined, undefined);
  return tokens;
}

/** The texts of the same tokens. */
export function scanWords(text: string, profile: Scanned): string[] {
  const found: string[] = [];
  scan(text, profile, undefined, found, undefined);
  return found;
}

/** Where the same tokens are, under any profile. */
export function scanRanges(text: string): Range[] {
  const ranges: Range[] = [];
  scan(text, 'exact', undefined, undefined, ranges);
  return ranges;
}

const memos: Partial<Record<Scanned, WordMemo>> = {};

function memoOf(profile: Scanned): WordMemo {
  memos[profile] ??= new WordMemo(profile === 'exact' ? exactForm : (word) => foldWord(exactForm(word)));
  return memos[profile];
}

/** Fills one of the three lists, whichever is given. */
function scan(
  text: string,
  profile: Scanned,
  tokens: Token[] | undefined,
  found: string[] | undefined,
  ranges: Range[] | undefined,
): void {
  const memo = memoOf(profile);
  const kinds = classes;
  const length = text.length;
  let at = 0;
  while (at < length) {
    const runStart = at;
    let hash = 0;
    let kind = SEPARATOR;
    for (; at < length; at++) {
      const unit = text.charCodeAt(at);
      kind = kinds[unit] as number;
      if (kind !== LETTER) break;
      hash = mix(hash, unit);
    }
    let start = runStart;
    let end = at;
    if (at < length && kind !== SEPARATOR) {
      const run = readRun(text, runStart);
      at = run.next;
      if (run.careful) {
        // A leading mark may compose with the separator before it.
        const from = run.leadingMark ? Math.max(0, runStart - 1) : runStart;
        for (const piece of tokenizeCarefully(text.slice(from, at), from)) {
          if (profile === 'folded') piece.text = foldWord(piece.text);
          if (tokens) tokens.push(piece);
          else if (found) found.push(piece.text);
          else ranges!.push({ start: piece.start, end: piece.end });
        }
        continue;
      }
      start = run.start;
      end = run.end;
      hash = 0;
      for (let i = start; i < end; i++) hash = mix(hash, text.charCodeAt(i));
    }
    if (end > start) {
      if (tokens) tokens.push({ text: memo.get(text, start, end, hash), start, end });
      else if (found) found.push(memo.get(text, start, end, hash));
      else ranges!.push({ start, end });
    }
    if (kind === SEPARATOR) at++;
  }
}

interface Run {
  /** From the first to after the last letter or mark; empty if there is no letter. */
  start: number;
  end: number;
  /** Offset of the separator that ends it, of the digit after a range's tatweel, or the text's length. */
  next: number;
  leadingMark: boolean;
  /** Whether the careful tokenizer has to read it. */
  careful: boolean;
}

const TATWEEL = 0x0640;
const RANGE_HERE = new RegExp(RANGE_TATWEEL.source, 'uy');

/** Number of characters from `at` on that are a tatweel between digits; 0 for none. */
function rangeTatweel(text: string, at: number): number {
  RANGE_HERE.lastIndex = at;
  return RANGE_HERE.exec(text)?.[0].length ?? 0;
}

/** Reads one run that is not just plain letters. */
function readRun(text: string, from: number): Run {
  let start = -1;
  let end = from;
  let letters = 0;
  let leadingMark = false;
  let complex = false;
  let at = from;
  for (; at < text.length; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === SEPARATOR) break;
    if (kind === INVISIBLE) {
      // After such a tatweel a new token begins.
      const dash = text.charCodeAt(at) === TATWEEL && letters > 0 ? rangeTatweel(text, at) : 0;
      if (dash === 0) continue;
      at += dash;
      break;
    }
    if (kind === COMPLEX) complex = true;
    else if (kind === LETTER) letters++;
    else if (start < 0) leadingMark = true;
    if (start < 0) start = at;
    end = at + 1;
  }
  if (letters === 0 && !complex) return { start: from, end: from, next: at, leadingMark, careful: false };
  return { start, end, next: at, leadingMark, careful: complex || leadingMark };
}
