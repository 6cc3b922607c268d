/** Where the program's own files are: the folder that holds `config/`, in a checkout and when installed. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (existsSync(join(folder, 'config', 'settings.json'))) return folder;
    const above = dirname(folder);
    if (above === folder)
      throw new Error('config/settings.json is missing from the installation: install siyagha again');
    folder = above;
  }
}

export const root: string = findRoot();

export function configFile(...names: string[]): string {
  return join(root, 'config', ...names);
}
