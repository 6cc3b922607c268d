/** A collection over a temporary data folder, for tests: the eight sample reports, or nothing. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Collection,
  checkParameters,
  type OpenOptions,
  openCollection,
  type UseCase,
} from '../../src/collection/index.ts';
import { loadSettings, type Settings } from '../../src/settings/index.ts';
import { once } from '../once.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const samples = join(projectRoot, 'samples');

/** The eight files as shipped. */
export const shippedSamples: string[] = readdirSync(join(samples, 'reports'))
  .sort()
  .map((name) => join(samples, 'reports', name));

/** The same eight reports, with the one of 2012 as its clean text, which is read far faster than the damaged layer. */
export const cleanSamples: string[] = shippedSamples.map((file) =>
  file.includes('-2012-') ? join(samples, 'clean', 'SRO-C.7-2012-9.txt') : file,
);

/** A fresh folder that `remove` deletes. */
export function temporaryFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'siyagha-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Opened {
  collection: Collection;
  settings: Settings;
  /** For files of the test; the data folder is inside. */
  folder: string;
  close(): Promise<void>;
}

/** @param environment settings besides the data folder; nothing is taken from the tester's own environment */
export async function openTemporary(
  environment: Record<string, string> = {},
  options: OpenOptions = {},
): Promise<Opened> {
  const { folder, remove } = temporaryFolder();
  return openIn(folder, join(folder, 'data'), remove, environment, options);
}

async function openIn(
  folder: string,
  data: string,
  remove: () => void,
  environment: Record<string, string>,
  options: OpenOptions,
): Promise<Opened> {
  const settings = loadSettings({ SIYAGHA_DATA: data, LOG_LEVEL: 'silent', ...environment });
  const collection = await openCollection(settings, options);
  return {
    collection,
    settings,
    folder,
    async close() {
      await collection.close();
      remove();
    },
  };
}

/** Like `openTemporary`, with the reports of these files, which are read once for each state of the program. */
export async function openSamples(
  environment: Record<string, string> = {},
  files: readonly string[] = cleanSamples,
  options: OpenOptions = {},
): Promise<Opened> {
  const { folder, remove } = temporaryFolder();
  const data = join(folder, 'data');
  cpSync(await readOnce(files), data, { recursive: true });
  return openIn(folder, data, remove, environment, options);
}

/** A data folder with the reports of these files, to be copied. */
export function readOnce(files: readonly string[] = cleanSamples): Promise<string> {
  const name = `samples-${createHash('sha256').update(files.join()).digest('hex').slice(0, 8)}`;
  return once(name, ['src', 'config', 'samples'], async (folder) => {
    const collection = await openCollection(loadSettings({ SIYAGHA_DATA: folder, LOG_LEVEL: 'silent' }));
    const { failed } = await collection.intake.files(files, {});
    await collection.close();
    if (failed.length > 0) throw new Error(`samples: ${JSON.stringify(failed)}`);
  });
}

/** A use case's answer to parameters as a URL gives them. */
export function askCollection<B>(
  collection: Collection,
  useCase: Pick<UseCase, 'params'> & { run: UseCase['run'] },
  raw: Record<string, unknown>,
): Promise<B> {
  const params = checkParameters(useCase.params, raw);
  return collection.use((view) => useCase.run(view, params)) as Promise<B>;
}
