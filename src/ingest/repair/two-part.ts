/**
 * Letters drawn in two parts (head and tail of س ش ص ض), of which the font names one part U+FFFD and the other one
 * like a whole letter. Which letter it is, only the word can tell: that of the four that makes one that is known.
 */
import type { Block, BlockRepair } from '../document.ts';
import type { Evidence } from './evidence.ts';

const word = /[\u0621-\u064A\uFFFD]*\uFFFD[سشصض][\u0621-\u064A\uFFFD]*/gu;
const part = /\uFFFD[سشصض]/u;
const letters = ['س', 'ش', 'ص', 'ض'];
/** Every pair multiplies the readings by four. */
const mostPairs = 3;

/** The blocks with such words mended; a word that no letter makes known stays as it is. */
export function joinParts(blocks: Block[], evidence: Evidence): Block[] {
  if (!blocks.some((b) => part.test(b.text))) return blocks;
  return blocks.map((block) => (part.test(block.text) ? mend(block, evidence) : block));
}

function mend(block: Block, evidence: Evidence): Block {
  let text = '';
  let from = 0;
  const repairs: BlockRepair[] = [];
  const moves: { at: number; by: number }[] = [];
  for (const m of block.text.matchAll(word)) {
    const raw = m[0];
    const known = (spellings: readonly string[]) =>
      spellings
        .map((spelling) => ({ spelling, measured: evidence.word(spelling) }))
        .filter(({ measured }) => measured.sound)
        .sort((a, b) => a.measured.cost - b.measured.cost);
    const plain = known(readings(raw));
    // The same fonts may call a lam-alef by its lam alone.
    const found = plain.length > 0 ? plain : known(readings(raw.replace(/^ال\uFFFD/u, 'الا\uFFFD')));
    const best = found[0]?.spelling;
    if (best === undefined) continue;
    text += block.text.slice(from, m.index);
    from = m.index + raw.length;
    const doubtful = found.length > 1 || plain.length === 0;
    repairs.push({ start: text.length, end: text.length + best.length, raw, kinds: ['ligature'], doubtful });
    text += best;
    moves.push({ at: m.index + raw.length, by: raw.length - best.length });
  }
  if (repairs.length === 0) return block;
  const moved = (offset: number) => moves.reduce((to, { at, by }) => (offset >= at ? to - by : to), offset);
  const mended: Block = { ...block, text: text + block.text.slice(from), repairs };
  if (block.notes) mended.notes = block.notes.map((note) => ({ ...note, offset: moved(note.offset) }));
  return mended;
}

/** The word with each pair of parts as each of the four letters. */
function readings(raw: string): string[] {
  let out = [raw];
  for (let pairs = 0; pairs < mostPairs && part.test(out[0]!); pairs++) {
    out = out.flatMap((spelling) => letters.map((letter) => spelling.replace(part, letter)));
  }
  return out;
}
