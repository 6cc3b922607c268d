/** Decides which questions are computed outside the main thread. */
import type { UseCase } from '../usecase.ts';
import type { View } from '../view.ts';
import type { Question } from './pool.ts';

/** Number of rows that can be written as CSV or JSON Lines, with their places looked up, in about 20 ms. */
const fewRows = 100;

/** Documents always are, and so are tables with many rows; otherwise the use case decides. */
export function isHeavy(view: View, useCase: UseCase, { params, form }: Question): boolean {
  if (useCase.files?.[form]) return true;
  if (form !== 'json' && Number(params.limit ?? 0) > fewRows) return true;
  return useCase.isHeavy?.(view, params) ?? false;
}
