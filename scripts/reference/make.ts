/** The pages of `docs/reference` that are generated from the program. */
import { readFileSync } from 'node:fs';
import { openApiDocument } from '../client/make.ts';
import { apiPage, type Examples, type OpenApi } from './api.ts';
import { cliPage } from './cli.ts';
import { errorsPage } from './errors.ts';
import { settingsPage } from './settings.ts';

/** By file name, in `docs/reference`. Reads the current examples, because they may just have been written. */
export async function makeReference(): Promise<Record<string, string>> {
  const file = new URL('../../src/api/openapi/examples.json', import.meta.url);
  const examples = JSON.parse(readFileSync(file, 'utf8')) as Examples;
  return {
    'api.md': apiPage((await openApiDocument()) as unknown as OpenApi, examples),
    'cli.md': cliPage(),
    'errors.md': errorsPage(),
    'settings.md': settingsPage(),
  };
}
