/** Use cases by name: a function cannot be sent to a thread, but its name can. */
import * as cases from './cases/index.ts';
import type { UseCase } from './usecase.ts';

export type CaseName = keyof typeof cases;

const byName = cases as unknown as Readonly<Record<CaseName, UseCase>>;
const names = new Map(Object.entries(byName).map(([name, useCase]) => [useCase, name as CaseName]));

export const caseNamed = (name: CaseName): UseCase => byName[name];

export function nameOfCase(useCase: UseCase): CaseName {
  const name = names.get(useCase);
  if (name === undefined) throw new Error('this use case is not one of the list');
  return name;
}
