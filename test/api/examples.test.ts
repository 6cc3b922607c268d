/** The examples of the OpenAPI document are true. */
import { expect, it } from 'vitest';
import { makeExamples } from '../../scripts/examples/make.ts';
import examples from '../../src/api/openapi/examples.json' with { type: 'json' };

it('equal the answers of the API over the sample reports (npx tsx scripts/generate.ts writes them)', async () => {
  expect(examples).toEqual(await makeExamples());
});
