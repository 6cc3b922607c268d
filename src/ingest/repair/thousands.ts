/**
 * Numbers with thousands separated by a space. In a right-to-left line the bidirectional algorithm (UAX #9) lays out
 * groups of digits with a plain space between them from the right, so a typist stores `000 5` to print 5 000. Such a
 * number is read as it is printed. A no-break space keeps the stored order in print, and here.
 */
import type { Span } from '../../report/index.ts';
import type { Block } from '../document.ts';

const digit = '[0-9\\u0660-\\u0669\\u06F0-\\u06F9]';
const fraction = `(?:[.,\\u066B]${digit}+)?`;
/** Groups separated by plain spaces; the first one stored may be the last one read, which has the fraction. */
const run = new RegExp(
  `(?<!${digit}|[.,:/\\u066B\\u066C\\p{Pd}\\u00A0\\u202F])${digit}{1,3}${fraction}(?: ${digit}{1,3})+` +
    `(?!${digit}|[.,:/\\u066B\\u066C\\u00A0\\u202F]${digit}|\\p{Pd}${digit})`,
  'gu',
);
const first = new RegExp(`^(?![0\\u0660\\u06F0])${digit}{1,3}$`, 'u');
const middle = new RegExp(`^${digit}{3}$`, 'u');
const last = new RegExp(`^${digit}{3}${fraction}$`, 'u');
const zero = /^[0\u0660\u06F0]/u;
const indic = /[\u0660-\u0669]/u;
/** A dash or slash next to two numbers makes one of them a label or a range. */
const besideDash = /^\s*[\p{Pd}/]/u;
const behindDash = /[\p{Pd}/]\s*$/u;
const wordFollows = /^ ?[\u0621-\u064A]/u;
/** Letters and marks that determine the direction of what follows them. */
const strong = /[\p{L}\u061C\u200E\u200F\u202A-\u202E\u2066\u2067]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\u061C\u200F\u202B\u202E\u2067]/u;

/** A run of groups that prints as a number when its groups are laid out from the right. */
interface Number {
  start: number;
  end: number;
  groups: string[];
  /** It is a number in the stored order too. */
  either: boolean;
  /** No number begins with 0, so the stored order cannot be the reading order. */
  certain: boolean;
  /** Its block has letters, so that its direction is known. */
  amongLetters: boolean;
}

const isNumber = (groups: readonly string[]): boolean =>
  first.test(groups[0]!) && last.test(groups.at(-1)!) && groups.slice(1, -1).every((g) => middle.test(g));

type Direction = 'rtl' | 'ltr' | null;

const directionOf = (sign: string | undefined): Direction =>
  sign === undefined ? null : rightToLeft.test(sign) ? 'rtl' : 'ltr';

interface Found {
  numbers: Number[];
  /** Number of numbers that are only possible in the stored order, such as `5 000`. */
  asRead: number;
}

function find(text: string): Found {
  const found: Found = { numbers: [], asRead: 0 };
  // Direction of the letter before the run, otherwise of the first one after it.
  let direction = directionOf(strong.exec(text)?.[0]);
  let from = 0;
  for (const { 0: stored, index: start } of text.matchAll(run)) {
    const end = start + stored.length;
    direction = directionOf(lastStrong(text, from, start)) ?? direction;
    from = end;
    if (direction === 'ltr' && !indic.test(stored)) continue;
    const groups = stored.split(' ');
    const either = isNumber(groups);
    if (!isNumber(groups.toReversed())) {
      if (either && groups.slice(1).some((group) => zero.test(group))) found.asRead++;
      continue;
    }
    const certain = !either && groups.slice(0, -1).some((group) => zero.test(group));
    const labelled =
      besideDash.test(text.slice(end, end + 3)) || behindDash.test(text.slice(0, start).slice(-3));
    if (labelled && !certain) continue;
    found.numbers.push({ start, end, groups, either, certain, amongLetters: direction !== null });
  }
  return found;
}

function lastStrong(text: string, from: number, to: number): string | undefined {
  for (let i = to - 1; i >= from; i--) if (strong.test(text[i]!)) return text[i];
  return undefined;
}

/**
 * Blocks with such numbers as they print. For numbers that could be read either way, the others of the document decide:
 * if more of them are stored as they are read, all stay unchanged.
 */
export function numbersAsPrinted(blocks: readonly Block[]): Block[] {
  const found = blocks.map(({ text }) => find(text));
  const certain = found.flatMap(({ numbers }) => numbers).filter((number) => number.certain).length;
  const asRead = found.reduce((sum, one) => sum + one.asRead, 0);
  return blocks.map(withPlainBlanks).map((block, i) => {
    if (asRead > certain) return block;
    const called = (block.notes ?? []).map(({ offset }) => offset);
    const chosen = found[i]!.numbers.filter(
      (number) =>
        prints(number, block, certain > 0) && called.every((at) => at <= number.start || at >= number.end),
    );
    return chosen.length === 0 ? block : turned(block, chosen, certain > 0);
  });
}

/** @param others the document has numbers that can only be read as printed */
function prints({ certain, either, amongLetters, end }: Number, block: Block, others: boolean): boolean {
  if (certain || others) return true;
  if (!amongLetters) return block.kind === 'table' && !either;
  // Two adjacent numbers, as in a row of a table, end a line; a number counts what follows.
  return !either || wordFollows.test(block.text.slice(end));
}

const noBreak = new RegExp(`(?<=${digit})[\\u00A0\\u202F](?=${digit})`, 'gu');

/** Other spaces are already plain ones. */
function withPlainBlanks(block: Block): Block {
  const text = block.text.replace(noBreak, ' ');
  return text === block.text ? block : { ...block, text };
}

function turned(block: Block, numbers: readonly Number[], others: boolean): Block {
  let { text } = block;
  let spans = [...(block.doubts ?? [])];
  let repairs = block.repairs;
  for (const { start, end, groups, either } of numbers) {
    const asPrinted = groups.toReversed().join(' ');
    text = text.slice(0, start) + asPrinted + text.slice(end);
    // A group's index from the run's end is now its index from the beginning.
    const move = (span: Span): Span =>
      span[0] >= start && span[1] <= end ? [start + end - span[1], start + end - span[0]] : span;
    spans = spans.map(move);
    repairs = repairs?.map((repair) => {
      const [from, to] = move([repair.start, repair.end]);
      return { ...repair, start: from, end: to };
    });
    if (either && !others) spans.push(...groupSpans(start, asPrinted));
  }
  const out: Block = { ...block, text };
  if (spans.length > 0) out.doubts = spans.sort((a, b) => a[0] - b[0]);
  if (repairs) out.repairs = repairs.toSorted((a, b) => a.start - b.start);
  return out;
}

function groupSpans(start: number, number: string): Span[] {
  return [...number.matchAll(new RegExp(`${digit}+${fraction}`, 'gu'))].map(
    ({ 0: group, index }): Span => [start + index, start + index + group.length],
  );
}
