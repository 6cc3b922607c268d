/** Keys with the least rights for the search server, made from its master key. */
import { type MeilisearchKeys, meilisearchKeys } from '../search/index.ts';
import type { Settings } from '../settings/index.ts';
import { CollectionError } from './errors.ts';
import { translated } from './translate.ts';

/** @throws CollectionError where the master key is missing or refused, or the server is away */
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
