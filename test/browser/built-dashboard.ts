/** Builds the dashboard into `dist/web` where it is missing or older than its sources. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../collection/sample-collection.ts';

function newest(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}

export async function buildDashboard(): Promise<void> {
  const index = join(projectRoot, 'dist', 'web', 'index.html');
  const sources = join(projectRoot, 'src', 'web');
  if (existsSync(index) && statSync(index).mtimeMs > newest(sources)) return;
  // The test runner says `test`, which would leave a development build behind.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await build({ configFile: join(sources, 'vite.config.ts'), logLevel: 'warn' });
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
}
