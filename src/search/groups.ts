/** Groups paragraphs with the same folded tokens. */
import type { PhraseIndex } from '../phrases/types.ts';

/**
 * Groups in the order of their first members; each lists its members in the given order.
 * @param index folded, whatever profile the query matched under
 */
export function groupEqual(index: PhraseIndex, paragraphs: Uint32Array): number[][] {
  const groups: number[][] = [];
  const byHash = new Map<number, number[][]>();
  for (const paragraph of paragraphs) {
    const hash = hashOf(index, paragraph);
    const alike = byHash.get(hash) ?? [];
    const group = alike.find(([first]) => sameTokens(index, first!, paragraph));
    if (group) {
      group.push(paragraph);
      continue;
    }
    const fresh = [paragraph];
    alike.push(fresh);
    byHash.set(hash, alike);
    groups.push(fresh);
  }
  return groups;
}

/** FNV-1a over the tokens, 32 bits. */
function hashOf(index: PhraseIndex, paragraph: number): number {
  const tokens = index.tokensOf(paragraph);
  let hash = 0x811c9dc5;
  for (let at = 0; at < tokens.length; at += 1) hash = Math.imul(hash ^ tokens[at]!, 0x01000193);
  return hash;
}

function sameTokens(index: PhraseIndex, a: number, b: number): boolean {
  const [ofA, ofB] = [index.tokensOf(a), index.tokensOf(b)];
  return ofA.length === ofB.length && ofA.every((token, i) => token === ofB[i]);
}
