/** Writes `src/api/openapi/examples.json` from the sample reports. */
import { writeFileSync } from 'node:fs';
import { makeExamples } from './examples/make.ts';

const file = new URL('../src/api/openapi/examples.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(await makeExamples(), null, 2)}\n`);
