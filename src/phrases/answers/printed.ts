/**
 * How words are printed. Words are counted folded or stemmed, but shown in their most common printed form; nothing is
 * shown that no text contains. The exact vocabulary has the spellings: hamza, endings and vowel marks as printed.
 */
import { ranges } from 'arabic-normalizer';
import type { CollectionIndex } from '../collection-index.ts';
import { type OccurrenceText, spreadOver } from '../spread.ts';
import type { TokenisedText } from './texts.ts';
import type { PhraseView } from './view.ts';

/**
 * Number of occurrences examined for the case of letters and the form of digits, which the exact vocabulary lacks. For
 * 4,846 neighbours of phrases in federal texts, the result was the same as from all occurrences in 99.96 %.
 */
export const mostPlaces = 25;

/** The number in `index` of the word that an exact word becomes. */
export function wordOfForm(index: CollectionIndex, exact: CollectionIndex, form: number): number {
  const { segment, local } = exact.originOf(form);
  const { tokens } = index.parts[segment]!.index;
  return index.sharedId(segment, tokens.ofExact(local + 1) - 1);
}

/** The exact words (+ 1) that are this word of `index`, most common first, ties in code-unit order. */
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

/** How often an exact word (+ 1) occurs in the collection; 0 for none. */
export function formCount(exact: CollectionIndex, form: number): number {
  return form === 0 ? 0 : exact.count([exact.word(form - 1)]);
}

/** How a word of the index is printed, most common form first; none for a word that is not in the collection. */
export function printedWords(view: PhraseView, index: CollectionIndex, word: string): string[] {
  return formsOf(index, view.byProfile('exact'), word).map((form) => printedForm(view, form));
}

const casedOrDigits = /[\p{N}\p{Lu}\p{Ll}\p{Lt}]/u;
/** Tatweel, soft hyphen, bidi controls and other characters without width. */
const unseen = /[\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Whether an exact word can be printed in several ways: A/CONF.192 and ٦٣ are the exact words `conf` and `63`. */
export const isSpelledWithMore = (word: string): boolean => casedOrDigits.test(word);

const lettersOf = new WeakMap<object, Map<string, string>>();

/** An exact word (+ 1) as it is mostly printed in the collection. */
function printedForm(view: PhraseView, form: number): string {
  const exact = view.byProfile('exact');
  const word = exact.word(form - 1);
  if (!isSpelledWithMore(word)) return word;
  const known = lettersOf.get(exact.table.state) ?? new Map<string, string>();
  lettersOf.set(exact.table.state, known);
  const before = known.get(word);
  if (before !== undefined) return before;
  const printed = mostlyPrinted(spreadOver(exact, view.reader, word, mostPlaces)) ?? word;
  known.set(word, printed);
  return printed;
}

/** As `mostlyWritten`, of occurrences whose texts are read here. */
export function mostlyPrinted(occurrences: readonly OccurrenceText[]): string | null {
  const written = occurrences.map((read) => () => {
    const found = read();
    return found && writtenAt({ text: found.text, tokens: ranges(found.text) }, found.place);
  });
  return mostlyWritten(written);
}

/** A token as its text has it; null if the text has no such token. */
export function writtenAt({ text, tokens }: TokenisedText, place: number): string | null {
  const token = tokens[place];
  return token ? text.slice(token.start, token.end).replace(unseen, '') : null;
}

/** The most common written form among occurrences, of which no more are read than needed; null if none can be read. */
export function mostlyWritten(occurrences: readonly (() => string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const [i, read] of occurrences.entries()) {
    const written = read();
    if (written === null) continue;
    counts.set(written, (counts.get(written) ?? 0) + 1);
    if (isDecided(counts, occurrences.length - i - 1)) break;
  }
  const [commonest] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return commonest?.[0] ?? null;
}

/** Whether the remaining occurrences cannot bring another form level with the most common one. */
function isDecided(counts: ReadonlyMap<string, number>, left: number): boolean {
  let first = 0;
  let second = 0;
  for (const count of counts.values()) {
    if (count > first) [first, second] = [count, first];
    else if (count > second) second = count;
  }
  return first > second + left;
}
