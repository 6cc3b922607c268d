/**
 * Repair of texts in reading order whose letters alone were damaged: reversed ligatures, presentation forms, numbers
 * glued to words. A document that shows no such damage comes out unchanged.
 */
import type { Warning } from '../../report/index.ts';
import type { Block, BlockRepair } from '../document.ts';
import { Evidence, type Word } from './evidence.ts';
import type { Forms } from './evidence-file.ts';
import { type LetterDamage, letterDamage, readLetters } from './lam-alef.ts';
import { unreadableWarning } from './readability.ts';

export interface LogicalOptions {
  /** Words in folded form and their counts, added to the shipped evidence. */
  lexicon?: ReadonlyMap<string, number>;
  /** Evidence in place of the shipped one. */
  forms?: Forms;
}

export interface LogicalRepair {
  blocks: Block[];
  warnings: Warning[];
  /** Count of words that repair changed. */
  words: number;
}

const PRESENTATION = /[\uFB50-\uFDFF\uFE70-\uFEFC]/u;
const TOKEN = /[\u0621-\u065F\u0670-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]+/gu;

const shared = new WeakMap<object, Evidence>();
const NO_LEXICON: ReadonlyMap<string, number> = new Map();

/** Nothing is learnt of single documents here, so one evidence serves all. */
function sharedEvidence({ lexicon = NO_LEXICON, forms }: LogicalOptions): Evidence {
  if (forms) return new Evidence(lexicon, forms);
  let evidence = shared.get(lexicon);
  if (!evidence) {
    evidence = new Evidence(lexicon);
    shared.set(lexicon, evidence);
  }
  return evidence;
}

/** Mends words with evidence only; offsets of notes and earlier repairs move with the text. */
export function repairLogicalBlocks(blocks: readonly Block[], options: LogicalOptions = {}): LogicalRepair {
  const stored = blocks.flatMap((block) => block.text.match(TOKEN) ?? []);
  const evidence = sharedEvidence(options);
  const plain = stored.map((word) => (PRESENTATION.test(word) ? word.normalize('NFKC') : word));
  const damage = letterDamage(plain, evidence);
  const warning = unreadableWarning(
    blocks.map((block) => block.text),
    evidence,
    damage,
  );
  const warnings = warning ? [warning] : [];
  const forms = stored.filter((word) => word.length > 1 && PRESENTATION.test(word)).length;
  // One ﻫ in a date or a ﷲ is how some write; a text full of them is how some fonts come out.
  const presentation = forms >= 3 && forms / stored.length > 0.01;
  if (warning || (!damage.lamAlef && !damage.ligatures && !presentation)) {
    return { blocks: [...blocks], warnings, words: 0 };
  }
  let words = 0;
  const repaired = blocks.map((block) => {
    const result = repairBlock(block, { ...damage, presentation }, evidence);
    words += (result.repairs?.length ?? 0) - (block.repairs?.length ?? 0);
    return result;
  });
  return { blocks: repaired, warnings, words };
}

/** The same for one text, each line a block. */
export function repairLogicalText(
  text: string,
  options: LogicalOptions = {},
): { text: string; repairs: BlockRepair[]; warnings: Warning[] } {
  const { blocks, warnings } = repairLogicalBlocks(
    text.split('\n').map((line) => ({ text: line })),
    options,
  );
  let offset = 0;
  const repairs: BlockRepair[] = [];
  for (const block of blocks) {
    for (const repair of block.repairs ?? []) {
      repairs.push({ ...repair, start: repair.start + offset, end: repair.end + offset });
    }
    offset += block.text.length + 1;
  }
  return { text: blocks.map((block) => block.text).join('\n'), repairs, warnings };
}

function repairBlock(
  block: Block,
  damage: LetterDamage & { presentation: boolean },
  evidence: Evidence,
): Block {
  let text = '';
  let end = 0;
  let before: Word | null = null;
  const repairs: BlockRepair[] = [];
  /** Places in the old text and how far what stands behind them has moved. */
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
    if (text.length !== end) moves.push({ at: end, by: text.length - end });
    before = evidence.word(reading.text);
  }
  if (repairs.length === 0) return block;
  text += block.text.slice(end);
  const moved = (offset: number) => offset + (moves.findLast((move) => move.at <= offset)?.by ?? 0);
  const older = (block.repairs ?? []).map((r) => ({ ...r, start: moved(r.start), end: moved(r.end) }));
  const notes = block.notes?.map((note) => ({ ...note, offset: moved(note.offset) }));
  const all = [...older, ...repairs].sort((a, b) => a.start - b.start);
  return { ...block, text, repairs: all, ...(notes ? { notes } : {}) };
}
