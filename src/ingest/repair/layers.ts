/**
 * Whether a text is a damaged visual layer. Its own order is the first hypothesis: only lines that contradict it count,
 * and they must far outnumber those that support it. Nothing that typists do is evidence: a tatweel after a letter
 * (`١٤٣٠هـ`, `أـ`, `الـ ١٩٣`), stretched words, numbers joined to words, odd brackets.
 */
import { endsInLabel } from './label.ts';
import { layerThresholds } from './thresholds.ts';

const ARABIC_LINE = /[\u0620-\u064A]{2}/u;
/** A full stop or comma at the beginning of a line. */
const SIGN_FIRST = /^ {0,12}[.:؛،](?![.:])[ \u0621-\u064A(]/u;
/** The rest of a word after a kashida, in the middle of a line. */
const LOOSE_KASHIDA = /[\u0621-\u064A\u0640),] +\u0640+[\u0621-\u064A]{2}/u;
const STRETCHED = /[\u0621-\u064A]\u0640+[\u0621-\u064A]/gu;
/** The number of a heading at the end, separated from it; `المرفق - ألف` is not one. */
const WORD_LABEL =
  /(?:\s{2,}[-–]\s*|\s[-–])[\u0621-\u064A\u064B]{3,}(?:\s+عشر)?\s*$|\)\s*[\u0621-\u064A]{1,2}\u0640?\s*\(\s*$/u;
/** The end of a sentence at the end of a line. */
const SIGN_LAST = /[\u0621-\u0652)»"\]0-9\u0660-\u0669][.؛:؟!]\s*$/u;
/** A number or letter at the beginning of a line. */
const LABEL_FIRST =
  /^\s*(?:[0-9\u0660-\u0669]{1,3}\s*[-–.)\u0640](?![0-9\u0660-\u0669])|\([0-9\u0660-\u0669\u0621-\u064A\u0640]{1,3}\)|[\u0621-\u064A]\u0640?\s*[-–)]|[\u0621-\u064A]{3,}[اًأ]{1,2}\s*[-–:])/u;

type Lean = 'drawn' | 'maybe' | 'stored' | null;

/**
 * What a line says about its order. `maybe`: only a number at its end, as in rows of tables, reversed brackets or
 * stretched words, as in some texts in reading order.
 */
function leanOf(line: string): Lean {
  const label = endsInLabel(line);
  const drawn = SIGN_FIRST.test(line) || LOOSE_KASHIDA.test(line) || (label && WORD_LABEL.test(line));
  const stored = SIGN_LAST.test(line) || (!label && LABEL_FIRST.test(line));
  if (stored) return drawn || label ? null : 'stored';
  if (drawn) return 'drawn';
  return label || bracketsTurned(line) || isJustified(line) ? 'maybe' : null;
}

const isJustified = (line: string): boolean =>
  (line.match(STRETCHED)?.length ?? 0) >= layerThresholds.stretchedWords;

/** A bracket closes before any was opened, and one that opens after it stays open. */
function bracketsTurned(line: string): boolean {
  let open = 0;
  let early = false;
  for (const [bracket] of line.matchAll(/[()]/gu)) {
    if (bracket === '(') open++;
    else if (open > 0) open--;
    else early = true;
  }
  return early && open > 0;
}

/** True for a text with lines in drawing order. */
export function looksVisual(text: string): boolean {
  const { drawnLines, tellingWords, longestLine, drawnShare, drawnToStored } = layerThresholds;
  const lines = { drawn: 0, maybe: 0, stored: 0, silent: 0 };
  for (const line of text.split('\n')) {
    if (!ARABIC_LINE.test(line)) continue;
    const lean = line.length > longestLine ? 'stored' : leanOf(line);
    if (lean !== null) lines[lean]++;
    else if (line.trim().split(/\s+/u).length >= tellingWords) lines.silent++;
  }
  const drawn = lines.drawn + lines.maybe;
  const all = drawn + lines.stored + lines.silent;
  return lines.drawn >= drawnLines && drawn >= drawnShare * all && drawn >= drawnToStored * lines.stored;
}
