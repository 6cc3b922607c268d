/** Generates pairs of reports by known edits, with the truth about which paragraphs correspond. */
import { words } from 'arabic-normalizer';
import type { CleanText, Line } from './corpus.ts';
import { changeDetails, cut, repunctuate, respell, reword } from './edits.ts';
import type { Random } from './random.ts';

export interface TrueLink {
  base: number[];
  other: number[];
  change: string;
  moved: boolean;
  /** Share of its words that were reworded. */
  share: number;
}

export interface Pair {
  base: Line[];
  other: Line[];
  links: TrueLink[];
}

/** What happened to some paragraphs of the base; none for an added one. */
export interface Block {
  lines: Line[];
  from: number[];
  change: string;
  share: number;
}

/**
 * One pair: of ten paragraphs, about four stay as they are.
 * @param foreign the paragraphs from which added ones are taken
 * @param source the lines from which new words are taken, by their frequency there
 */
export function makePair(
  text: CleanText,
  foreign: readonly Line[],
  random: Random,
  source: readonly Line[] = foreign,
): Pair {
  const base = text.lines;
  const vocabulary = source.flatMap((line) => words(line.text, 'exact'));
  const blocks: Block[] = [];
  for (let i = 0; i < base.length; i++) {
    const line = base[i] as Line;
    const put = (lines: Line[], from: number[], change: string, share = 0) =>
      blocks.push({ lines, from, change, share });
    const edit = random.next();
    if (edit < 0.07) put([], [i], 'removed');
    else if (edit < 0.11) {
      const parts = line.kind === 'heading' ? null : cut(line.text, random.chance(0.75) ? 2 : 3);
      if (parts)
        put(
          parts.map((part) => lightly(part, line, vocabulary, random)),
          [i],
          'split',
        );
      else put([line], [i], 'identical');
    } else if (edit < 0.15) {
      const next = base[i + 1];
      if (
        next &&
        [line, next].every((x) => x.kind !== 'heading' && x.kind !== 'title' && words(x.text).length >= 5)
      ) {
        put([lightly(`${line.text} ${next.text}`, line, vocabulary, random)], [i, i + 1], 'merged');
        i++;
      } else put([line], [i], 'identical');
    } else {
      const [changed, change, share] = editOne(line, vocabulary, random);
      put([{ ...line, text: changed }], [i], change, share);
    }
    if (random.chance(0.07))
      blocks.push({ lines: [random.pick(foreign)], from: [], change: 'added', share: 0 });
  }
  move(blocks, random);
  return number(base, blocks);
}

function lightly(text: string, line: Line, vocabulary: readonly string[], random: Random): Line {
  const changed = random.chance(0.4) ? reword(text, 0.05 + random.next() * 0.15, vocabulary, random) : null;
  return { ...line, text: changed ?? text };
}

function editOne(line: Line, vocabulary: readonly string[], random: Random): [string, string, number] {
  const edit = random.next();
  if (edit < 0.28) {
    const share = random.chance(0.25) ? 0.5 : 0.05 + random.next() * 0.55;
    const changed = reword(line.text, share, vocabulary, random);
    if (changed) return [changed, 'reworded', share];
  } else if (edit < 0.42) {
    const changed = changeDetails(line.text, random);
    if (changed) return [changed, 'details', 0];
  } else if (edit < 0.48) {
    const changed = respell(line.text, random);
    if (changed && words(changed).join(' ') === words(line.text).join(' '))
      return [
        changed,
        words(changed, 'exact').join(' ') === words(line.text, 'exact').join(' ')
          ? 'identical'
          : 'orthographic',
        0,
      ];
  } else if (edit < 0.52) {
    const changed = repunctuate(line.text, random);
    if (changed && words(changed, 'exact').join(' ') === words(line.text, 'exact').join(' '))
      return [changed, 'identical', 0];
  }
  return [line.text, 'identical', 0];
}

/** Moves some blocks, near or far. */
function move(blocks: Block[], random: Random): void {
  const count = Math.max(1, Math.round(blocks.length * 0.04));
  for (let m = 0; m < count; m++) {
    const at = random.below(blocks.length);
    const block = blocks[at] as Block;
    if (block.from.length === 0 || block.lines.length === 0) continue;
    const by = random.chance(0.5) ? 2 + random.below(6) : 8 + random.below(blocks.length);
    const to = (at + by) % blocks.length;
    blocks.splice(at, 1);
    blocks.splice(to, 0, block);
  }
}

/** The pair of these blocks in order, with the truth about what moved. */
export function number(base: Line[], blocks: readonly Block[]): Pair {
  const other: Line[] = [];
  const links: TrueLink[] = [];
  for (const block of blocks) {
    const first = other.length;
    other.push(...block.lines);
    links.push({
      base: block.from,
      other: block.lines.map((_, k) => first + k),
      change: block.change,
      moved: false,
      share: block.share,
    });
  }
  markMoved(base, other, links);
  return { base, other, links };
}

/** The contract's definition, implemented as simply as possible: outside the heaviest order-preserving set. */
function markMoved(base: readonly Line[], other: readonly Line[], links: readonly TrueLink[]): void {
  const text = (lines: readonly Line[], at: readonly number[]) => at.flatMap((i) => words(lines[i]!.text));
  const pairs = links
    .filter((link) => link.base.length > 0 && link.other.length > 0)
    .map((link) => ({ link, weight: common(text(base, link.base), text(other, link.other)) }));
  const best = pairs.map(() => 0);
  for (let p = pairs.length - 1; p >= 0; p--) {
    let after = 0;
    for (let q = p + 1; q < pairs.length; q++)
      if (pairs[q]!.link.base[0]! > pairs[p]!.link.base[0]!) after = Math.max(after, best[q]!);
    best[p] = pairs[p]!.weight + after;
  }
  let left = Math.max(0, ...best);
  let last = -1;
  pairs.forEach(({ link, weight }, p) => {
    if (link.base[0]! > last && best[p] === left) {
      last = link.base[0]!;
      left -= weight;
    } else link.moved = true;
  });
}

function common(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++)
      next.push(word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row[b.length]!;
}
