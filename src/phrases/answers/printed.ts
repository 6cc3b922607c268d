/**
 * How words are printed. Words are counted folded or stemmed, and shown as they mostly stand in print; nothing is
 * shown that no text holds. The exact vocabulary has the spellings: hamza, endings and vowel marks as printed.
 */
import { tokenize } from 'arabic-normalizer';
import type { CollectionIndex } from '../collection-index.ts';
import type { PhraseView } from './view.ts';

/** Occurrences looked at for the letters' case and the shape of digits, which the exact vocabulary has lost. */
const places = 25;

/** The number in `index` of the word that an exact word becomes. */
export function wordOfForm(index: CollectionIndex, exact: CollectionIndex, form: number): number {
  const { segment, local } = exact.originOf(form);
  const { forms } = index.parts[segment]!.index;
  return forms === null ? form : index.sharedId(segment, forms.ofExact.at(local));
}

/** The exact words (+ 1) that are this word of `index`, commonest first, equally common ones in code-unit order. */
export function formsOf(index: CollectionIndex, exact: CollectionIndex, word: string): number[] {
  const found = new Set<number>();
  for (const [place, { index: ofPart }] of index.parts.entries()) {
    const id = ofPart.words.id(word);
    if (id < 0) continue;
    if (ofPart.forms === null) found.add(exact.sharedId(place, id) + 1);
    else {
      const { forms, formFirst } = ofPart.forms;
      for (const form of forms.slice(formFirst.at(id), formFirst.at(id + 1)))
        found.add(exact.sharedId(place, form) + 1);
    }
  }
  const counted = [...found].map((form) => ({ form, count: formCount(exact, form) }));
  return counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || exact.compareWords(a.form - 1, b.form - 1))
    .map(({ form }) => form);
}

/** How often an exact word (+ 1) stands in the collection; 0 for none. */
export function formCount(exact: CollectionIndex, form: number): number {
  return form === 0 ? 0 : exact.count([exact.word(form - 1)]);
}

/** How a word of the index is printed, commonest first; none for a word that the collection does not hold. */
export function printedWords(view: PhraseView, index: CollectionIndex, word: string): string[] {
  return formsOf(index, view.byProfile('exact'), word).map((form) => printedForm(view, form));
}

const casedOrDigits = /[\p{N}\p{Lu}\p{Ll}\p{Lt}]/u;
/** Tatweel, soft hyphen, bidi controls and what else has no width. */
const unseen = /[\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const lettersOf = new WeakMap<CollectionIndex, Map<number, string>>();

/** An exact token as it is printed: A/CONF.192 and ٦٣ where the exact word is `conf` and `63`. */
export function printedForm(view: PhraseView, form: number): string {
  const exact = view.byProfile('exact');
  const word = exact.word(form - 1);
  if (!casedOrDigits.test(word)) return word;
  const known = lettersOf.get(exact) ?? new Map<number, string>();
  lettersOf.set(exact, known);
  let printed = known.get(form);
  if (printed === undefined) {
    printed = mostlyWritten(view, exact, form) ?? word;
    known.set(form, printed);
  }
  return printed;
}

/**
 * The commonest written form among a word's occurrences at `places` points spread over the collection. Whichever way the
 * reports lie in segments, the same occurrences are looked at.
 */
function mostlyWritten(view: PhraseView, exact: CollectionIndex, form: number): string | null {
  const counts = new Map<string, number>();
  const positions = spread(exact, form);
  for (const [i, position] of positions.entries()) {
    const paragraph = exact.paragraphAt(position);
    const text = view.reader.textByRow(view.table.rowOf(paragraph));
    const token = text === null ? undefined : tokenize(text, 'exact')[position - exact.tokenStart(paragraph)];
    if (!token) continue;
    const written = text!.slice(token.start, token.end).replace(unseen, '');
    counts.set(written, (counts.get(written) ?? 0) + 1);
    if (isDecided(counts, positions.length - i - 1)) break;
  }
  const [commonest] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return commonest?.[0] ?? null;
}

/** Whether what is still to come cannot bring another form level with the commonest. */
function isDecided(counts: ReadonlyMap<string, number>, left: number): boolean {
  let first = 0;
  let second = 0;
  for (const count of counts.values()) {
    if (count > first) [first, second] = [count, first];
    else if (count > second) second = count;
  }
  return first > second + left;
}

/**
 * At most about `places` positions of an exact word, ascending. Few are taken from all of them; a frequent word, whose
 * list would be long to sort, is looked for from points on that divide the collection evenly.
 */
function spread(exact: CollectionIndex, form: number): number[] {
  const word = exact.word(form - 1);
  // Sorting costs about 20 ns an occurrence, looking for one 10 ns a word passed: equal at this many.
  if (exact.count([word]) <= Math.sqrt(12 * exact.tokenCount)) {
    const starts = exact.find([word]);
    const step = Math.max(1, Math.floor(starts.length / places));
    return [...starts].filter((_, i) => i % step === 0);
  }
  const locals = exact.parts.map(({ index }) => index.words.id(word) + 1);
  const end = exact.table.startOf.at(-1)!;
  const found: number[] = [];
  for (let point = 0; point < places; point += 1) {
    const position = nextOf(exact, locals, Math.floor((point * end) / places));
    if (position < 0) break;
    if (position !== found.at(-1)) found.push(position);
  }
  return found;
}

/** The first position from `from` on of a word that the segments number so (+ 1; 0 for none); -1 where there is none. */
function nextOf({ table, parts }: CollectionIndex, locals: readonly number[], from: number): number {
  for (let report = table.reportAt(from); report < table.reports.length; report += 1) {
    const segment = table.segmentOf[report]!;
    const token = locals[segment]!;
    if (token === 0) continue;
    const { tokens } = parts[segment]!.index;
    const shift = table.shiftOf(report);
    const end = table.startOf[report + 1]!;
    for (let at = Math.max(from, table.startOf[report]!); at < end; at += 1)
      if (tokens.at(at - shift) === token) return at;
  }
  return -1;
}
