/** The collection a command works on: opened from the settings, closed when the command is done. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collection, CollectionError, type OpenOptions, openCollection } from '../collection/index.ts';
import { loadSettings, type Settings } from '../settings/index.ts';

/** Most commands need an existing collection; `ingest` and `fetch` create one (`options` without `existing`). */
export async function withCollection<T>(
  work: (collection: Collection) => Promise<T>,
  options: OpenOptions = { existing: true },
  settings: Settings = loadSettings(),
): Promise<T> {
  const collection = await openCollection(settings, options);
  try {
    return await work(collection);
  } finally {
    await collection.close();
  }
}

/** The existing collection, or a temporary empty one: for work that stores nothing. */
export async function withoutMaking<T>(work: (collection: Collection) => Promise<T>): Promise<T> {
  try {
    return await withCollection(work);
  } catch (error) {
    if (!(error instanceof CollectionError && error.code === 'no_store')) throw error;
  }
  // Named like an upload's folder, so that the next server deletes what a killed command left behind.
  const folder = await mkdtemp(join(tmpdir(), `siyagha-upload-${process.pid}-`));
  try {
    return await withCollection(work, {}, { ...loadSettings(), SIYAGHA_DATA: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
