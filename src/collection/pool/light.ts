/** The answer to a question that takes milliseconds, computed in whichever thread. */
import { LightBudget, TooHeavy } from '../budget.ts';
import { caseNamed } from '../names-of-cases.ts';
import type { View } from '../view.ts';
import { type Written, written } from '../written.ts';
import type { Question } from './pool.ts';
import { isHeavy } from './weight.ts';

/** Null if it turns out to be heavy. @throws CollectionError */
export async function lightAnswer(view: View, question: Question): Promise<Written | null> {
  const { name, params, form } = question;
  const useCase = caseNamed(name);
  if (isHeavy(view, useCase, question)) return null;
  try {
    return await written({ ...view, budget: new LightBudget() }, useCase, params, form);
  } catch (error) {
    if (error instanceof TooHeavy) return null;
    throw error;
  }
}
