/** List definitions and the lists that use them ([MS-DOC] 2.9.131, 2.9.150), for the same counters as .docx. */
import { type LevelOverride, ListCounter, type ListLevel, type WordList } from '../word-lists.ts';
import type { WordFile } from './header.ts';

const formats: Record<number, string> = {
  ...{ 0: 'decimal', 1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 5: 'ordinal' },
  ...{ 22: 'decimalZero', 23: 'bullet', 45: 'hebrew1', 46: 'arabicAlpha', 47: 'hebrew2', 48: 'arabicAbjad' },
  ...{ 51: 'hindiNumbers', 255: 'none' },
};

/** Reads one level at `at`; returns where the next begins. */
function readLevel(view: DataView, at: number): { level: ListLevel; end: number } | null {
  if (at + 28 > view.byteLength) return null;
  const format = formats[view.getUint8(at + 4)] ?? 'decimal';
  const flags = view.getUint8(at + 5);
  const characterBytes = view.getUint8(at + 24);
  const paragraphBytes = view.getUint8(at + 25);
  const limit = view.getUint8(at + 26);
  let end = at + 28 + characterBytes + paragraphBytes;
  if (end + 2 > view.byteLength) return null;
  const letters = view.getUint16(end, true);
  end += 2;
  if (end + 2 * letters > view.byteLength) return null;
  let text = '';
  for (let i = 0; i < letters; i++) {
    const code = view.getUint16(end + 2 * i, true);
    // A level's own number is written as its index.
    text += code < 9 ? `%${code + 1}` : String.fromCharCode(code);
  }
  end += 2 * letters;
  const level: ListLevel = {
    start: view.getInt32(at, true),
    format,
    text,
    restart: flags & 8 ? limit : null,
    legal: (flags & 4) !== 0,
    style: null,
  };
  return { level, end };
}

/** Bytes that may follow the definitions: their levels are not included in their length. */
const behind = 1 << 20;

export function readLists(word: WordFile): ListCounter {
  const abstracts = new Map<string, Map<number, ListLevel>>();
  const definitions = word.structure('listDefinitions', behind);
  const count = definitions ? definitions.getUint16(0, true) : 0;
  let at = 2 + 28 * count;
  for (let i = 0; definitions && i < count; i++) {
    const start = 2 + 28 * i;
    if (start + 28 > definitions.byteLength) break;
    const levels = new Map<number, ListLevel>();
    const simple = (definitions.getUint8(start + 26) & 1) !== 0;
    for (let l = 0; l < (simple ? 1 : 9); l++) {
      const read = readLevel(definitions, at);
      if (!read) break;
      levels.set(l, read.level);
      at = read.end;
    }
    abstracts.set(String(definitions.getInt32(start, true)), levels);
  }
  return new ListCounter(abstracts, readUses(word));
}

/** Lists by their number from 1, as paragraphs refer to them. */
function readUses(word: WordFile): Map<string, WordList> {
  const lists = new Map<string, WordList>();
  const view = word.structure('lists', behind);
  if (!view) return lists;
  const count = view.getUint32(0, true);
  let at = 4 + 16 * count;
  for (let i = 0; i < count && 4 + 16 * i + 16 <= view.byteLength; i++) {
    const start = 4 + 16 * i;
    const overrides = new Map<number, LevelOverride>();
    at += 4;
    for (let o = 0; o < view.getUint8(start + 12) && at + 8 <= view.byteLength; o++) {
      const flags = view.getUint32(at + 4, true);
      const override: LevelOverride = { start: flags & 0x10 ? view.getInt32(at, true) : null, level: null };
      at += 8;
      if (flags & 0x20) {
        const read = readLevel(view, at);
        if (!read) break;
        if (override.start !== null) override.start = read.level.start;
        override.level = read.level;
        at = read.end;
      }
      overrides.set(flags & 0xf, override);
    }
    lists.set(String(i + 1), { abstract: String(view.getInt32(start, true)), overrides });
  }
  return lists;
}
