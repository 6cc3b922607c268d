/**
 * Footnotes of a plain text, recognised by their print alone: a mark that touches the word before it (`…بينها.(١)`,
 * `…الدول¹`) or follows a sentence and, further down, a line that begins with the same mark.
 */
import type { Block } from '../document.ts';
import { asciiDigits } from './numerals.ts';
import { noteThresholds } from './thresholds.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const markPattern =
  /(?:(?<=[^\s(])|(?<=[.،؛»"]) )(?:\(([0-9\u0660-\u0669]{1,3})\)|([⁰¹²³⁴-⁹]{1,3}))(?![\p{L}\p{N}])/gu;
/** A character of every mark. */
const markLetter = /[(⁰¹²³⁴-⁹]/u;
/** A rule may come before the first note of a page. */
const notePattern = /^[\s_]*(?:\(([0-9\u0660-\u0669]{1,3})\)|([⁰¹²³⁴-⁹]{1,3}))\s*(?=\S)/u;
/** The rule on a line of its own: page furniture, like the page number. */
const rulePattern = /^[\s_ـ–—-]{3,}$/u;
/** After these words, a number in brackets is a number: `رقم(1)`. */
const counted = /(?:رقم|أرقام|بند|مادة|الماد[ةه]|الفقرة|جدول|ملحق|مرفق|ص|سنة)$/u;

function markValue(brackets: string | undefined, raised: string | undefined): number {
  if (brackets !== undefined) return Number(asciiDigits(brackets));
  return Number([...raised!].map((digit) => superscripts.indexOf(digit)).join(''));
}

interface Mark {
  block: number;
  start: number;
  end: number;
  value: number;
}

/**
 * Blocks with notes separated: marks are removed from the text and recorded, note lines get the kind `footnote`. Notes
 * must count up from 1 by one, and each must come after its mark; otherwise they are not notes.
 */
export function findTextNotes(blocks: readonly Block[]): Block[] {
  const open: Mark[] = [];
  const calls = new Map<number, Mark[]>();
  const notes = new Map<number, { id: string; value: number; end: number }>();
  let last = 0;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== undefined) continue;
    const line = notePattern.exec(block.text);
    const value = line ? markValue(line[1], line[2]) : 0;
    const mark = line && (value === last + 1 || value === 1) ? takeMark(open, value, i) : null;
    if (line && mark) {
      last = value;
      notes.set(i, { id: `note ${i}`, value, end: line[0].length });
      calls.set(mark.block, [...(calls.get(mark.block) ?? []), { ...mark, value: i }]);
    }
    open.push(...marksOf(block.text, i, line && mark ? line[0].length : 0));
  }
  return blocks.flatMap((block, i) =>
    notes.has(i + 1) && rulePattern.test(block.text)
      ? []
      : [rewrite(block, calls.get(i) ?? [], notes.get(i))],
  );
}

function marksOf(text: string, block: number, from: number): Mark[] {
  if (!markLetter.test(text)) return [];
  return [...text.matchAll(markPattern)]
    .filter((match) => match.index >= from && !counted.test(text.slice(0, match.index)))
    .map((match) => ({
      block,
      start: match.index,
      end: match.index + match[0].length,
      value: markValue(match[1], match[2]),
    }));
}

/** The latest open mark of this value, removed from the list. */
function takeMark(open: Mark[], value: number, at: number): Mark | null {
  const place = open.findLastIndex((mark) => mark.value === value && at - mark.block <= noteThresholds.reach);
  return place < 0 ? null : open.splice(place, 1)[0]!;
}

function rewrite(
  block: Block,
  calls: readonly Mark[],
  note: { id: string; value: number; end: number } | undefined,
): Block {
  if (calls.length === 0 && !note) return block;
  const cuts = [...calls].sort((a, b) => a.start - b.start).map(({ start, end }) => ({ start, end }));
  if (note) cuts.unshift({ start: 0, end: note.end });
  const moved = (offset: number) =>
    offset - cuts.reduce((sum, cut) => sum + Math.max(0, Math.min(offset, cut.end) - cut.start), 0);
  let text = '';
  let at = 0;
  for (const cut of cuts) {
    text += block.text.slice(at, cut.start);
    at = cut.end;
  }
  text += block.text.slice(at);
  const result: Block = { ...block, text };
  if (calls.length > 0)
    result.notes = calls.map((mark) => ({ offset: moved(mark.start), id: `note ${mark.value}` }));
  if (note) Object.assign(result, { kind: 'footnote', noteId: note.id, noteNumber: note.value });
  if (block.repairs) {
    result.repairs = block.repairs
      .map((repair) => ({ ...repair, start: moved(repair.start), end: moved(repair.end) }))
      .filter((repair) => repair.start < repair.end);
  }
  return result;
}
