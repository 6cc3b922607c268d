/**
 * Letters drawn in two parts (head and tail of س ش ص ض) of which the font maps one part to U+FFFD and the other to a
 * whole letter. Only the word can tell which letter it is: the one of the four that makes a known word.
 */
import type { Block, BlockRepair } from '../document.ts';
import type { Evidence } from './evidence.ts';

const word = /[\u0621-\u064A\uFFFD]*\uFFFD[سشصض][\u0621-\u064A\uFFFD]*/gu;
const part = /\uFFFD[سشصض]/u;
const letters = ['س', 'ش', 'ص', 'ض'];
/** Every pair multiplies the number of readings by four. */
const mostPairs = 3;

/** The blocks with such words repaired; a word that stays unknown with every letter is left unchanged. */
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
    // The same fonts may map a lam-alef to its lam only.
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
