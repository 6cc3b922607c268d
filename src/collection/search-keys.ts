/** Creates keys with minimal rights for the search server, using its master key. */
import { type MeilisearchKeys, meilisearchKeys } from '../search/index.ts';
import type { Settings } from '../settings/index.ts';
import { CollectionError } from './errors.ts';
import { translated } from './translate.ts';

/** @throws CollectionError if the master key is missing or rejected, or the server is down */
export async function searchKeys({ MEILI_URL, MEILI_MASTER_KEY }: Settings): Promise<MeilisearchKeys> {
  if (MEILI_MASTER_KEY === undefined) {
    throw new CollectionError(
      'no_master_key',
      400,
      "set MEILI_MASTER_KEY to the server's master key for this one command; do not keep it in the settings of the service",
    );
  }
  try {
    return await meilisearchKeys(MEILI_URL, MEILI_MASTER_KEY);
  } catch (error) {
    throw translated(error);
  }
}
