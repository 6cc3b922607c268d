/** Changes in strength: operative verbs and qualifiers of the lists in which aligned texts differ. */
import type { QualifierChange, StrengthChange } from './body.ts';
import type { ListedForm } from './lists.ts';
import type { Side } from './side.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Found {
  form: ListedForm;
  /** First token and the one after the last. */
  from: number;
  to: number;
}

/** The listed forms in a text, the longest at each place, without overlaps. */
export function findForms(side: Side, list: 'verbs' | 'qualifiers', vocabulary: Vocabulary): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < side.ids.length; at++) {
    const forms = vocabulary.formsFrom(side.ids[at] as number, list);
    if (!forms) continue;
    const form = forms.find((f) =>
      f.words.every(
        (word, k) => at + k < side.ids.length && vocabulary.word(side.ids[at + k] as number) === word,
      ),
    );
    if (!form) continue;
    found.push({ form, from: at, to: at + form.words.length });
    at += form.words.length - 1;
  }
  return found;
}

/**
 * The first place where a listed verb was replaced by another: verbs that the diff leaves unmatched on both sides
 * between the same matched words. Undefined if there is none.
 */
export function strengthChange(
  base: Side,
  other: Side,
  matches: Int32Array,
  vocabulary: Vocabulary,
): StrengthChange | undefined {
  const before = findForms(base, 'verbs', vocabulary).filter((f) => isChanged(f, matches));
  if (before.length === 0) return undefined;
  const back = reversed(matches, other.ids.length);
  const after = findForms(other, 'verbs', vocabulary).filter((f) => isChanged(f, back));
  for (const was of before) {
    const low = matchBefore(matches, was.from);
    const high = matchAfter(matches, was.to, other.ids.length);
    const now = after.find((f) => f.from > low && f.to <= high && f.form.name !== was.form.name);
    if (!now) continue;
    const step = now.form.level - was.form.level;
    return {
      from: was.form.name,
      to: now.form.name,
      direction: step > 0 ? 'stronger' : step < 0 ? 'weaker' : 'same',
    };
  }
  return undefined;
}

/** Listed qualifiers that one side has more often than the other; undefined if there are none. */
export function qualifierChange(
  base: Side,
  other: Side,
  vocabulary: Vocabulary,
): QualifierChange | undefined {
  const names = (side: Side) => findForms(side, 'qualifiers', vocabulary).map((f) => f.form.name);
  const [was, now] = [names(base), names(other)];
  const added = without(now, was);
  const removed = without(was, now);
  return added.length + removed.length > 0 ? { added, removed } : undefined;
}

function without(list: string[], taken: string[]): string[] {
  const left = [...taken];
  return list.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function isChanged(found: Found, matches: Int32Array): boolean {
  for (let at = found.from; at < found.to; at++) if ((matches[at] as number) < 0) return true;
  return false;
}

function reversed(matches: Int32Array, length: number): Int32Array {
  const back = new Int32Array(length).fill(-1);
  for (let i = 0; i < matches.length; i++) if (matches[i]! >= 0) back[matches[i] as number] = i;
  return back;
}

function matchBefore(matches: Int32Array, at: number): number {
  for (let i = at - 1; i >= 0; i--) if ((matches[i] as number) >= 0) return matches[i] as number;
  return -1;
}

function matchAfter(matches: Int32Array, at: number, length: number): number {
  for (let i = at; i < matches.length; i++) if ((matches[i] as number) >= 0) return matches[i] as number;
  return length;
}
