/**
 * Which marked piece of a tagged page each glyph is in (ISO 32000-1 §14.7.4). Only the places in the stream where that
 * changes are kept, so a glyph carries nothing and a page without marks costs nothing.
 */

/** Outside every marked piece. */
export const unmarked = -1;
/** In an artifact (§14.8.2.2): page furniture, according to the file. */
export const artifact = -2;

export class Marks {
  private readonly from: number[] = [];
  private readonly mark: number[] = [];

  /** The mark from the glyph with `seq` on: a piece's identifier on its page, `unmarked` or `artifact`. */
  set(seq: number, mark: number): void {
    // Glyphs that an actual text has replaced are gone.
    while (this.from.length > 0 && this.from.at(-1)! >= seq) {
      this.from.pop();
      this.mark.pop();
    }
    if ((this.mark.at(-1) ?? unmarked) === mark) return;
    this.from.push(seq);
    this.mark.push(mark);
  }

  get empty(): boolean {
    return this.from.length === 0;
  }

  of(seq: number): number {
    let low = 0;
    let high = this.from.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.from[mid]! <= seq) low = mid + 1;
      else high = mid;
    }
    return low === 0 ? unmarked : this.mark[low - 1]!;
  }
}
