/**
 * Writes everything that is generated from the program: the examples of the OpenAPI document, the client's types and
 * the reference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { makeClient, openApiDocument } from './client/make.ts';
import { withPart } from './documents/part.ts';
import { makeExamples } from './examples/make.ts';
import { makeReference } from './reference/make.ts';
import { makeTranscript } from './transcript/make.ts';

const place = (name: string) => new URL(`../${name}`, import.meta.url);

const examples = await makeExamples();
writeFileSync(place('src/api/openapi/examples.json'), `${JSON.stringify(examples, null, 2)}\n`);
for (const [name, text] of Object.entries(await makeClient(await openApiDocument()))) {
  writeFileSync(place(`src/client/${name}`), text);
}

const assistants = place('docs/assistants.md');
writeFileSync(
  assistants,
  withPart(readFileSync(assistants, 'utf8'), 'transcript', `\`\`\`text\n${await makeTranscript()}\`\`\``),
);

for (const [name, text] of Object.entries(await makeReference())) {
  writeFileSync(place(`docs/reference/${name}`), text);
}
