/**
 * Lines whose actual texts are rotated: where Chromium breaks a line anew, it may give each glyph the text of the one a
 * few places before, and the first glyphs those of the last. What a code represents in the rest of the document shows
 * the error.
 */
import { type Font, type Glyph, isMark } from '../glyphs/glyph.ts';
import { lineThresholds } from './thresholds.ts';

const apart = /[0-9\u0660-\u0669\p{Script=Latin}]/u;

export class ActualVotes {
  private readonly texts = new Map<Font, Map<number, Map<string, number>>>();
  private any = false;

  /** Counts what the codes of a page represent. */
  count(glyphs: readonly Glyph[]): void {
    this.any ||= glyphs.some((g) => g.actual);
    if (!this.any) return;
    for (const g of glyphs) {
      let codes = this.texts.get(g.font);
      if (!codes) {
        codes = new Map();
        this.texts.set(g.font, codes);
      }
      let seen = codes.get(g.code);
      if (!seen) {
        seen = new Map();
        codes.set(g.code, seen);
      }
      const letters = base(g.s);
      seen.set(letters, (seen.get(letters) ?? 0) + 1);
    }
  }

  /** The glyphs of a line from left to right, with rotated texts corrected. */
  mend(glyphs: Glyph[]): Glyph[] {
    if (!this.any || this.strange(glyphs) < lineThresholds.turnedTexts) return glyphs;
    const out = [...glyphs];
    // Numbers and Latin words are shaped separately from the Arabic between them.
    for (let from = 0; from < out.length; ) {
      let to = from;
      while (to < out.length && !apart.test(out[to]!.s)) to++;
      this.turnBack(out, from, to);
      from = to + 1;
    }
    return out;
  }

  /** How many actual texts are not the usual ones. */
  private strange(glyphs: readonly Glyph[]): number {
    let count = 0;
    for (const g of glyphs) {
      const usual = g.actual ? this.usual(g) : null;
      if (usual !== null && usual !== g.s && usual !== base(g.s)) count++;
    }
    return count;
  }

  private turnBack(glyphs: Glyph[], from: number, to: number): void {
    const { turnedTexts, turnedRight, turnedPlaces, turnedBack } = lineThresholds;
    const texts = glyphs.slice(from, to).map((g) => g.s);
    const usual = glyphs.slice(from, to).map((g) => this.usual(g));
    const { length } = texts;
    const right = (turn: number): number =>
      usual.filter((text, i) => text !== null && text === base(texts[(i + turn + length) % length]!)).length;
    const sure = usual.filter((text) => text !== null).length;
    const now = right(0);
    if (sure - now < turnedTexts || now > turnedRight * sure) return;
    let best = 0;
    let found = now;
    for (let turn = -turnedPlaces; turn <= turnedPlaces; turn++) {
      const n = Math.abs(turn) < length ? right(turn) : 0;
      if (n > found) {
        found = n;
        best = turn;
      }
    }
    if (found < turnedBack * sure) return;
    texts.forEach((_, i) => {
      glyphs[from + i] = { ...glyphs[from + i]!, s: texts[(i + best + length) % length]! };
    });
  }

  /** What the glyph's code represents nearly always; null if that is not certain. */
  private usual(g: Glyph): string | null {
    let all = 0;
    let votes = 0;
    let best: string | null = null;
    for (const [text, n] of this.texts.get(g.font)?.get(g.code) ?? []) {
      all += n;
      if (n > votes) {
        votes = n;
        best = text;
      }
    }
    const { usualTexts, usualShare } = lineThresholds;
    return votes >= usualTexts && votes > usualShare * all ? best : null;
  }
}

/** The letters of a glyph without marks, unless it is a mark. */
function base(s: string): string {
  if (s.length === 1 || isMark(s)) return s;
  return s.replace(/\p{M}+/gu, '');
}
