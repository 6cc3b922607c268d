/**
 * Creates two keys with minimal rights from a server's master key: one that searches and one that also indexes. Both
 * can access only the indexes of this program.
 */
import { createHash } from 'node:crypto';
import { type Key, Meilisearch } from 'meilisearch';
import { engineError, isNotFound } from './errors.ts';

export interface MeilisearchKeys {
  /** For `MEILI_SEARCH_KEY`: searches, and reads the note about the index's progress. */
  search: string;
  /** For `MEILI_KEY`: creates, feeds, swaps and deletes the indexes, and searches. */
  feed: string;
}

/** Meilisearch's names for the rights of a key (https://www.meilisearch.com/docs/reference/api/keys). */
const searching = ['search', 'documents.get'];
const feeding = [
  ...searching,
  'documents.add',
  'documents.delete',
  'indexes.create',
  'indexes.get',
  'indexes.delete',
  'indexes.swap',
  'settings.update',
  'tasks.get',
];

const indexes = ['siyagha-*'];

/**
 * The same keys each time: a server derives a key from its master key and the key's id, which is fixed here.
 * @throws EngineError if the server is down or the master key is wrong
 */
export async function meilisearchKeys(url: string, masterKey: string): Promise<MeilisearchKeys> {
  const client = new Meilisearch({ host: url, apiKey: masterKey, timeout: 10_000 });
  const key = async (name: string, description: string, actions: readonly string[]): Promise<string> => {
    const uid = keyId(name, actions);
    const known = await client.getKey(uid).catch((error: unknown): Key | null => {
      if (isNotFound(error)) return null;
      throw error;
    });
    const wanted = { uid, name, description, actions: [...actions], indexes, expiresAt: null };
    return (known ?? (await client.createKey(wanted))).key;
  };
  try {
    return {
      search: await key('siyagha search', 'siyagha: searches its own indexes', searching),
      feed: await key('siyagha feed', 'siyagha: makes, feeds and searches its own indexes', feeding),
    };
  } catch (error) {
    throw engineError(error, url);
  }
}

/** A UUID of version 8 (RFC 9562) derived from the key's definition, so that other rights make another key. */
function keyId(name: string, actions: readonly string[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([name, actions, indexes]))
    .digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
