/** The distinct words of a text under one profile, numbered in code-unit order so that a prefix is a range. */

/** Numbers `forms` (one per old id, repeats allowed) in sorted order: the new words, and each old id's new id. */
export function numberWords(forms: readonly string[]): { words: string[]; newId: Uint32Array } {
  const words = [...new Set(forms)].sort(byCodeUnits);
  const ids = new Map(words.map((word, id) => [word, id]));
  return { words, newId: Uint32Array.from(forms, (form) => ids.get(form)!) };
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
