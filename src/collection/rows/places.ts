/** What a row says about a paragraph that the answer gives only by id. */
import type { View } from '../view.ts';
import type { Row } from './index.ts';

type Paragraph = NonNullable<ReturnType<View['reader']['paragraph']>>;

export interface Range {
  paragraph: string;
  start: number;
  end: number;
}

/** Reads each paragraph and report of an answer once. */
export class Places {
  private readonly view: View;
  private readonly paragraphs = new Map<string, Paragraph | null>();
  private readonly symbols = new Map<string, string | null>();

  constructor(view: View) {
    this.view = view;
  }

  paragraph(id: string | null | undefined): Paragraph | null {
    if (id === null || id === undefined) return null;
    let found = this.paragraphs.get(id);
    if (found === undefined) {
      found = this.view.reader.paragraph(id);
      this.paragraphs.set(id, found);
    }
    return found;
  }

  text(id: string | null): string | null {
    return this.paragraph(id)?.text ?? null;
  }

  cut({ paragraph, start, end }: Range): string {
    return (this.text(paragraph) ?? '').slice(start, end);
  }

  /** The report's id, symbol and year. */
  report(id: string, year: number | null): Row {
    let symbol = this.symbols.get(id);
    if (symbol === undefined) {
      symbol = this.view.reader.report(id)?.symbol ?? null;
      this.symbols.set(id, symbol);
    }
    return { report: id, symbol, year };
  }

  /** The paragraph's id and its printed number, label and part. */
  at(id: string | null | undefined, prefix = ''): Row {
    const found = this.paragraph(id);
    return {
      [`${prefix}paragraph`]: id ?? null,
      [`${prefix}number`]: found?.number ?? null,
      [`${prefix}label`]: found?.label ?? null,
      [`${prefix}part`]: found?.part ?? null,
    };
  }
}
