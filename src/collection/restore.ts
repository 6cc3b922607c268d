/** Restores a backup into the data folder, which nothing else may have open. */
import type { Settings } from '../settings/index.ts';
import { type Restored, restore } from '../store/index.ts';
import { translated } from './translate.ts';

/** @throws CollectionError if the backup is incomplete or the folder is in use; the collection is then unchanged */
export function restoreCollection({ SIYAGHA_DATA }: Settings, source: string): Restored {
  try {
    return restore(SIYAGHA_DATA, source);
  } catch (error) {
    throw translated(error);
  }
}
