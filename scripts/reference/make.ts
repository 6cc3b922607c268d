/** The pages of `docs/reference` that are made from the program. */
import { openApiDocument } from '../client/make.ts';
import { apiPage, type OpenApi } from './api.ts';
import { cliPage } from './cli.ts';
import { errorsPage } from './errors.ts';
import { settingsPage } from './settings.ts';

/** By file name, in `docs/reference`. */
export async function makeReference(): Promise<Record<string, string>> {
  return {
    'api.md': apiPage((await openApiDocument()) as unknown as OpenApi),
    'cli.md': cliPage(),
    'errors.md': errorsPage(),
    'settings.md': settingsPage(),
  };
}
