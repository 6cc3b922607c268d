/**
 * Notes to which a plain text refers with an asterisk: `… التقرير*.` and, at the end of the text, `* أعيد إصداره لأسباب
 * فنية.` Lists use the sign too, so each number of asterisks must occur once before a line and once after a word.
 */
import type { Block } from '../document.ts';

const marks = ['*', '**', '***'];
/** Rules and notes may come between the last words of the text and its end. */
const rule = /^[\s_ـ–—-]{3,}$/u;
const beginning = /^[\s_]*(?:\((\*{1,3})\)|(\*{1,3})(?!\*))\s*(?=[\p{L}\p{N}«"(])/u;
const call = /(?<=[\p{L}\p{M}\p{N}.،؛»"”)]) ?(?:\((\*{1,3})\)|(?<!\*)(\*{1,3})(?!\*))(?![\p{L}\p{N}])/gu;

interface Call {
  block: number;
  start: number;
  end: number;
  mark: string;
}

/**
 * Blocks with such notes separated: marks are removed from the text and recorded, note lines get the kind `footnote`.
 */
export function findStarNotes(blocks: readonly Block[]): Block[] {
  const lines = notesAtTheEnd(blocks);
  if (lines.size === 0) return [...blocks];
  const first = Math.min(...lines.keys());
  const calls = blocks.slice(0, first).flatMap((block, i): Call[] =>
    [...block.text.matchAll(call)].map(({ 0: found, 1: inBrackets, 2: bare, index }) => ({
      block: i,
      start: index,
      end: index + found.length,
      mark: inBrackets ?? bare!,
    })),
  );
  const out = [...blocks];
  for (const mark of marks) {
    const [line, another] = [...lines].filter(([, found]) => found === mark);
    const called = calls.filter((one) => one.mark === mark);
    if (!line || another || called.length !== 1) continue;
    const [at] = line;
    const { block: caller, start, end } = called[0]!;
    const id = `star ${at}`;
    out[caller] = withCall(out[caller]!, start, end, { offset: start, id, mark });
    const { text } = out[at]!;
    out[at] = { ...out[at]!, text: text.replace(beginning, ''), kind: 'footnote', noteId: id, label: mark };
  }
  return out;
}

/** The blocks at the end of the text that begin with an asterisk, and how many each has. */
function notesAtTheEnd(blocks: readonly Block[]): Map<number, string> {
  const found = new Map<number, string>();
  for (let i = blocks.length - 1; i > 0; i--) {
    const { kind, text } = blocks[i]!;
    if (kind === 'footnote' || rule.test(text)) continue;
    const begins = kind === undefined ? beginning.exec(text) : null;
    if (!begins) break;
    found.set(i, begins[1] ?? begins[2]!);
  }
  return found;
}

function withCall(
  block: Block,
  start: number,
  end: number,
  note: NonNullable<Block['notes']>[number],
): Block {
  const moved = (offset: number) => (offset >= end ? offset - (end - start) : Math.min(offset, start));
  const out: Block = { ...block, text: block.text.slice(0, start) + block.text.slice(end) };
  out.notes = [...(block.notes ?? []).map((one) => ({ ...one, offset: moved(one.offset) })), note].sort(
    (a, b) => a.offset - b.offset,
  );
  if (block.repairs)
    out.repairs = block.repairs.map((one) => ({ ...one, start: moved(one.start), end: moved(one.end) }));
  if (block.doubts) out.doubts = block.doubts.map(([from, to]) => [moved(from), moved(to)]);
  return out;
}
