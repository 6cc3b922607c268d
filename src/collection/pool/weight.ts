/** Which questions are worked out outside the main thread. */
import type { UseCase } from '../usecase.ts';
import type { View } from '../view.ts';
import type { Question } from './pool.ts';

/** Rows that may be written as CSV or JSON Lines, each with its place looked up, in about 20 ms. */
const fewRows = 100;

/** Documents always are; tables of many rows; the rest by what the use case says. */
export function isHeavy(view: View, useCase: UseCase, { params, form }: Question): boolean {
  if (useCase.files?.[form]) return true;
  if (form !== 'json' && Number(params.limit ?? 0) > fewRows) return true;
  return useCase.isHeavy?.(view, params) ?? false;
}
