/**
 * An example for every route: a question about the sample reports and the API's answer, with lists cut to their first
 * entries. `npx tsx scripts/generate.ts` writes them; a test fails if they are out of date.
 */

import { type Document, type Operation, operationsOf } from './document.ts';
import examples from './examples.json' with { type: 'json' };

interface Example {
  /** Values of parameters, or the fields of a body. */
  asked: Record<string, unknown>;
  answer: unknown;
}

/** Example values of parameters that the route's example does not use. */
const usual: Record<string, unknown> = {
  body: 'SRO/C.7',
  id: 'SRO-C.7-2016-9',
  kind: 'paragraph',
  language: 'ar',
  match: 'folded',
  number: 20,
  paragraph: 'SRO-C.7-2016-9:58',
  part: 'المرفق الأول',
  q: 'الدول المشاطئة',
  report: ['SRO-C.7-2016-9'],
  sample: 200,
  section: 'التوصيات',
  series: 'shared-rivers',
  symbol: 'A/RES/62/18',
  type: 'resolution',
  warning: ['any'],
  with: ['SRO-C.7-2014-9'],
  year_from: 2010,
  year_to: 2020,
};

export function addExamples(document: Document): void {
  for (const { operation } of operationsOf(document)) {
    const example = (examples as Record<string, Example>)[operation.operationId];
    if (example !== undefined) addExample(operation, example);
    for (const parameter of operation.parameters ?? []) {
      const { enum: values, default: otherwise } = (parameter.schema ?? {}) as {
        enum?: string[];
        default?: unknown;
      };
      const value = example?.asked[parameter.name] ?? otherwise ?? usual[parameter.name] ?? values?.[0];
      if (value === undefined) continue;
      parameter.example = parameter.schema?.type === 'array' ? [value].flat() : value;
    }
  }
}

function addExample(operation: Operation, { asked, answer }: Example): void {
  for (const media of Object.values(operation.requestBody?.content ?? {})) media.example = asked;
  const [type, media] = Object.entries(operation.responses['200']?.content ?? {})[0] ?? [];
  if (type === 'application/json' && media !== undefined) media.example = answer;
}
