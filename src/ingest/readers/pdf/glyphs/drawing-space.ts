/**
 * The coordinate space in which a page's operators draw: the current transformation matrix, followed through saved
 * states and forms.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiply } from './space.ts';

export class DrawingSpace {
  matrix: Matrix;
  private readonly saved: Matrix[] = [];

  /** @param start the matrix before the first operator */
  constructor(start: Matrix = [1, 0, 0, 1, 0, 0]) {
    this.matrix = start;
  }

  /** Follows one pdf.js operator with its arguments. */
  follow(operator: number | undefined, args: unknown): void {
    if (operator === OPS.save) this.saved.push(this.matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd)
      this.matrix = this.saved.pop() ?? this.matrix;
    else if (operator === OPS.transform) this.matrix = multiply(this.matrix, args as ArrayLike<number>);
    else if (operator === OPS.paintFormXObjectBegin) {
      this.saved.push(this.matrix);
      const own = (args as [ArrayLike<number> | null] | null)?.[0];
      if (own) this.matrix = multiply(this.matrix, own);
    }
  }
}
