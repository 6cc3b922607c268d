/**
 * How words are printed. Words are counted folded or stemmed, and shown as they mostly stand in print; nothing is
 * shown that no text holds. The exact vocabulary has the spellings: hamza, endings and vowel marks as printed.
 */
import { tokenize } from 'arabic-normalizer';
import type { CollectionIndex } from '../collection-index.ts';
import type { OccurrenceText } from '../spread.ts';
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

const lettersOf = new WeakMap<object, Map<string, string>>();

/** An exact token as it is printed: A/CONF.192 and ٦٣ where the exact word is `conf` and `63`. */
export function printedForm(view: PhraseView, form: number): string {
  const exact = view.byProfile('exact');
  const word = exact.word(form - 1);
  if (!casedOrDigits.test(word)) return word;
  const known = lettersOf.get(exact.state) ?? new Map<string, string>();
  lettersOf.set(exact.state, known);
  const before = known.get(word);
  if (before !== undefined) return before;
  const occurrences = exact.spread(view.reader, word, places);
  if (occurrences === null) return word;
  const printed = mostlyWritten(occurrences) ?? word;
  known.set(word, printed);
  return printed;
}

/** The commonest written form among occurrences. */
function mostlyWritten(occurrences: readonly OccurrenceText[]): string | null {
  const counts = new Map<string, number>();
  for (const [i, read] of occurrences.entries()) {
    const found = read();
    const token = found ? tokenize(found.text, 'exact')[found.place] : undefined;
    if (!token) continue;
    const written = found!.text.slice(token.start, token.end).replace(unseen, '');
    counts.set(written, (counts.get(written) ?? 0) + 1);
    if (isDecided(counts, occurrences.length - i - 1)) break;
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
