/**
 * Repairs texts in reading order in which only letters were damaged: reversed ligatures, presentation forms, numbers
 * joined to words. A document without such damage is left unchanged.
 */
import type { Span } from '../../report/index.ts';
import type { Block, BlockRepair } from '../document.ts';
import type { Evidence, Word } from './evidence.ts';
import { type LetterDamage, letterDamage, readLetters } from './lam-alef.ts';
import { letterThresholds } from './thresholds.ts';

/** What is wrong with a whole document's letters. */
export interface TextDamage extends LetterDamage {
  /** Letters are in presentation forms. */
  presentation: boolean;
}

const PRESENTATION = /[\uFB50-\uFDFF\uFE70-\uFEFC]/u;
const TOKEN = /[\u0621-\u065F\u0670-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]+/gu;

export const storedWords = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.match(TOKEN) ?? []);

export function findLetterDamage(stored: readonly string[], evidence: Evidence): TextDamage {
  const plain = stored.map((word) => (PRESENTATION.test(word) ? word.normalize('NFKC') : word));
  const forms = stored.filter((word) => word.length > 1 && PRESENTATION.test(word)).length;
  const { presentationWords, presentationShare } = letterThresholds;
  const presentation = forms >= presentationWords && forms / stored.length > presentationShare;
  return { ...letterDamage(plain, evidence), presentation };
}

/** Repairs words only on evidence; offsets of notes and earlier repairs move with the text. */
export function mendLetters(blocks: readonly Block[], damage: TextDamage, evidence: Evidence): Block[] {
  if (!damage.lamAlef && !damage.ligatures && !damage.presentation) return [...blocks];
  return blocks.map((block) => mendBlock(block, damage, evidence));
}

function mendBlock(block: Block, damage: TextDamage, evidence: Evidence): Block {
  let text = '';
  let end = 0;
  let before: Word | null = null;
  const repairs: BlockRepair[] = [];
  const doubts: Span[] = [];
  /** Positions in the old text, and by how much the text after them has moved. */
  const moves: { at: number; by: number }[] = [];
  for (const match of block.text.matchAll(TOKEN)) {
    const raw = match[0];
    text += block.text.slice(end, match.index);
    end = match.index + raw.length;
    const glued = (damage.lamAlef || damage.ligatures) && raw.length > 1 && /[0-9]$/u.test(text);
    if (glued) text += ' ';
    const start = text.length;
    const plain = damage.presentation && PRESENTATION.test(raw) ? raw.normalize('NFKC') : raw;
    const kinds: string[] = plain === raw ? [] : ['presentation_form'];
    if (glued) kinds.push('split_word');
    const reading = readLetters(plain, damage, before, evidence);
    if (reading.kind) kinds.push(reading.kind);
    text += reading.text;
    if (kinds.length > 0) repairs.push({ start, end: text.length, raw, kinds, doubtful: reading.doubtful });
    else if (reading.doubtful) doubts.push([start, text.length]);
    if (text.length !== end) moves.push({ at: end, by: text.length - end });
    before = evidence.word(reading.text);
  }
  if (repairs.length + doubts.length === 0) return block;
  text += block.text.slice(end);
  const moved = (offset: number) => offset + (moves.findLast((move) => move.at <= offset)?.by ?? 0);
  const older = (block.repairs ?? []).map((r) => ({ ...r, start: moved(r.start), end: moved(r.end) }));
  const notes = block.notes?.map((note) => ({ ...note, offset: moved(note.offset) }));
  const all = [...older, ...repairs].sort((a, b) => a.start - b.start);
  for (const [start, end] of block.doubts ?? []) doubts.push([moved(start), moved(end)]);
  doubts.sort((a, b) => a[0] - b[0]);
  return {
    ...block,
    text,
    ...(all.length > 0 ? { repairs: all } : {}),
    ...(doubts.length > 0 ? { doubts } : {}),
    ...(notes ? { notes } : {}),
  };
}
