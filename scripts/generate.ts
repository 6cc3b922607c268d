/** Writes what is made from the program itself: the examples of the OpenAPI document and the client's types. */
import { writeFileSync } from 'node:fs';
import { makeClient, openApiDocument } from './client/make.ts';
import { makeExamples } from './examples/make.ts';

const place = (name: string) => new URL(`../${name}`, import.meta.url);

const examples = await makeExamples();
writeFileSync(place('src/api/openapi/examples.json'), `${JSON.stringify(examples, null, 2)}\n`);
for (const [name, text] of Object.entries(await makeClient(await openApiDocument()))) {
  writeFileSync(place(`src/client/${name}`), text);
}
