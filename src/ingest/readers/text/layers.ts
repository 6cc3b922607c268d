/**
 * A text that occurs twice in one file, once as a PDF's text layer and once clean: finds where one ends and the other
 * begins. Damage is recognised by kashidas and presentation forms, which clean exports do not have; the two halves are
 * the same text if the letters of the clean one, ignoring spaces, are found in the damaged one.
 */

import { textThresholds } from './thresholds.ts';

export interface Layers {
  /** Lines of the damaged layer; empty if the file has none. */
  visual: string[];
  /** Lines of the clean layer; empty if the file has none. */
  logical: string[];
}

const kashidaInside = /[\u0620-\u064A]\u0640+[\u0620-\u064A]|\u0640 \u0640/u;
const presentation = /[\uFB50-\uFDFF\uFE70-\uFEFC]/u;

/** A line that a clean text would not have. */
function damaged(line: string): boolean {
  return kashidaInside.test(line) || presentation.test(line);
}

/** Only letters, strongly folded, so that damaged and clean lines can be compared. */
function letters(lines: readonly string[]): string {
  return lines
    .join('')
    .normalize('NFKC')
    .replace(/[^\u0621-\u063A\u0641-\u064A]/gu, '')
    .replace(/[أإآ]/gu, 'ا');
}

function runs(text: string, length: number): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + length <= text.length; i++) found.add(text.slice(i, i + length));
  return found;
}

/** Number of letters that suffices to tell whether two texts are the same. */
const mostLetters = 500_000;

/** Share of the clean text's letter runs that are also in the other. */
function shared(clean: readonly string[], other: readonly string[]): number {
  const { runLetters: length } = textThresholds;
  const theirs = runs(letters(other).slice(0, mostLetters), length);
  const ours = [...runs(letters(clean).slice(0, mostLetters), length)];
  return ours.length === 0 ? 0 : ours.filter((run) => theirs.has(run)).length / ours.length;
}

interface Split {
  at: number;
  visualFirst: boolean;
  gain: number;
}

/** Information gain (nats) if `damaged` of `count` lines being damaged is modelled with its own rate. */
function likelihood(count: number, hits: number): number {
  const term = (n: number) => (n === 0 ? 0 : n * Math.log(n / count));
  return term(hits) + term(count - hits);
}

/** The position that best separates damaged from clean lines, or null if there is none. */
function bestSplit(flags: readonly boolean[]): Split | null {
  const total = flags.filter(Boolean).length;
  const whole = likelihood(flags.length, total);
  let best: Split | null = null;
  let before = 0;
  for (let at = 1; at < flags.length; at++) {
    if (flags[at - 1]) before++;
    const after = total - before;
    const gain = likelihood(at, before) + likelihood(flags.length - at, after) - whole;
    const visualFirst = before / at > after / (flags.length - at);
    if (!best || gain > best.gain) best = { at, visualFirst, gain };
  }
  return best;
}

/**
 * Splits a file's lines into its layers.
 * @param isVisual says whether a whole text is a damaged layer
 */
export function findLayers(lines: readonly string[], isVisual: (text: string) => boolean): Layers {
  const t = textThresholds;
  const full = lines.flatMap((line, i) => (line.trim() === '' ? [] : [i]));
  const flags = full.map((i) => damaged(lines[i]!));
  const split = flags.some(Boolean) ? bestSplit(flags) : null;
  if (split && split.gain > t.splitGain) {
    const at = moveToGap(lines, full[split.at]!);
    const [first, second] = [lines.slice(0, at), lines.slice(at)];
    const [visual, logical] = split.visualFirst ? [first, second] : [second, first];
    const rate = (part: readonly string[]) => {
      const written = part.filter((line) => line.trim() !== '');
      return written.filter(damaged).length / Math.max(1, written.length);
    };
    // A clean text that stretches words in one half is not damaged.
    const drawn =
      visual.filter((line) => presentation.test(line)).length > t.presentationLines * visual.length;
    if (
      (drawn || isVisual(visual.join('\n'))) &&
      rate(visual) > t.damagedLines &&
      rate(logical) < t.damagedCleanLines &&
      shared(logical, visual) > t.sharedRuns
    )
      return { visual, logical };
  }
  return isVisual(lines.join('\n'))
    ? { visual: [...lines], logical: [] }
    : { visual: [], logical: [...lines] };
}

/**
 * The damaged layer's last line may look clean by chance: the split belongs to the widest gap nearby, where blank lines
 * or a change of indentation separate the two layers.
 */
function moveToGap(lines: readonly string[], at: number): number {
  const { gapReach, indentChange, gapDistance } = textThresholds;
  const indented = (line: string) => /^\t/u.test(line);
  let best = at;
  let widest = -1;
  for (let i = Math.max(1, at - gapReach); i < Math.min(lines.length, at + gapReach); i++) {
    if (lines[i]!.trim() === '' || lines[i - 1]!.trim() !== '') continue;
    let blank = 0;
    while (i - 1 - blank >= 0 && lines[i - 1 - blank]!.trim() === '') blank++;
    const before = lines[i - 1 - blank] ?? '';
    const width =
      blank + (indented(before) !== indented(lines[i]!) ? indentChange : 0) - Math.abs(i - at) / gapDistance;
    if (width > widest) [widest, best] = [width, i];
  }
  if (indented(lines[at]!) !== indented(lines[at - 1] ?? '')) return at;
  return best;
}
