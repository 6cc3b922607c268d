/** Words with a letter that the file's fonts do not map: whatever the rest says, their reading is uncertain. */
import type { Span } from '../../report/index.ts';
import type { Block } from '../document.ts';

/**
 * The replacement character represents one; so does a private-use code next to letters, but on its own it is a bullet.
 */
const unread = /[\uFFFD\uE000-\uF8FF]/u;
const word = /[\p{L}\p{M}\p{N}\u0640\uFFFD\uE000-\uF8FF]+/gu;
const bullets = /^[\uE000-\uF8FF]+$/u;

export function withUnreadDoubted(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (!unread.test(block.text)) return block;
    const spans = [...block.text.matchAll(word)]
      .filter(([found]) => unread.test(found) && !bullets.test(found))
      .map((m): Span => [m.index, m.index + m[0].length]);
    return { ...block, doubts: [...(block.doubts ?? []), ...spans] };
  });
}
