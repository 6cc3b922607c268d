/**
 * Finds the paragraph or item that a list item belongs to. Lists are distinguished by how they count: a mark of a kind
 * that is already open continues that list, a new kind opens a list under the item before.
 */
import type { Label } from './labels.ts';

interface Open {
  key: string;
  value: number;
  index: number;
}

/** The open lists below one paragraph, outermost first. Indexes refer to the report's paragraphs. */
export class OpenItems {
  private stack: Open[] = [];

  clear(): void {
    this.stack = [];
  }

  /** Enters item number `index`; returns its parent's index, or `above` if it is directly under that. */
  enter(label: Label, index: number, depth: number | undefined, above: number | null): number | null {
    const mark = this.read(label);
    const key = depth === undefined ? mark.key : `depth ${depth}`;
    if (depth !== undefined) this.closeDeeper(depth);
    const place = this.stack.findIndex((open) => open.key === key);
    if (place >= 0) this.stack.length = place;
    const parent = this.stack.at(-1)?.index ?? above;
    this.stack.push({ key, value: mark.value, index });
    return parent;
  }

  private closeDeeper(depth: number): void {
    const place = this.stack.findIndex((open) => {
      const own = /^depth ([0-9]+)$/u.exec(open.key);
      return own !== null && Number(own[1]) >= depth;
    });
    if (place >= 0) this.stack.length = place;
  }

  /** `(i)` after `(h)`, `(v)` after `(u)` and `(x)` after `(w)` are letters. */
  private read(label: Label): { key: string; value: number } {
    if (label.style === 'roman' && /^\(?[ivxl]\)$/u.test(label.text)) {
      const letter = label.text.replace(/[()]/gu, '').charCodeAt(0) - 96;
      if (this.stack.some((open) => open.key === 'latin' && open.value === letter - 1)) {
        return { key: 'latin', value: letter };
      }
    }
    return { key: label.style === 'bullet' ? `bullet ${label.text}` : label.style, value: label.value };
  }
}
