/** A Chromium for the tests: CHROMIUM_PATH, the usual place, or `chromium` on PATH; null if there is none. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

export function findChromium(environment: Record<string, string | undefined> = process.env): string | null {
  const named = environment.CHROMIUM_PATH;
  const onPath = (environment.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium'));
  return [named, '/usr/bin/chromium', ...onPath].find((file) => file && existsSync(file)) ?? null;
}

/** Without a sandbox, so that it also runs as root in a container; it loads nothing that the page does not ask for. */
export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
