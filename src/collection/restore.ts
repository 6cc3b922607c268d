/** Putting a backup back: into the data folder, where nothing may have it open. */
import type { Settings } from '../settings/index.ts';
import { type Restored, restore } from '../store/index.ts';
import { translated } from './translate.ts';

/** @throws CollectionError where the backup is not whole or the folder is in use; the collection is as it was. */
export function restoreCollection({ SIYAGHA_DATA }: Settings, source: string): Restored {
  try {
    return restore(SIYAGHA_DATA, source);
  } catch (error) {
    throw translated(error);
  }
}
